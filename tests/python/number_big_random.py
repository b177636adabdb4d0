"""Products, powers and remainders of integers of many sizes, edges among them."""
import random

r = random.Random(5)
P = 2**61 - 1
sizes = [1, 31, 32, 33, 63, 64, 65, 1247, 1248, 1279, 1280, 1281, 1312, 2559, 2560, 2561, 2592, 2624, 3840, 5120, 5121, 6000, 10240, 10241, 20000, 40960]


def number(bits):
    kind = r.random()
    if kind < 0.15:
        n = (1 << bits) - 1
    elif kind < 0.25:
        n = 1 << bits - 1
    elif kind < 0.4:
        # Runs of ones and zeros: carries go far.
        n = 0
        while n.bit_length() < bits:
            run = r.randint(1, 200)
            n = n << run | r.choice([0, (1 << run) - 1]) | (n == 0)
        n >>= n.bit_length() - bits
    else:
        n = r.getrandbits(bits) | 1 << bits - 1
    return -n if r.random() < 0.3 else n


for a_bits in sizes:
    for b_bits in sizes:
        a, b = number(a_bits), number(b_bits)
        c = a * b
        print(a_bits, b_bits, c % P, c % 1000003, c.bit_length(), c < 0, c >> 77 & 0xFFFFFF, c == b * a)
        assert c == ((a >> 700) * b << 700) + (a & (1 << 700) - 1) * b
        if c:
            assert divmod(c, a) == (b, 0) and divmod(c + a // 2, b)[0] in (a - 1, a, a + 1, a + 2, a - 2) or abs(b) <= abs(a)
    a = number(a_bits)
    print(a_bits, a * a % P, (a * a).bit_length(), a**3 % P, a * a == (-a) ** 2)

for m in (1, 2, 3, 7, 255, 65536, 10**9 + 7, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**32 + 1, 2**61 - 1, 2**64, 2**521 - 1):
    for e in (0, 1, 2, 3, 31, 32, 33, 2**31, 2**32, 2**64 + 5, 3**200):
        for x in (0, 1, 2, -3, 2**31, 2**32 - 1, 10**18, 7**100):
            print(m, e % P, pow(x, e, m), pow(-x, e, -m))
    print(m, [pow(x, -1, m) for x in range(1, 20, 2) if m > 1 and m % 2 == 0 and m & (m - 1) == 0])
