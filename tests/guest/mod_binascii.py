# binascii.
import binascii
print(binascii.hexlify(b"\x00\xffab"), binascii.unhexlify("00ff6162"),
      binascii.hexlify(b"\x01\x02\x03", ":"))
# expect: b'00ff6162' b'\x00\xffab' b'01:02:03'
print(binascii.b2a_base64(b"hello world"), binascii.a2b_base64(b"aGVsbG8gd29ybGQ="),
      hex(binascii.crc32(b"hello")))
# expect: b'aGVsbG8gd29ybGQ=\n' b'hello world' 0x3610a686
data = bytes(range(256))
print(binascii.a2b_base64(binascii.b2a_base64(data)) == data,
      binascii.unhexlify(binascii.hexlify(data)) == data)
# expect: True True
for bad in ("0", "0g"):
    try:
        binascii.unhexlify(bad)
    except ValueError:
        print("ValueError")
# expect: ValueError
# expect: ValueError
