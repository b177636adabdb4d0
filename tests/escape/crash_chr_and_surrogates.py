# Code points that are none.
bad = 0
for n in (-1, 0xD800, 0xDFFF, 0x110000, 1 << 31, 1 << 40):
    try:
        s = chr(n)
        repr(s), len(s), s + "x", s.encode(), s in {s: 1}, s.upper(), ("a" + s).find("x"), list(s)
    except (ValueError, OverflowError, TypeError, UnicodeError):
        bad += 1
print("survived")  # expect: survived
