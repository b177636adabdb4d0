# Patterns, matches, flags: attributes, methods, repr.
import re

p = re.compile(r"(?P<word>\w+)\s(\d+)?", re.I)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex))
m = p.search("-- Hello 42!", 1)
print(m, m.group(), m.group(0), m.group(1, 2), m.group("word"), m["word"], m[2], m.groups(), m.groupdict())
print(m.start(), m.end(), m.span(1), m.start("word"), m.pos, m.endpos, m.string, m.re is p, m.lastindex, m.lastgroup, m.regs)
print(m.expand(r"\2-\1-\g<word>-\g<0>\n"), bool(m))
n = p.match("ab ")
print(n.groups(), n.groups("none"), n.groups(default=0), n.groupdict(), n.group(2), n.span(2), n.start(2), n.expand("[\\2]"))
print(p.match("xab 1", 1), p.match("xab 1", 1, 3), p.match("ab 1", endpos=3), p.search("ab 1 cd", pos=5), p.fullmatch("ab 12"), p.fullmatch("ab 12x"))
print(re.compile("^a").match("ba", 1), re.compile("^a").search("ba", 1), re.compile("(?<=b)a").match("ba", 1), re.compile("a$").search("ab", 0, 1))
print(p.findall("a 1 b 2 c "), p.findall("a 1 b 2", 3), list(p.finditer("a 1 b 2"))[1].group(1), p.findall("a 1 b 2", -5, 100))
print(re.compile("a"), re.compile(b"a"), re.compile("a", re.I | re.M | re.S | re.X | re.A), re.compile(b"a", re.I))
print(re.compile("x" * 300))
print(re.compile("a") is re.compile("a"), re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), type(p) is re.Pattern, isinstance(m, re.Match))
for flag in (re.A, re.I, re.L, re.M, re.S, re.U, re.X, re.DEBUG, re.ASCII, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.VERBOSE, re.UNICODE):
    print(repr(flag), int(flag), flag == int(flag), int(flag) == flag, bool(flag))
print(repr(re.I | re.M), repr(re.I | 8), repr(8 | re.I), re.I & re.M == 0, repr(re.I & 3), (re.I | re.M) & re.M == re.M, re.I + 1, 1 + re.I, hash(re.I) == hash(2))
print(re.compile("(?im)a").flags, re.compile("(?a)a").flags, re.compile(b"(?s)a").flags, re.compile("(?x) a").flags)

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.subn("a", "b", "banana"), re.sub("x", "y", "none"))
print(re.sub("(a)(n)", r"\2\1", "banana"), re.sub("(?P<v>[aeiou])", r"<\g<v>>", "education"), re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "1 22 333"))
print(re.sub("x*", "-", "abxd"), re.sub("a*", "-", "baac"), re.sub("(x)?", r"[\1]", "ax"), re.sub("a", r"\\", "a"), re.sub("", "-", "abc"), re.sub("^", "> ", "a\nb", flags=re.M))
print(re.split(",", "a,b,,c"), re.split("(,)", "a,b"), re.split(",", "a,b,c", 1), re.split(r"\s*", "a b c"), re.split("x*", "axbc"), re.split("(a)|b", "1a2b3"), re.split(",", "", 1), re.split("b", "abc", maxsplit=0))
print(re.findall("a|b", "abc"), re.findall("(a)(b)?", "aba"), re.findall("", "ab"), re.findall(r"\w*", "ab cd"), re.findall("(?i)A", "aA"), re.findall("a", "A", re.I))
print(re.escape("a.b*c[d]-e f\n"), re.escape(b"a.b"), re.escape("é€_1"), re.escape(""), re.match(re.escape("[x]"), "[x]"))
print(re.match(b"(a)(.)", b"a\xff").groups(), re.findall(rb"\w+", b"ab \xe9c"), re.sub(b"a", rb"<\g<0>>", b"banana"), re.split(b"-", bytearray(b"a-b")), re.match(b"a", memoryview(b"abc")).group())
print(re.findall(r"[\x80-\xff]+", "a\x80\xffb") == ["\x80\xff"], re.findall(rb"[\x80-\xff]+", b"a\x80\xffb"), re.findall(rb"[^a]", b"a\xe9"))
print(re.match("(?P<a>.)(?P<b>.)?", "é").groupdict(), re.search("b", "ééb").span(), re.search("é", "aé").end(), re.compile("é").search("ééé", 1).span(), re.compile(".").findall("aéb", 1, 2))
it = re.finditer("a", "banana")
print(next(it).start(), [m.start() for m in it], next(it, "end"))
re.purge()


class Text(str):
    pass


print(re.match("a", Text("abc")).group(), re.sub("a", "x", Text("abc")), re.compile(Text("b")).search("abc"))
t = "The rain in Spain"
print([m.group() for m in re.finditer(r"\b\w*ai\w*\b", t)], re.search(r"(?P<first>\w+)\W+(?P<second>\w+)", t).group("first", "second"))
tokens = re.compile(r"\s*(?:(?P<number>\d+\.?\d*)|(?P<name>[a-z_]\w*)|(?P<op>[-+*/()=]))")
text, at, found = "x = 3.5*(foo+2)", 0, []
while at < len(text):
    m = tokens.match(text, at)
    found.append((m.lastgroup, m.group(m.lastgroup)))
    at = m.end()
print(found)
