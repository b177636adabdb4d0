# Every base, with padding, alphabets and errors.
import base64
import binascii

data = [b"", b"a", b"ab", b"abc", b"abcd", b"hello world", bytes(range(256)), b"\xff\xfe\xfd", b"\0\0\0\0", b"    ", b"\xfb\xef\xbe"]
for d in data:
    for name in ("b64", "urlsafe_b64", "standard_b64", "b32", "b32hex", "b16", "b85", "a85"):
        encoded = getattr(base64, name + "encode")(d)
        print(name, encoded, getattr(base64, name + "decode")(encoded) == d)
    print(base64.encodebytes(d), base64.decodebytes(base64.encodebytes(d)) == d, base64.b64decode(base64.b64encode(d).decode()) == d)
print(base64.b64encode(b"\xfb\xff", b"_."), base64.b64decode("-_8=", altchars="-_"), base64.b64decode("aGVs bG8=\n"), base64.b64decode(b"YQ==YQ=="), base64.b32decode("me======", casefold=True), base64.b16decode("ff", True))
print(base64.a85encode(b"hello", adobe=True), base64.a85decode(b"<~BOu!rDZ~>", adobe=True), base64.a85encode(b"    ", foldspaces=True), base64.a85encode(b"abc" * 9, wrapcol=10), base64.b85encode(b"abc", pad=True))
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello"), binascii.b2a_base64(b"a"), binascii.a2b_base64("YQ=="))


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(base64.b64encode, "text")
attempt(base64.b64decode, "YQ")
attempt(base64.b64decode, "YQ=")
attempt(base64.b64decode, "Y")
attempt(base64.b64decode, "YWJjZ")
attempt(base64.b64decode, "Y$Q=", validate=True)
attempt(base64.b64decode, "Y$Q==")
attempt(base64.b32decode, "ME")
attempt(base64.b32decode, "me======")
attempt(base64.b16decode, "zz")
attempt(base64.b16decode, "ABC")
attempt(base64.b85decode, '"')
attempt(base64.b64decode, "é")
attempt(base64.b64decode, 5)
