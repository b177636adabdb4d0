# Subscripts, slices, comparison and iteration of text and bytes.
def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


BOUNDS = [None, 0, 1, 3, 7, 100, -1, -3, -100, 10**30, -(10**30), True]
for t in ["", "abcdefg", "aébç日😀g", "x" * 40 + "é" + "y" * 40, b"abcdefg"]:
    for a in BOUNDS:
        for b in BOUNDS:
            print(repr(t[a:b]), end=" ")
        for s in [1, 2, 3, -1, -2, 100, -100]:
            print(repr(t[a::s]), repr(t[:a:s]), end=" ")
        print()
t = "aébç日😀g" * 10
print([t[i] for i in range(-70, 70, 7)], [t[i] for i in range(69, -1, -3)], len(t), "".join(t[i] for i in range(len(t))) == t)
show(lambda: t[70])
show(lambda: t[-71])
show(lambda: ""[0])
show(lambda: "abc"["a"])
show(lambda: "abc"[None])
show(lambda: "abc"[::0])
show(lambda: "abc"["a":])
show(lambda: b"abc"[5])
show(lambda: b"abc"[None:"x"])
print(list("aé日😀"), list(reversed("aé日😀")), [c for c in b"ab"], list(enumerate("é"))[0], sorted("hello"), max("aé"), set("aa"), tuple("ab"))
WORDS = ["", "a", "b", "ab", "A", "é", "z", "日", "😀", "\uffff", "aé"]
for a in WORDS:
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in WORDS])
print(sorted(WORDS), b"a" < b"b", b"a" == bytearray(b"a"), "a" == b"a", bytearray(b"b") > b"a", b"ab" >= b"ab", "a" == 1)
for t in ["", "a'b", 'a"b', "a'\"b", "\n\t\r\\", "\x00\x1f\x7f", "\x80\x9f\xa0\xad\xff", "\u0378\u200b\u2028\ufeff", "é日😀", "\U000e0001\U0010ffff", "\ud800\udfff", "ab\u0300"]:
    print(ascii(t), len(t), t.isprintable())
    print(repr(t).encode("utf-8", "backslashreplace"))
for t in [b"", b"a'b", b'a"b', b"\x00\xff\n\\", bytearray(b"x'\"")]:
    print(t, repr(t), str(t), ascii(t))
print(ord("é"), ord("😀"), chr(233), chr(0x1f600), ord(b"a"), "\u2022", "a" "b", "\x41\u00e9\U0001f600\101")
show(ord, "ab")
show(chr, -1)
show(chr, 0x110000)
print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(object=5), str(), str(b"ab"), str(b"\xff", errors="replace"))
print("é日😀".encode(), "é".encode("latin-1"), "aé".encode("ascii", "ignore"), "aé日".encode("ascii", errors="replace"), "é日".encode("ascii", "xmlcharrefreplace"), "é😀".encode("ascii", "backslashreplace"))
print("a😀".encode("utf-16"), "a😀".encode("utf-16-le"), "a😀".encode("utf-32-be"), "a".encode("utf-8-sig"), "\ud800".encode("utf-8", "surrogatepass"), "\udcff".encode("utf-8", "surrogateescape"))
print(b"\xff\xfea\x00".decode("utf-16"), b"a\x00".decode("utf-16-le"), b"\xef\xbb\xbfa".decode("utf-8-sig"), ascii(b"\xff".decode("utf-8", "surrogateescape")), b"\xe9".decode("latin-1"))
show("é".encode, "ascii")
show("aéàb".encode, "ascii")
show("日".encode, "latin-1")
show("\ud800".encode)
show("a".encode, "nope")
show("é".encode, "ascii", "nope")
for b in [b"\xff", b"a\xc3", b"\xc3(", b"\xe2\x82", b"\xe2\x82a", b"\xed\xa0\x80", b"\xf5", b"\xf0\x90\x80", b"\xc0\x80", b"a\x80b", b"\xf0\x80\x80\x80"]:
    show(b.decode)
    print(ascii(b.decode("utf-8", "replace")), b.decode(errors="ignore"), b.decode("utf-8", "backslashreplace"))
show(b"\xe9".decode, "ascii")
show(lambda: str("a", "utf-8"))
show(lambda: str(1, "utf-8"))
print(b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd\xef\x12".hex("_", 2), b"\x01\xab\xcd\xef\x12".hex("_", -2), b"ab".hex(sep="-", bytes_per_sep=1), bytes.fromhex("01 aB\tcd"), bytearray.fromhex("ff"))
show(bytes.fromhex, "0")
show(bytes.fromhex, "0g")
show(bytes.fromhex, 1)
