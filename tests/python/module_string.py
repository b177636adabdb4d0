# string: constants, Template, Formatter.
import string
from string import Formatter, Template

for name in "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits printable punctuation whitespace".split():
    print(name, repr(getattr(string, name)))
print(string.capwords("hello  wORLD of"), string.capwords("a-b", "-"))
t = Template("$who likes ${what}s, $$5 each")
print(t.substitute(who="tim", what="kiwi"), "|", t.substitute({"who": 1}, what=2), "|", t.template)
print(t.safe_substitute(who="tim"), t.is_valid(), t.get_identifiers(), Template("a $ b").is_valid())
for text in ("$who $", "ab\n ${who", "$1"):
    try:
        print(Template(text).substitute(who=1))
    except ValueError as e:
        print(e)
    print(Template(text).safe_substitute(who=1))
try:
    t.substitute(who=1)
except KeyError as e:
    print(repr(e))
f = Formatter()
print(f.format("{0} {1!r} {x:>5} {{}} {}", 1, "b", x=3) if False else f.format("{0} {1!r} {x:>5} {{}}", 1, "b", x=3))
print(f.format("{} {}", "a", "b"), f.format("{0[k]} {1.real}", {"k": 5}, 7), f.format("{:{}}|", "a", 4))
print(list(f.parse("a{b!r:c}d{}")))


class Upper(Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()


print(Upper().format("{a} {b:4}|", a="x", b="yz"))
