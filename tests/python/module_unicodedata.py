import unicodedata
from unicodedata import *

text = "aZ5 \t\n!éßñÅǅΩжअ中가힣①½Ⅷ²٣௧ﬁ\u0301\u200b\ufeff€+(→\U0001d400\U0001f600\U00020000\ue000\u0378ª"
for c in text:
    print(hex(ord(c)), category(c), combining(c), bidirectional(c), east_asian_width(c), mirrored(c), repr(decomposition(c)), decimal(c, None), digit(c, None), numeric(c, None))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for s in ("Café", "Cafe\u0301", "ﬁ①½²", "Å\u212b\u2126", "가힣\u1100\u1161\u11a8", "q\u0307\u0323", "\u1e9b\u0323", "s\u0323\u0307", "\u0958", "\U0001d15e", "e\u0301\u0301", "plain", "\u3071\uff76\uff9e"):
        made = normalize(form, s)
        print(form, ascii(s), ascii(made), is_normalized(form, s))
print(normalize("NFKD", "Crème Brûlée — naïve Œuvre").encode("ascii", "ignore").decode())
print("".join(c for c in normalize("NFD", "Ünïcödé") if not combining(c)))
total = 0
for code in range(0, 0x3000, 7):
    c = chr(code)
    total = total * 31 + ord(category(c)[0]) + ord(category(c)[1]) + combining(c) + len(decomposition(c)) + len(normalize("NFKC", c)) & 0xFFFFFFFF
print(total)
for function in (decimal, digit, numeric):
    try:
        function("x")
    except ValueError as error:
        print(error)
try:
    normalize("X", "a")
except ValueError as error:
    print(error)
