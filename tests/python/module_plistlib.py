# plistlib: both forms.
import datetime
import plistlib

value = {"a": [1, "x<&>", True, 1.5, b"q" * 70, -5, 1 << 40, 300, 70000], "d": datetime.datetime(2020, 1, 2, 3, 4, 5), "e": {}, "l": [], "long": list(range(20)), "u": "\u00e9", "n": {"k": b""}}
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value, plistlib.loads(text))
for sort_keys in (True, False):
    data = plistlib.dumps({"z": value, "y": [2, "\u00e9", "x" * 20, 1.5, plistlib.UID(7), 2, "\u00e9", True, 1]}, fmt=plistlib.FMT_BINARY, sort_keys=sort_keys)
    print(len(data), data, plistlib.loads(data)["y"])
for bad in (b"nothing", b"bplist00" + b"x" * 40, b"bplist00"):
    try:
        print(plistlib.loads(bad))
    except plistlib.InvalidFileException as e:
        print(e)
for bad in ({1: 2}, {"a": None}, object(), {"a": "\x01"}, 1 << 70):
    try:
        plistlib.dumps(bad)
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__)
print(plistlib.dumps({1: 2, "b": 3}, skipkeys=True, sort_keys=False).decode().count("key"), plistlib.loads(b"<plist><dict><key>a</key><true/></dict></plist>"), plistlib.UID(3), plistlib.FMT_XML)
