"""Writes powertable.h: powers of ten as the upper 128 bits of their binary digits.

    powertable.py OUT

For 10**k with k from POWER_FIRST on; the bits below are cut off, which loses
nothing for 0 <= k <= 55.
"""

import sys

FIRST, LAST = -342, 324


def upper(k):
    n = 10 ** abs(k)
    if k >= 0:
        return n << 128 >> n.bit_length()
    return (1 << 128 + n.bit_length() - 1) // n


with open(sys.argv[1], "w") as f:
    f.write(f"// Made by powertable.py.\n#define POWER_FIRST ({FIRST})\n#define POWER_LAST {LAST}\n")
    f.write("static const struct {\n    uint64_t high, low;\n} powers[] = {\n")
    for k in range(FIRST, LAST + 1):
        value = upper(k)
        assert value.bit_length() == 128
        f.write("    {%#x, %#x},\n" % (value >> 64, value & (1 << 64) - 1))
    f.write("};\n")
