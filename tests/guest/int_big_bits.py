# Shifts and bit operations of large integers, negative ones as two's complement.
a = 0xdeadbeefcafebabe1234567890abcdef
print(hex(a), hex(a << 68), hex(a >> 68))
# expect: 0xdeadbeefcafebabe1234567890abcdef 0xdeadbeefcafebabe1234567890abcdef00000000000000000 0xdeadbeefcafebab
print(hex(a & 0xffffffffffffffffffff), hex(a | 1 << 200), hex(a ^ a << 1))
# expect: 0xbabe1234567890abcdef 0x1000000000000000000deadbeefcafebabe1234567890abcdef 0x163f6c3305f03cfc2365cfa89b1fc5631
print(-a >> 100, ~a, -a & 0xffff, -1 << 65, -(1 << 65) >> 64)
# expect: -233495535 -295990755076957304699390954000840642032 12817 -36893488147419103232 -2
print(bin(2**65 + 1), oct(2**65))
# expect: 0b100000000000000000000000000000000000000000000000000000000000000001 0o4000000000000000000000
print((1 << 300) >> 299, 1 << 0, (1 << 64) - 1)  # expect: 2 1 18446744073709551615
n, bits = a, 0
while n:
    n &= n - 1
    bits += 1
print(bits)  # expect: 78
print((2**64).to_bytes(9, "big"),
      int.from_bytes(b"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00", "little"))
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00\x00' 1
