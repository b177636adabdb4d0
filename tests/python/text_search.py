# find, index, count, replace, partition, strip, startswith and their errors.
def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


TEXTS = ["", "abcabc", "aaaa", "héllo wörld", "日本語日本", "a\u0301bc", "😀x😀"]
NEEDLES = ["", "a", "bc", "aa", "ö", "日本", "😀", "zz"]
for t in TEXTS:
    for n in NEEDLES:
        print(t.find(n), t.rfind(n), t.count(n), t.replace(n, "-"), t.replace(n, "<>", 1), n in t)
        print(t.find(n, 1), t.rfind(n, 0, -1), t.count(n, 1, 4), t.find(n, 100), t.startswith(n, 1), t.endswith(n, 0, 3))
        print(t.removeprefix(n), t.removesuffix(n))
        if n:
            print(t.partition(n), t.rpartition(n), t.split(n), t.rsplit(n, 1))
print("abc".find("", 3), "abc".find("", 4), "abc".count("", 3), "abc".count("", 4), "abc".startswith("", 4))
print("abcabc".index("c"), "abcabc".rindex("c"), "abcabc".find("c", -2), "abc".find("b", None, None))
print("abc".startswith(("x", "ab")), "abc".endswith(("x",)), "abc".endswith(()), "abc".find("c", -10**30, 10**30))
show("abc".index, "z")
show("abc".rindex, "z")
show("abc".find, 1)
show("abc".count, None)
show("abc".startswith, 1)
show("abc".endswith, (1,))
show("abc".replace, 1, 2)
show("abc".replace, "a", 2)
show("abc".partition, "")
show("abc".strip, 1)
show("abc".removeprefix, 1)
show("abc".find, "a", "b")
show(lambda: 1 in "abc")
show(lambda: "a" + 1)
show(lambda: "a" * "b")
show(lambda: "a" * 1.5)
print("  x ".strip() + "|", "xxabxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\u2003\xa0é\x1f".strip())
print("éàé".strip("é"), "日本日".strip("日"), "x".strip("x") == "", "".strip())
print("aXbXc".replace("X", "", 1), "aaa".replace("a", "b", 0), "aaa".replace("a", "b", -1), "abc".replace("", "-", 2))
print("a" * 3, 3 * "ab", "a" * 0, "a" * -1, "é" * True)
print(b"abcabc".find(b"c"), b"abc".find(98), b"abc".count(b""), b"abc".replace(b"b", b"xx"), 98 in b"abc", b"bc" in b"abc")
print(bytearray(b"abc").find(b"c"), bytearray(b"abc").replace(b"a", b"z"), b"abc".startswith(bytearray(b"a")))
print(b" \x0b\xa0 ".strip(), b"a,b".partition(b","), bytearray(b"a,b").rpartition(b"."))
show(b"abc".find, "a")
show(b"abc".index, b"z")
show(b"abc".find, 256)
show(b"abc".startswith, "a")
show(b"abc".replace, "a", b"")
show(lambda: "a" in b"abc")
show(lambda: 300 in b"abc")
show(lambda: b"a" + "b")
