# packages: configobj==5.0.9
from configobj import ConfigObj, ConfigObjError
from configobj.validate import Validator

TEXT = """# start
name = Ada
list = 1, 2, 3   # few
[section]
port = 8080
path = %(name)s/x
[[inner]]
flag = yes
text = '''two
lines'''
""".splitlines()
c = ConfigObj(TEXT)
print(c, c["section"]["path"], c["section"]["inner"].as_bool("flag"), c["section"].as_int("port"))
c["section"]["new"] = ["a", "b, c"]
c.comments["name"] = ["# changed"]
print("\n".join(c.write()))
d = ConfigObj(["n = 5", "m = x"], configspec=["n = integer(0, 10)", "m = integer", "k = float(default=1.5)"])
print(d.validate(Validator(), preserve_errors=True), d)
try:
    ConfigObj(["[a", "b = 1"])
except ConfigObjError as e:
    print(e)
