# Integers to text and back, in every base.
print(str(10**25), repr(-10**25), int("-" + "9" * 40))
# expect: 10000000000000000000000000 -10000000000000000000000000 -9999999999999999999999999999999999999999
for base in (2, 3, 8, 10, 16, 32, 36):
    print(base, int("1" * 12, base))
# expect: 2 4095
# expect: 3 265720
# expect: 8 9817068105
# expect: 10 111111111111
# expect: 16 18764998447377
# expect: 32 37191016277640225
# expect: 36 135382323952046197
print(hex(255), oct(8), bin(5), hex(-255), hex(2**64))
# expect: 0xff 0o10 0b101 -0xff 0x10000000000000000
print("%d %x %o %X" % (255, 255, 8, 255))  # expect: 255 ff 10 FF
print("{:d} {:x} {:X} {:b} {:o} {:,}".format(255, 255, 255, 5, 8, 1234567))
# expect: 255 ff FF 101 10 1,234,567
print("{:,}".format(10**18), "{:+d} {:+d}".format(3, -3), "{: d}".format(4))
# expect: 1,000,000,000,000,000,000 +3 -3  4
print("{:08d}|{:<8d}|{:>8d}|{:^8d}|".format(-42, 42, 42, 42))
# expect: -0000042|42      |      42|   42   |
for text in ("", "1 2", "0x", "12a", "--1", "1.5"):
    try:
        print(int(text))
    except ValueError:
        print("ValueError")
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
digits = str(3 ** 1000)
print(len(digits), digits[:10], digits[-10:], int(digits) == 3 ** 1000)
# expect: 478 1322070819 2855220001 True
