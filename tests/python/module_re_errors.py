# What is wrong with a pattern or a template, in CPython's words and places.
import re

PATTERNS = [
    "(", ")", "a)", "(a", "((a)", "*", "+a", "?", "a**", "a*??", "a{2}{3}", "a+++", "^*", "$+", r"\b*", "(*)", "(?:+)", "|*", "[", "[a",
    "[]", "[^]", "[z-a]", r"[\w-z]", r"[a-\d]", "\\", "a\\", "[\\", r"\x1", r"\xg1", r"\u12", r"\U0001", r"\U00110000", r"\q", r"\y", r"[\q]",
    r"\8", r"\1", r"(a)\2", r"(a\1)", r"\400", r"\777", r"[\400]", r"[\9]", "a{3,2}", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<a", "(?P<1>a)",
    "(?P<a-b>x)", "(?P=a)", "(?P=", "(?P<a>x)(?P<a>y)", "(?P>a)", "(?Px)", "(?z)", "(?<a)", "(?<", "(?#a", "(?i", "(?iz)", "(?-)", "(?-i",
    "(?-z:a)", "(?i-i:a)", "(?-a:x)", "(?au)a", "(?L)a", "a(?i)b", "(?i-", "(?i-:a)", "(?(1)a)", "(?(0)a)", "(?(x)a)", "(?(1", "(?(-1)a)",
    "()(?(1)a|b|c)", "(?(1)a|b", "(?<=a*)b", "(?<=a|bc)d", "(?<!a+)", "(?P<x>a)(?<=(?P=x)b*)", "(?<=(a)\\1)", "a\n(", "a\nb\n  *", "(?=", "(?>a",
    "x{0,1}?+", "(?:a", "(?P<n>", "é(", "é[", "(?P<é!>a)",
]
for pattern in PATTERNS:
    try:
        re.compile(pattern)
        print(repr(pattern), "fine")
    except re.error as e:
        print(repr(pattern), repr(str(e)), repr(e.msg), e.pos, e.lineno, e.colno, e.pattern == pattern)
    except Exception as e:
        print(repr(pattern), type(e).__name__, e)

for template in ["\\", "\\q", "\\2", "\\g", "\\g<", "\\g<>", "\\g<1", "\\g<2>", "\\g<a>", "\\g<1a>", "\\g<-1>", "\\400", "\\99", "a\\g<n>\\1\\g<0>", "\\0\\101\\n\\.\\\\"]:
    for text in ["xyz", "none"]:
        try:
            print(repr(template), repr(re.sub("(?P<n>x)y", template, text)))
        except re.error as e:
            print(repr(template), repr(str(e)), e.pos)
        except Exception as e:
            print(repr(template), type(e).__name__, e)


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(re.match, "a", b"a")
attempt(re.match, b"a", "a")
attempt(re.match, "a", 1)
attempt(re.match, 1, "a")
attempt(re.match, None, "a")
attempt(re.compile, re.compile("a"), re.I)
attempt(re.compile, "a", re.A | re.U)
attempt(re.compile, b"a", re.U)
attempt(re.compile, "a", re.L)
attempt(re.sub, "a", lambda m: 1, "abc")
attempt(re.sub, "a", 5, "abc")
m = re.match("(?P<x>a)(b)?", "a")
attempt(m.group, 3)
attempt(m.group, "y")
attempt(m.group, -1)
attempt(lambda: m[2])
attempt(lambda: m["z"])
attempt(m.start, 9)
print(issubclass(re.error, Exception), re.error("m").pos, str(re.error("m", "abc", 1)))
