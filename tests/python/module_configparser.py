import configparser
import io

TEXT = """
# comment
[DEFAULT]
base = /srv
Level: 3

[paths]
data = %(base)s/data
log=%(data)s/log ; kept
empty =
multi = first
    second

    third
percent = 50%%

[numbers]
int = 42
float = 1.5
yes = on
no = False
bad = maybe
"""
c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), sorted(c.defaults().items()), c.options("numbers"), "paths" in c, "x" in c, len(c), list(c))
for section in c.sections():
    for key in c[section]:
        print(section, key, repr(c[section][key]))
print(c.getint("numbers", "int"), c.getfloat("numbers", "float"), c.getboolean("numbers", "yes"), c["numbers"].getboolean("no"), c.getint("numbers", "none", fallback=7), c["paths"].get("none", "f"), c["numbers"].getint("INT"), c.has_option("paths", "LEVEL"), c.get("paths", "data", raw=True), c.get("paths", "data", vars={"base": "/x"}))
for f in (lambda: c.get("none", "x"), lambda: c.get("paths", "x"), lambda: c["none"], lambda: c["paths"]["x"], lambda: c.getboolean("numbers", "bad"), lambda: c.getint("numbers", "bad"), lambda: c.add_section("paths"), lambda: c.set("paths", "x", 5), lambda: c.set("paths", "x", "5%"), lambda: c.read_string("[a]\nx=1\nx=2"), lambda: c.read_string("[b]\n[b]"), lambda: c.read_string("x=1"), lambda: c.read_string("[c]\njunk\n"), lambda: configparser.ConfigParser().set("n", "a", "b")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e if isinstance(e, configparser.Error) else "")
c = configparser.ConfigParser()
c["DEFAULT"] = {"a": "1"}
c["one"] = {"Key": "value", "n": 5}
c.add_section("two")
c.set("two", "x", "y\nz")
out = io.StringIO()
c.write(out)
print(out.getvalue())
print(c.remove_option("one", "n"), c.remove_section("two"), c.remove_section("two"), c.items("one"))
d = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, inline_comment_prefixes=("#",))
d.read_string("[a]\nx = 1\ny = ${x}-${b:z} # note\nflag\n[b]\nz = 2\n")
print(d["a"]["y"], d["a"]["flag"], d.items("b"))
r = configparser.RawConfigParser()
r.optionxform = str
r.read_string("[S]\nKeepCase = %(raw)s")
print(r.items("S"))
d = configparser.ConfigParser()
d.read_dict({"s": {"k": 1}})
print(d["s"]["k"])
try:
    configparser.ConfigParser().read_string("[a]\nx = %(none)s")
    e = configparser.ConfigParser()
    e.read_string("[a]\nx = %(none)s")
    e["a"]["x"]
except configparser.InterpolationError as e:
    print(type(e).__name__, e)
