"""Sorting and heaps of numbers, text and tuples, mixed and nested, as pairs compare."""
import heapq
import random

r = random.Random(9)


class Int(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Text(str):
    def __lt__(self, other):
        return str(self) > str(other)


def value():
    return r.choice([r.randint(-5, 5), r.random() * 4, 2.0, -0.0, 2**40 + r.randint(0, 3), True])


def word():
    return "".join(r.choice("aab\u00e9\u4e00\U0001f600") for _ in range(r.randint(0, 4)))


kinds = [
    value, word, lambda: (value(), word()), lambda: (word(), value(), value()), lambda: (value(),) * r.randint(0, 3),
    lambda: ((value(), word()), value()), lambda: Int(r.randint(0, 9)), lambda: Text(word()), lambda: (Int(r.randint(0, 3)), word()),
    lambda: [value(), word()], lambda: word().encode(),
]
for kind in kinds:
    data = [kind() for _ in range(60)]
    print(sorted(data), sorted(data, reverse=True), sorted(data, key=lambda x: (str(x)[:2], 1)))
    heap = data[:]
    heapq.heapify(heap)
    print([heapq.heappop(heap) for _ in data], heapq.nsmallest(3, data), heapq.nlargest(3, data))
for data in ([1, "a"], [(1, "a"), (1, 2)], [(1, 2), [1, 2]], [None, None], [1j, 2], [(1, 2), (1, None)], [("a",), (1,)]):
    try:
        print(sorted(data))
    except TypeError as e:
        print(e)
