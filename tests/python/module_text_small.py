import array
import binascii
import difflib
import json
import locale
import re
import struct
import zlib


def show(f):
    try:
        return f()
    except (ValueError, TypeError, struct.error) as e:
        return type(e).__name__, str(e)


scanner = re.Scanner([(r"[a-zA-Z_]\w*", lambda scanner, token: ("NAME", token, scanner.match.start())), (r"\d+\.\d*", lambda s, t: float(t)), (r"\d+", lambda s, t: int(t)),
                      (r"=|\+|-|\*|/", lambda s, t: "op" + t), (r"\s+", None), (r"(x)(y)", "constant")])
print(scanner.scan("sum = 3*foo + 312.50+bar"), scanner.scan("a ? b"), scanner.scan(""))
for encoding in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8-sig"):
    print(encoding, json.loads('{"a": "é€"}'.encode(encoding)), json.loads("1".encode(encoding)), json.loads(bytearray("12".encode(encoding))))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff\n", b"b\n"], [b"a\xff\n", b"c\xe9\n"], b"x", b"y")), show(lambda: list(difflib.diff_bytes(difflib.unified_diff, ["a"], [b"b"]))))
numbers = array.array("I", [0, 0, 0])
struct.pack_into("<HH", numbers, 4, 1, 2)
print(numbers, show(lambda: struct.pack_into("<I", bytearray(2), 0, 1)), show(lambda: struct.pack_into("<I", array.array("H", [0]), 0, 1)))
print(locale.str(1234567.891), locale.format_string("%.2f %s", (1234.5, "x"), grouping=True), locale.localeconv()["frac_digits"], sorted(locale.localeconv()),
      show(lambda: locale.currency(5)), locale.setlocale(locale.LC_NUMERIC), locale.atof("1.5"), locale.delocalize("1.5"))
for f in (lambda: binascii.crc32("a"), lambda: zlib.crc32("a"), lambda: zlib.adler32("a"), lambda: binascii.crc32(b"a", 7), lambda: zlib.crc32(memoryview(b"ab")), lambda: zlib.adler32(b"ab")):
    print(show(f))
