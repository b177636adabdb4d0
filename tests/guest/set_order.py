# Sets of numbers, and of tuples of them, are in CPython's order.
def show(*numbers):
    s = set()
    for n in numbers:
        s.add(n)
    return s
print(show(5, 1, 3, 9, 2, 17), show(33, 8), show(-1, -2, 0), show(1000, 10, 100, 1))  # expect: {1, 2, 3, 5, 9, 17} {8, 33} {0, -1, -2} {1000, 1, 10, 100}
print(show((1, 2), (3, 4), (0, 0)), show(1.5, 2.5, 0.5), show(2**40, 2**41, 7))  # expect: {(1, 2), (3, 4), (0, 0)} {0.5, 1.5, 2.5} {1099511627776, 2199023255552, 7}
s = show(1, 2)
s.discard(1)
s.add(9)
print(s, s.pop(), {1, 2, 3} ^ {3, 4}, show(*range(6)) - {1})  # expect: {2} 9 {1, 2, 4} {0, 2, 3, 4, 5}
print(hash(1.5), hash((1, 2)), hash(2**70), hash(-1), hash(frozenset([1, 2])), hash(True))  # expect: 1152921504606846977 -3550055125485641917 512 -2 -1826646154956904602 1
s = {1}
print(s.union([2], (3,), {4: 5}), s | {7}, s.intersection([1], {1: 2}), frozenset([1]) | {2}, {2} | frozenset([1]))  # expect: {1, 2, 3, 4} {1, 7} {1} frozenset({1, 2}) {1, 2}
class S(set):
    pass
t = S([3, 1])
t |= {2}
print(len(t), t == {1, 2, 3}, {1, 2, 3} == t, t < {1, 2, 3, 4}, frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})  # expect: 3 True True True True True
