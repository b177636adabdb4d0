import unicodedata

print("\N{BULLET}\N{GREEK SMALL LETTER DELTA}|\N{degree sign}|\N{LEFT CURLY BRACKET}", b"\N{x}", r"\N{x}", "a\tb\N{EM DASH}\u00e9")
x = 5
print(f"{x}\N{DEGREE SIGN}C \N{RIGHTWARDS ARROW} {x!r:>3}\N{RIGHT CURLY BRACKET}", "\N{SNOWMAN}" "\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E2D}")
print(len("\N{LF}\N{TAB}\N{ESC}\N{NBSP}"), "\N{LINE FEED}" == "\n", "\N{BRAILLE PATTERN DOTS-1235}")
for text in ("'\\N{NO SUCH NAME}'", "'\\N'", "'\\N{'", "'\\N{}'", "'\\Nx'", "'\\N{BULLET'"):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(e.msg)
for part in ((0x20, 0x180), (0x2B0, 0x460), (0x2000, 0x2C00), (0x3000, 0x3020), (0x1F300, 0x1F700), (0x1F900, 0x1FB00), (0x4E00, 0x4E10), (0xAC00, 0xB000), (0, 32), (0x7F, 0xA0)):
    known = [(code, unicodedata.name(chr(code), None)) for code in range(*part)]
    print(part, sum(code * sum(map(ord, name or "-")) for code, name in known), known[:3], known[-3:])
    print(all(unicodedata.lookup(name) == chr(code) == unicodedata.lookup(name if code in range(0x4E00, 0xD800) else name.lower()) for code, name in known if name))
for wrong in (lambda: unicodedata.lookup("NO SUCH NAME"), lambda: unicodedata.name("\n"), lambda: unicodedata.name("ab"), lambda: unicodedata.name("\uffff"),
              lambda: unicodedata.lookup("CJK UNIFIED IDEOGRAPH-0041"), lambda: unicodedata.lookup("HANGUL SYLLABLE XX"), lambda: unicodedata.name("\n", "none")):
    try:
        print(wrong())
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
total = 0
for code in range(0, 0x30000, 31):
    c = chr(code)
    total += code % 7 * (len(unicodedata.category(c)) + unicodedata.combining(c) + unicodedata.numeric(c, 0) + unicodedata.decimal(c, 0) + unicodedata.digit(c, 0))
print(total, [unicodedata.numeric(c) for c in "兆億萬万千百½ⅷ㊿"])
print(sum(unicodedata.category(chr(code)) == "Lu" for code in range(0, 0x110000, 64)), sum(len(unicodedata.normalize("NFKD", chr(code))) for code in range(0, 0x3400, 3)))
