# Text made of bytes that are no text.
for raw in (b"\xff", b"\xc0\x80", b"\xe2\x82", b"\xf0\x9f\x98", b"\x80abc",
            b"a\xf8\x88\x80\x80\x80", b"\xed\xa0\x80"):
    try:
        s = str(raw, "utf-8")
        len(s), repr(s), s[0], s[-1], list(s), s.find("a"), s * 3, s.split()
        s.upper(), s == s, hash(s), s.encode()
        [s[i:j] for i in range(-3, 4) for j in range(-3, 4)]
    except (UnicodeError, ValueError, IndexError):
        pass
print("survived")  # expect: survived
