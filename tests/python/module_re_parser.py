# python: 3.11
import re._constants as constants
import re._parser as parser

for pattern in ("abc", "a|b", "ab|cd", "(a)(?:b)*", "a{2,5}?", "[a-f\\d_]+", "[^x]", "(?P<n>x)(?P=n)", "(x)\\1?", "(?=ab)a(?!c)", "(?<=a)b", "^a$|\\bz\\Z", ".*\\s\\S",
                "(?i:a)b", "(?s)a.b", "a(?#note)b", "x{2}y{,3}z{1,}", "a{b}", "\\x41\\u0042\\t\\.", "(a)?(?(1)b|c)", "(?x) a b # c\n d", "[]a]", "[\\]-a]", "\\0\\012", "(?>a+)b++", ""):
    tree = parser.parse(pattern)
    print(pattern, tree.getwidth(), len(tree), tree, sep="   ")
tree = parser.parse("(?P<year>\\d{4})-(\\d\\d)")
print(tree.state.groupdict, tree.state.groups, tree[0][0] is constants.SUBPATTERN, tree[0][1][3].getwidth(), [str(op) for op, _ in tree])
try:
    parser.parse("(a")
except constants.error as e:
    print(e)
import sre_constants
import sre_parse

print(sre_parse.parse("a+").getwidth() == (1, sre_constants.MAXWIDTH if hasattr(sre_constants, "MAXWIDTH") else parser.MAXWIDTH), sre_constants.MAXREPEAT)
