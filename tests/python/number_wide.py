# Operations on integers of 30 to 66 bits, which the interpreter does by itself, and
# on their neighbours, which it does not.
values = sorted({sign * (2 ** bits + plus) for bits in (0, 1, 15, 29, 30, 31, 32, 33, 46, 61, 62, 63, 64, 65)
                 for plus in (-1, 0, 1) for sign in (1, -1)})
print(len(values))
total = 0
for a in values:
    row = []
    for b in values:
        row += [a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a > b, a <= b, a >= b, a == b, a != b]
        if b:
            row += [a // b, a % b]
            assert a // b * b + a % b == a
        else:
            for operation in (lambda: a // b, lambda: a % b):
                try:
                    operation()
                except ZeroDivisionError as e:
                    row.append(len(str(e)))
    for shift in (0, 1, 2, 29, 31, 32, 33, 61, 62, 63, 64, 65, 200):
        row += [a << shift, a >> shift]
    for item in row:
        total = (total * 31 + item) % (2 ** 89 - 1)
    print(a, total)
for operation in (lambda: 2 ** 40 >> -1, lambda: 2 ** 40 << -1, lambda: 1 << -1):
    try:
        operation()
    except ValueError as e:
        print(e)

M = 10 ** 9 + 7
x = 1
for i in range(1, 3000):
    x = x * i % M
print(x)
h = 14695981039346656037
for c in b"a text to be hashed":
    h = (h ^ c) * 1099511628211 & 0xFFFFFFFFFFFFFFFF
print(h, hex(h), h >> 32, -h >> 3, h % 1000, -h % 1000, type(h >> 40), True + 2 ** 40, 2 ** 40 * True, 2 ** 62 * False)
x = 2 ** 40
x += 1; x -= 5; x *= 3; x //= 7; x %= 10 ** 11; x <<= 3; x >>= 1; x |= 1; x ^= 255; x &= ~8
print(x)
