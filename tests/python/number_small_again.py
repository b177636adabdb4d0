# Small numbers that were made as large ones are as good as others.
import array
import struct

big = 2 ** 70
made = [struct.unpack(form, bytes([5]) + bytes(struct.calcsize(form) - 1))[0] for form in ("<l", "<L", "<q", "<Q")]
made += [struct.unpack(form, bytes(struct.calcsize(form) - 1) + bytes([5]))[0] for form in (">l", ">q", ">Q")]
made += [divmod(big * 5, big)[0], divmod(big + 5, big)[1], hash(5), array.array("q", [5])[0], array.array("Q", [5])[0], big - big + 5]
for n in made:
    print(n, list(range(8))[n:], tuple(range(8))[:n], "abcdefgh"[n:], b"abcdefgh"[-n:], range(9)[n:], "x" * n, [0] * n)
print(int.__ceil__(5), int.__floor__(-5), int.__trunc__(True), int.__round__(15, -1), (7).__round__(), float.__ceil__(1.5), (-1.5).__floor__(), (2.5).__round__(), (2.567).__round__(2), float.__trunc__(-1.5))


class I(int):
    def __ceil__(self):
        return super().__ceil__() + 1


class F(float):
    pass


import math
print(math.ceil(I(5)), math.floor(I(5)), round(I(5)), type(round(I(5))), math.ceil(F(1.5)), math.trunc(F(-1.5)), round(F(2.5)), round(F(2.345), 1))
