# Sorting: keys, reverse, stability of equal keys in sorted ties, mixed sizes.
words = ["pear", "fig", "apple", "kiwi", "banana"]
print(sorted(words), sorted(words, key=len, reverse=True)[0], sorted(words, key=lambda w: w[-1])[0])
# expect: ['apple', 'banana', 'fig', 'kiwi', 'pear'] banana banana
l = [5, 2, 9, 1]
l.sort(key=lambda x: -x)
print(l, sorted([(2, "b"), (1, "z"), (2, "a")]), sorted("hello"), sorted({3: 0, 1: 0}))
# expect: [9, 5, 2, 1] [(1, 'z'), (2, 'a'), (2, 'b')] ['e', 'h', 'l', 'l', 'o'] [1, 3]
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), max(big), min(big))  # expect: True 1008 0
class V:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
print([v.n for v in sorted([V(3), V(1), V(2)])])  # expect: [1, 2, 3]
try:
    sorted([1, "a"])
except TypeError:
    print("TypeError")
# expect: TypeError
try:
    sorted([3, 1, 2], key=lambda x: 1 // (x - 1))
except ZeroDivisionError:
    print("ZeroDivisionError")
# expect: ZeroDivisionError
