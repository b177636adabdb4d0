import base64
import binascii
import io
import quopri
import random

random.seed(7)


def show(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def some(alphabet, most):
    return bytes(random.choice(alphabet) for _ in range(random.randint(0, most)))


for i in range(150):
    text = some(b"ab  \t\n\r=._~\x00\xff?zz\n", 12)
    print(text, binascii.b2a_qp(text), binascii.b2a_qp(text, quotetabs=True, istext=False, header=True), quopri.encodestring(text, header=True))
    quoted = some(b"=\n\r A1aZ_=", 10)
    print(quoted, binascii.a2b_qp(quoted), quopri.decodestring(quoted, True))
    data = some(bytes(range(256)), 45)
    line = binascii.b2a_uu(data)
    print(line, binascii.b2a_uu(data, backtick=True), binascii.a2b_uu(line) == data)
    line = some(b' !"#$`M0\n\r~', 9)
    print(line, show(binascii.a2b_uu, line))
    text = some(b"ABab=+/ \n", 9)
    print(text, show(base64.b64decode, text), show(base64.b64decode, text, validate=True), show(base64.a85decode, text),
          show(base64.b85decode, text), show(base64.b32decode, text), show(binascii.a2b_base64, text, strict_mode=True))
long = some(b"abc =\n.", 3000)
print(binascii.b2a_qp(long), binascii.b2a_qp(b"x" * 500), binascii.b2a_qp(long.replace(b"\n", b"\r\n")), binascii.a2b_qp(binascii.b2a_qp(long)) == long)
print(base64.a85encode(long[:200], adobe=True, wrapcol=20, foldspaces=True))
encoded, decoded = io.BytesIO(), io.BytesIO()
base64.encode(io.BytesIO(long), encoded)
base64.decode(io.BytesIO(encoded.getvalue()), decoded)
print(encoded.getvalue()[:100], decoded.getvalue() == long)
for f in (lambda: binascii.hexlify("a"), lambda: binascii.unhexlify("é"), lambda: binascii.unhexlify("a"), lambda: binascii.unhexlify("zz"),
          lambda: base64.b64encode("x"), lambda: base64.b64decode("é"), lambda: base64.b16decode("zz"), lambda: base64.b64decode(5),
          lambda: binascii.crc_hqx(b"ab", 0x12345), lambda: base64.encodebytes("a"), lambda: binascii.b2a_uu(bytes(46)),
          lambda: binascii.unhexlify(bytearray(b"0aFF")), lambda: base64.a85decode(b"s")):
    print(show(f))
