# collections.abc: what is one, and what comes with it.
from collections import OrderedDict, defaultdict, deque
from collections.abc import *
import collections.abc

things = [[], (), {}, set(), frozenset(), "", b"", bytearray(), range(3), 5, None, len, iter([]), (n for n in ()), {}.keys(), {}.values(), {}.items(), deque(), defaultdict(int), print]
kinds = [Hashable, Sized, Container, Callable, Iterable, Iterator, Reversible, Generator, Collection, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence, KeysView, ValuesView, ItemsView]
for kind in kinds:
    print(kind.__name__, [int(isinstance(thing, kind)) for thing in things])
print([issubclass(list, kind) for kind in (Sequence, Mapping, Iterable, Hashable)], issubclass(dict, MutableMapping))


class Row(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)


r = Row(3, 1, 3)
print(list(r), 1 in r, r.index(1), r.count(3), list(reversed(r)), isinstance(r, Sequence), isinstance(r, Iterable))


class Store(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


s = Store()
s["a"] = 1
s.update(b=2)
s.update({"c": 3})
print(dict(s), s.get("x", 0), "a" in s, list(s.keys()), list(s.items()), s.pop("a"), s.setdefault("q", 4), s == {"b": 2, "c": 3, "q": 4}, len(s))
print(s.popitem(), 3 in s.values(), ("c", 3) in s.items(), s.pop("zz", None))
s.clear()
print(len(s), bool(s))


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)


a, b = Bag([1, 2, 3]), Bag([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, Bag([2]) <= a, a == Bag([3, 2, 1]), a.isdisjoint([9]))
a |= [7]
a -= [1]
print(list(a), a.pop(), len(a))
a.remove(3)
try:
    a.remove(99)
except KeyError as e:
    print("KeyError", e)


class Numbers(MutableSequence):
    def __init__(self):
        self.l = []

    def __getitem__(self, i):
        return self.l[i]

    def __setitem__(self, i, v):
        self.l[i] = v

    def __delitem__(self, i):
        del self.l[i]

    def __len__(self):
        return len(self.l)

    def insert(self, i, v):
        self.l.insert(i, v)


n = Numbers()
n.append(1)
n.extend([2, 3])
n += [4]
n.reverse()
n.remove(2)
print(list(n), n.pop(), n.pop(0), len(n))


class Partial(Sequence):
    def __len__(self):
        return 0


class Wrong(Mapping):
    pass


for cls in (Partial, Wrong, Iterator):
    try:
        cls()
    except TypeError as e:
        print(e)


class Counting(Iterator):
    def __init__(self):
        self.n = 0

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(Counting()))


class Duck:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


print(isinstance(Duck(), Collection), isinstance(Duck(), Sequence), issubclass(Duck, Sized))
Sequence.register(Duck)
print(isinstance(Duck(), Sequence), issubclass(Duck, Sequence))
