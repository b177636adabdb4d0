# Ranges of integers of any size, as CPython has them.
big = range(10**30, 10**30 + 10, 3)
print(list(big), len(big), big[-1], big[1:3])  
print(big, big.start, big.stop, big.step)
print(len(range(10**12)), range(10**12)[-1], range(10**12)[10**11])
print(10**11 in range(10**12), 7 in range(0, 10**12, 2), -1 in range(10**12), True in range(2))
print(2.0 in range(5), 2.5 in range(5), "x" in range(3))
print(len(range(2**63 - 1)), bool(range(2**70)), bool(range(2**70, 0)))
print(list(range(2**31 - 2, 2**31 + 2)), list(range(-2**31, -2**31 + 2)))
print(list(range(2**30 - 2, 2**30 + 2)), list(range(-2**30 + 1, -2**30 - 3, -1)))
print(len(range(-2**30, 2**30 - 1)), range(-2**30, 2**30 - 1)[-1])
print(range(10**20)[::-1], range(10**20)[10**19:], range(10**20)[:-10**19:10**18])
print(list(range(10**20, 10**20 - 9, -4)), list(range(10**20, 10**20)))
print(range(10)[::-2], range(10)[8:1:-3], range(10)[-100:100], range(10)[100:-100:-1], range(7, -2, -4)[2:-2:])
print(range(0) == range(5, 3), range(1, 2, 3) == range(1, 9, 10), range(3) == range(0, 3, 2))
print(range(10**30) == range(10**30), {range(3): 1}[range(0, 3)], hash(range(1, 2)) == hash(range(1, 3, 7)))
print(range(3) == [0, 1, 2], range(True), range(False, True))
it = iter(range(10**30, 10**30 + 2))
print(next(it), next(it), next(it, "end"))
for i in range(10**15, 10**15 + 2):
    print(i)
print(sum(range(10**9, 10**9 + 5)), [x for x in range(4 * 10**9, 0, -10**9)])


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


fails(lambda: len(range(2**63)))
fails(lambda: range(10**30)[10**30])
fails(lambda: range(10**30)[-10**30 - 1])
fails(lambda: range(3)[3])
fails(lambda: range(1.0))
fails(lambda: range("1"))
fails(lambda: range(0, 1, 0))
fails(lambda: range(5)[::0])
fails(lambda: range(5)["a"])
fails(lambda: range(10**30)[1.5])

# expect: [1000000000000000000000000000000, 1000000000000000000000000000003, 1000000000000000000000000000006, 1000000000000000000000000000009] 4 1000000000000000000000000000009 range(1000000000000000000000000000003, 1000000000000000000000000000009, 3)
# expect: range(1000000000000000000000000000000, 1000000000000000000000000000010, 3) 1000000000000000000000000000000 1000000000000000000000000000010 3
# expect: 1000000000000 999999999999 100000000000
# expect: True False False True
# expect: True False False
# expect: 9223372036854775807 True False
# expect: [2147483646, 2147483647, 2147483648, 2147483649] [-2147483648, -2147483647]
# expect: [1073741822, 1073741823, 1073741824, 1073741825] [-1073741823, -1073741824, -1073741825, -1073741826]
# expect: 2147483647 1073741822
# expect: range(99999999999999999999, -1, -1) range(10000000000000000000, 100000000000000000000) range(0, 90000000000000000000, 1000000000000000000)
# expect: [100000000000000000000, 99999999999999999996, 99999999999999999992] []
# expect: range(9, -1, -2) range(8, 1, -3) range(0, 10) range(9, -1, -1) range(-1, 3, -4)
# expect: True True False
# expect: True 1 True
# expect: False range(0, 1) range(0, 1)
# expect: 1000000000000000000000000000000 1000000000000000000000000000001 end
# expect: 1000000000000000
# expect: 1000000000000001
# expect: 5000000010 [4000000000, 3000000000, 2000000000, 1000000000]
# expect: OverflowError
# expect: IndexError
# expect: IndexError
# expect: IndexError
# expect: TypeError
# expect: TypeError
# expect: ValueError
# expect: ValueError
# expect: TypeError
# expect: TypeError
