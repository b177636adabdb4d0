# bytes and bytearray.
b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], list(b[:2]))
# expect: b'hello\x00\xff' 7 104 255 b'el' [104, 101]
print(bytes(3), bytes([1, 2, 3]), bytes("é", "utf-8"), bytes(b"x"), bytearray(b"ab"))
# expect: b'\x00\x00\x00' b'\x01\x02\x03' b'\xc3\xa9' b'x' bytearray(b'ab')
print(b.find(b"l"), b.replace(b"l", b"L"), b.split(b"l"), b"-".join([b"a", b"b"]), b + b"!",
      b"ab" * 2)
# expect: 2 b'heLLo\x00\xff' [b'he', b'', b'o\x00\xff'] b'a-b' b'hello\x00\xff!' b'abab'
print(b.startswith(b"he"), b"e" in b, 104 in b, b == bytearray(b), b < b"i")
# expect: True True True True True
print(b.hex(), bytes.fromhex("00ff10"))  # expect: 68656c6c6f00ff b'\x00\xff\x10'
a = bytearray(b"abc")
a[0] = 65
a.append(100)
a.extend(b"ef")
a += b"gh"
print(a, len(a), a[1:3], bytes(a))  # expect: bytearray(b'Abcdefgh') 8 bytearray(b'bc') b'Abcdefgh'
a[1:3] = b"12345"
print(a)  # expect: bytearray(b'A12345defgh')
a[:2] = b""
print(a, a.find(b"3"), a.decode())  # expect: bytearray(b'2345defgh') 1 2345defgh
for bad in (lambda: bytes([256]), lambda: a[99]):
    try:
        bad()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__)
# expect: ValueError
# expect: IndexError
