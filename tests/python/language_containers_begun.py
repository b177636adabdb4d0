# __init__ of a built-in container: a dict adds to what is there, others begin anew.
class Defaults(dict):
    def __init__(self, *args, **kwargs):
        self["x"] = 1
        super().__init__(*args, **kwargs)


class Numbers(list):
    def __init__(self, *args):
        self.append(1)
        super().__init__(*args)


print(Defaults(a=2), Defaults({"b": 1}), Defaults([("x", 5)]))
print(Numbers(), Numbers([3]))
d, s, b, n = {"a": 1}, {1}, bytearray(b"abc"), [1, 2]
d.__init__(b=2)
s.__init__([2])
b.__init__(b"x")
n.__init__("ab")
print(d, s, b, n)
n.__init__()
print(n)


class Text(bytearray):
    pass


class Raw(bytes):
    pass


import copy

t = Text(b"abc")
t.note = 1
print(bytes(copy.copy(t)), bytes(copy.deepcopy(t)), copy.copy(t).note, type(copy.copy(t)).__name__)
print(type(Raw.fromhex("0102")).__name__, type(Text.fromhex("0102")).__name__, bytes(Text.fromhex("01 02")))


# What iterates stays at its end, and is an iterator.
class Items:
    def __init__(self):
        self.n = 3

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i


items = Items()
for thing, more in ((items, lambda: setattr(items, "n", 9)), (n, lambda: n.append(5)), (b, lambda: b.append(5))):
    iterator = iter(thing)
    print(list(iterator))
    more()
    print(list(iterator))


class Wrong:
    def __iter__(self):
        return 5


for call in (iter, list, enumerate, sum, lambda x: [y for y in x]):
    try:
        call(Wrong())
    except TypeError as error:
        print(error)
print(list(enumerate("ab", 2**70)), list(enumerate("ab", start=True)), list(zip(range(2), enumerate("xy", -1))))


# Keywords that are for an __init__ or a __new__ of the subclass.
class Degrees(float):
    def __init__(self, value, unit="C"):
        self.unit = unit


class Row(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Chosen(list):
    def __new__(cls, items, name=None):
        self = super().__new__(cls, items)
        self.name = name
        return self


class Bare(float):
    pass


print(Degrees(2.5, unit="F").unit, Degrees(2.5, unit="F") + 1, Row([1, 2], name="r").name, Row((1,), name="r"), Chosen([1], name="c").name, Chosen([1, 2], name=3))
for wrong in (lambda: Bare(x=1), lambda: Degrees(1, "F", 3), lambda: list(sequence=[1])):
    try:
        print(wrong())
    except TypeError:
        print("TypeError")
