# Matching: every construct, in cases that tell the ways to be wrong apart.
import re

CASES = [
    ("abc", "xabcx"), ("a*", "aaa"), ("a+b", "aaab"), ("a?b", "b"), ("a|b|cd", "cd"),
    ("(a)(b)?", "a"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("(?:ab)+", "ababa"), ("((a)|b)*", "ab"),
    ("(a*)*", "aab"), ("(a*)+", "b"), ("(a|b*)*c", "abbac"), ("(?:a?)*?b", "aab"), ("(a+|b)*", "ab"),
    ("(a+|b){0,}", "ab"), ("(a+|b)?", "ab"), ("(a+|b)+", "ab"), ("[^ab]*", "cde"), ("([abc])*d", "abbbcd"),
    ("a{2}", "aaa"), ("a{2,}", "aaaa"), ("a{,2}", "aaaa"), ("a{1,2}?", "aaa"), ("(ab){2,3}", "abababab"),
    ("(ab){2,3}?", "abababab"), ("a{", "a{"), ("a{,", "a{,"), ("a{1", "a{1"), ("a{}", "a{}"), ("x{2,1", "x{2,1"),
    ("a*?b", "aaab"), ("a+?", "aaa"), ("a??b", "ab"), ("<.*?>", "<a><b>"), ("<.*>", "<a><b>"), ("a*+a", "aaa"),
    ("a++b", "aab"), ("a?+a", "a"), ("(?>a*)a", "aaa"), ("(?>a|ab)c", "abc"), ("(?:ab)*+ab", "abab"),
    ("(?:a{2})++", "aaaaa"), ("(?>(a)|b)*", "aab"),
    (r"(\w+) \1", "the the"), (r"(?P<x>a+)-(?P=x)", "aa-aa"), (r"(a)?\1", "b"), (r"(?i)(a)\1", "aA"),
    ("(?=ab)a", "ab"), ("(?=(a+))\\1b", "aaab"), ("(?!ab)a.", "abac"), ("(?<=ab)c", "abc"), ("(?<!a)b", "ab bb"),
    ("(?<=a|b)c", "bc"), ("(?<=(a))b", "ab"), ("(?<=a{2})b", "aab"), ("(?!)", "a"), ("(?=)", "a"),
    ("(?<=^a)b", "ab"), ("(?=a(?!b))a.", "abac"), ("(?!(a)b)a(.)", "ac"),
    (r"(<)?a(?(1)>|!)", "<a>"), (r"(<)?a(?(1)>|!)", "a!"), (r"(<)?a(?(1)>)", "a"), (r"(?P<q>')?x(?(q)')", "'x'"),
    ("^a", "ba"), ("(?m)^a", "b\na"), ("a$", "a\n"), ("a$", "a\n\n"), ("(?m)a$", "a\nb"), (r"\Aa", "a"), (r"a\Z", "a\n"),
    (r"\bfoo\b", "a foo b"), (r"\Boo", "foo"), (r"\b", ""), (r"\B", ""), (r"\d+", "a12b"), (r"\D+", "12ab"),
    (r"\s+", "a \t\nb"), (r"\S+", "  ab "), (r"\w+", "--ab_1--"), (r"\W+", "ab--c"), (r"[\w-]+", "+a-b+"), (r"[\d\s]+", "a1 2b"),
    (r"[^\d\s]+", "1 ab 2"), ("[]]", "]"), ("[^]]", "]a"), ("[a-]", "-"), ("[-a]", "-"), (r"[\]]", "]"), (r"[a\-z]+", "-az"),
    ("[a-c]+", "xabcd"), ("[^a-c]+", "abxyz"), (r"[\x41-\x43]+", "xABC"), (r"[\b]", "\b"), ("[.]", "a."), ("[$^]", "^"),
    ("[A-Z]+", "abCD"), ("(?i)[A-Z]+", "abCD"), ("(?i)abc", "xAbC"), ("(?i)[^a]", "Ab"), ("(?i:a)b", "Ab"), ("(?i:a)b", "AB"),
    ("(?-i:a)b", "Ab"), ("(?i)(?-i:a)b", "aB"), ("(?s).", "\n"), (".", "\n"), ("(?s:.).", "\n\n"), ("(?x) a  b # c", "ab"),
    ("(?x) a [ ] b", "a b"), (r"(?x) a\ b", "a b"), ("(?x)a #x\n b", "ab"), ("(?x:a b)c d", "abc d"), ("a(?#comment)b", "ab"),
    ("a(?#comment)*b", "aab"), (r"\.", "a."), (r"\n\t\x41\u0042\101", "\n\tABA"), (r"\0", "\0"), (r"a\073", "a;"),
    ("é", "caféé"), ("é+", "caféé!"), ("[é-í]+", "xéíz"), ("[^é]+", "éaüé"), (".é", "aéb"), ("(?<=é)x", "éx"), ("(.)\\1", "aéé"),
    ("é*?x", "ééx"), (".*é", "éaéb"), ("\u20ac|\U0001f600", "a\U0001f600"), (r"[\U0001f600-\U0001f64f]", "\U0001f610"),
    ("a.*b.*c", "a--b--c--"), ("(a.)*b", "axayb"), ("(?:(?:ab)*c)*d", "abcababcd"), ("(?:x|(?:xy)){2}z", "xyxz"),
    ("(a)|b", "b"), ("()", "a"), ("", "a"), ("|a", "a"), ("a|", "b"), ("(|a)+", "aa"), ("(?:|a)*b", "ab"), ("(a?)*", "aaa"),
    ("(a?){3}", "a"), ("(a?){2,4}?b", "aab"), ("(?:a|(b))*c", "abac"), ("(?:(a)|(b)|c)*", "abc"), ("^(?:a?)+$", "aaa"),
    (r"\b\w", "é x"), ("(?i)É", "é"), ("(?i)σ", "ς Σ"), ("(?i)[à-ý]+", "aÀÉ"), (r"\w+", "naïve Ωλ 東京 ٣_"), (r"\d+", "٣٤"), (r"\s", "a\u2003"), (r"(?a)\w+", "é a"), (r"(?i)k", "\u212a"), (r"\W+", "é!東"),
    ("(x)?(y)?(z)", "z"), ("(?:){0,1}?a", "a"), ("(?:)*", ""), ("(?:(?:b?){2}|[ac]){1,2}", "ab1"), ("(?:a?|b){2,3}", "ab"), ("(?:(?:){2})+b", "b"), ("(((a)))", "a"), ("(?P<a>x)(?P<b>y)", "xy"), ("(?P<a>(?P<b>x)y)", "xy"), ("a.c", "abc\nabd"),
    ("[a-f0-9]{4}(?:-[a-f0-9]{2})+", "zz12ef-ab-cd-"), (r"(\d+)(?:\.(\d+))?", "v3.14"), (r"\$\{(\w+)\}", "a${name}b"),
    (r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}", "192.168.1.254"), (r'"(?:[^"\\]|\\.)*"', r'say "a\"b" c'),
    ("(a+)+b", "aaaaaab"), ("(?:a|b|c|d)*e", "abcdabcde"), ("(.*)(\\d+)", "abc123"), ("(.*?)(\\d+)", "abc123"), ("(.*)-(.*)", "a-b-c"),
    ("(?i)straße", "STRAßE"), ("a" * 50, "b" + "a" * 60), ("(ab|a)*b", "aabab"), ("(?:(?=(a))a)+b", "aab"), ("(?:(?!b).)*", "aab"),
]


def show(m):
    if m is None:
        return None
    return m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup, [m.span(i) for i in range(len(m.groups()) + 1)]


for pattern, text in CASES:
    p = re.compile(pattern)
    print(repr(pattern), p.groups, p.groupindex == dict(p.groupindex), p.flags)
    print(repr((show(p.search(text)), show(p.match(text)), show(p.fullmatch(text)))))
    print(repr((p.findall(text), [m.span() for m in p.finditer(text)], p.split(text), p.sub("-", text), p.subn("-", text, 1))))
