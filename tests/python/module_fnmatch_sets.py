import fnmatch
import random

random.seed(2)
for pattern in ("*", "**", "a*b", "*a*b*", "?x[!a-c]", "[]a]", "[!]a]", "[", "[a", "[!]", "[a-]", "[-a]", "[b-a]", "[z-ab]", "[a-c-e]", "[--0]", "[a&&b]", "[~|]",
                "[^x]", "[[]", "[\\]", "a.b+c(d)", "[!b-a]", "[!-]", "[!--]", "[a-b-c-d]", "é*[à-ü]", "**/*.py", "[a-c]*[1-3]"):
    print(pattern, fnmatch.translate(pattern))
for i in range(600):
    pattern = "".join(random.choice("ab-]![*?c^") for _ in range(random.randint(1, 8)))
    name = "".join(random.choice("abc-]![^") for _ in range(random.randint(0, 6)))
    print(pattern, name, fnmatch.translate(pattern), fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name.encode(), pattern.encode()))
print(fnmatch.filter(["a.py", "b.txt", "A.PY", ".py"], "*.py"), fnmatch.fnmatch("a" * 50, "*a" * 30 + "b"), fnmatch.fnmatch("a" * 50 + "b", "*a" * 30 + "*b"))
