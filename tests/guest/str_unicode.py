# Text outside ASCII everywhere: identifiers, keys, case, comparison.
größe = 5
print(größe, "ÄÖÜ", "日本語", "😀🎉", len("😀🎉"), "é" < "ê")  # expect: 5 ÄÖÜ 日本語 😀🎉 2 True
d = {"schlüssel": 1, "鍵": 2}
print(d["schlüssel"], d["鍵"], "ß" in "straße", "日本語"[1], "語" * 3)  # expect: 1 2 True 本 語語語
print("→".encode("utf-8"), "naïve".find("v"), "a\u0301", len("a\u0301"))
# expect: b'\xe2\x86\x92' 3 á 2
print("日本".join(["a", "b"]), len("a😀b😀c".split("😀")), "😀".encode(), ord("😀"))
# expect: a日本b 3 b'\xf0\x9f\x98\x80' 128512
class Café:
    naïve = "ok"
print(Café().naïve, Café.__name__)  # expect: ok Café
for raw in (b"\xff", b"\xe2\x82", b"\xed\xa0\x80x"[:2]):
    try:
        print(raw.decode())
    except UnicodeError:
        print("UnicodeError")
# expect: UnicodeError
# expect: UnicodeError
# expect: UnicodeError
