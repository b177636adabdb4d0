# Small integers: signs of // and %, shifts, powers, bit operations.
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)  # expect: 3 -4 -4 3
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)  # expect: 1 2 -2 -1
print(divmod(17, 5), divmod(-17, 5), divmod(17, -5))  # expect: (3, 2) (-4, 3) (-4, -3)
print(2 ** 10, (-2) ** 3, 0 ** 0, 2 ** -1)  # expect: 1024 -8 1 0.5
print(pow(3, 200, 13), pow(5, 0, 7))  # expect: 9 1
print(1 << 20, -1 >> 5, 12345 >> 3, ~0, ~5)  # expect: 1048576 -1 1543 -1 -6
print(0b1010 & 0b0110, 0b1010 | 0b0110, 0b1010 ^ 0b0110)  # expect: 2 14 12
print(0x7fff_ffff + 1, -0x8000_0000 - 1, 0o777, 1_000_000)
# expect: 2147483648 -2147483649 511 1000000
print(2**30 - 1, 2**30, 2**31 - 1, 2**31, -2**30, -2**30 - 1)
# expect: 1073741823 1073741824 2147483647 2147483648 -1073741824 -1073741825
print((2**30 - 1) * 2, (2**30) // -1, -(2**30))  # expect: 2147483646 -1073741824 -1073741824
print(10 / 4, 10 // 4, 9 / 3, -9 / 2)  # expect: 2.5 2 3.0 -4.5
print(int("42"), int("-7"), int(" 19 "), int("ff", 16), int("0b11", 0), int("z", 36))
# expect: 42 -7 19 255 3 35
print(abs(-5), +5, -5, bool(0), bool(3))  # expect: 5 5 -5 False True
a = 5
a += 3; a -= 1; a *= 6; a //= 4; a %= 7; a **= 3; a <<= 2; a >>= 1; a |= 1; a &= 0xff; a ^= 0x0f
print(a)  # expect: 56
