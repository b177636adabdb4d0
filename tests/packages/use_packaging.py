# packages: packaging==24.1
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

print(Version("1.0rc1") < Version("1.0"), Version("1.2.3.post1").release, sorted(map(Version, ["1.10", "1.9", "1.9.dev1"])))
print("1.4" in SpecifierSet(">=1.0,<2"), Requirement("pkg[x]>=1.0; python_version<'4'").specifier)
