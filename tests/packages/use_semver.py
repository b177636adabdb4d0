# packages: semver==3.0.2
from semver import Version

v = Version.parse("3.4.5-pre.2+build.4")
print(v.major, v.prerelease, v.bump_minor(), v.next_version("prerelease"), v.replace(major=1), v.to_dict(), repr(v))
print(Version(1, 2, 3) < "1.10.0", Version.is_valid("1.2"), v.match(">=3.0.0"), sorted(map(Version.parse, ["1.0.0", "1.0.0-rc.1", "0.9.0"])), v[0:2], v.compare("3.4.5"))
try:
    Version.parse("1.2")
except ValueError as e:
    print(e)
