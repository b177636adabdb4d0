# Case, classes, filling, translation.
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


TEXTS = ["", "a", "A", "hello World", "HELLO", "they're bill's", "ǅabc ǆ", "ß", "ΑΣ", "ΑΣ.Β ΣΣ Σ", "ŉ ﬁ ﬀ", "İi ıI", "ὈΔΥΣΣΕΎΣ",
         "123", "١٢٣", "²", "½", "Ⅷ", "x1", " \t\n", "\u2003", "a b", "_x", "1x", "日本", "é", "e\u0301", "\x00", "\u200b", "😀", "aB\u01c5", "A1b", "A b", "ΣΑΣ"]
for t in TEXTS:
    print([t.upper(), t.lower(), t.title(), t.capitalize(), t.swapcase(), t.casefold()])
    print(t.isalnum(), t.isalpha(), t.isascii(), t.isdecimal(), t.isdigit(), t.isnumeric(), t.isidentifier(), t.islower(), t.isupper(), t.isprintable(), t.isspace(), t.istitle())
for t in [b"", b"Hello wOrld", b"123", b" \x0b", b"\xe9", b"A1b C"]:
    print(t.upper(), t.lower(), t.title(), t.capitalize(), t.swapcase(), t.isalnum(), t.isalpha(), t.isascii(), t.isdigit(), t.islower(), t.isupper(), t.isspace(), t.istitle())
for c in range(0x250):
    ch = chr(c)
    print(c, [ch.upper(), ch.lower(), ch.title(), ch.casefold()], ch.isalpha(), ch.isprintable(), ch.isspace(), ch.isdigit(), ch.isidentifier(), ch.islower(), ch.isupper())
print("ab".center(5, "*"), "abc".center(6, "é"), "abc".center(7), "ab".ljust(4) + "|", "ab".rjust(4, "日"), "abc".center(2), "a".center(4), "ab".center(5))
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(2), "-".zfill(3), "abc".zfill(2), "é".zfill(3))
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "éa\tb".expandtabs(tabsize=4), "ab\r\n\tc".expandtabs(2), "a\tb".expandtabs(0), "\t".expandtabs(-1))
print(b"ab".center(5, b"*"), b"ab".ljust(4), b"-5".zfill(4), b"a\tb".expandtabs(4), bytearray(b"x").rjust(3, b"."))
show("a".center, 5, "xx")
show("a".center, 5, 1)
show("a".ljust, "x")
show(b"a".center, 5, "x")
show(b"a".center, 5, b"xx")
T = str.maketrans("abc", "xyz")
print("aabbcc d".translate(T), T, sorted(str.maketrans("a", "b", "cd").items()), str.maketrans({"a": "1", 98: None, "c": 100}))
print("abcd".translate(str.maketrans({"a": "<a>", "b": None, "c": 0x65e5})), "abé".translate({233: "e"}), "abc".translate("xyz" * 40))
show(str.maketrans, "ab", "c")
show(str.maketrans, {"ab": 1})
show(str.maketrans, 1)
show(str.maketrans, 1, "a")
show("a".translate, {97: -1})
show("a".translate, {97: 1.5})
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"abc".translate(None, delete=b"ac"))
show(bytes.maketrans, b"ab", b"c")
show(b"a".translate, b"x")
print(sum(chr(c).isalpha() for c in range(0x110000) if not 0xd800 <= c < 0xe000), sum(chr(c).isprintable() for c in range(0x30000)), sum(chr(c).isnumeric() for c in range(0x30000)))
