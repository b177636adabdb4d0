# split, rsplit, splitlines, join, partition.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for t in ["", " ", "a", " a b  c ", "a b", "\ta\u2003b\x1cc\xa0", "日 本  語", "  x"]:
    for n in range(-1, 4):
        print(t.split(maxsplit=n), t.rsplit(maxsplit=n), t.split(None, n), t.split(" ", n), t.rsplit(" ", n))
print("a,b,c".split(","), "a,b,c".split(sep=",", maxsplit=1), "a,b,c".rsplit(",", maxsplit=1), "a".split(","), "".split(","))
print("a--b--c".split("--"), "aaaa".split("aa"), "aaaaa".rsplit("aa"), "éxéyé".split("é"))
show("a".split, "")
show("a".split, 1)
show("a".split, ",", "x")
show(b"a".split, "a")
for t in ["", "a", "a\n", "\n", "a\r\nb\rc\n", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "\r\n\r\n", "a\n\rb"]:
    print(t.splitlines(), t.splitlines(True), t.splitlines(keepends=True))
print(b"a\x0bb\r\nc\r".splitlines(), b"a\nb".splitlines(keepends=True), bytearray(b"a\nb").splitlines())
print(b" a b ".split(), b"a,b".split(b","), bytearray(b"a b").rsplit(None, 1), b"a\x1cb".split())
print(",".join([]), ",".join(["a"]), ",".join("abc"), ", ".join(str(i) for i in range(3)), "é".join(("x", "y")), "".join({"k": 1}))
print(b",".join([b"a", bytearray(b"b")]), bytearray(b"-").join((b"a", b"b")))
show(",".join, 1)
show(",".join, [1])
show(",".join, ["a", b"b"])
show(b",".join, ["a"])
show("".join, None)


class S(str):
    pass


print(S(",").join([S("a"), "b"]), S("a b").split(), S("abc").replace("b", S("x")), S("ab") + "c", "c" + S("ab"), S("a") == "a")
print(len(S("é")), S("abc")[1], S("x").upper(), S("a") in "abc", "abc".find(S("c")), hash(S("a")) == hash("a"))
