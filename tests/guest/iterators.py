# The iterator protocol, iter with a sentinel, sequence iteration.
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(4)), sum(Count(5)), [x for x in Count(3)], max(Count(4)), 2 in Count(4))
# expect: [3, 2, 1, 0] 10 [2, 1, 0] 3 True
class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
print(list(Seq()), 9 in Seq(), [a for a in Seq()])  # expect: [0, 1, 4, 9] True [0, 1, 4, 9]
print(list(map(str, Count(3))), list(zip(Count(3), "abc")))
# expect: ['2', '1', '0'] [(2, 'a'), (1, 'b'), (0, 'c')]
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "done"), list(reversed([1, 2, 3])), list(enumerate("ab", 5)))
# expect: 1 [2, 3] done [3, 2, 1] [(5, 'a'), (6, 'b')]
a, b, c = Count(3)
print(a, b, c, list(filter(None, [0, 1, "", "x"])), list(filter(lambda v: v > 1, [1, 2, 3])))
# expect: 2 1 0 [1, 'x'] [2, 3]
try:
    iter(5)
except TypeError:
    print("TypeError")
# expect: TypeError
