import array
import collections
import dataclasses
import pprint
import types


@dataclasses.dataclass
class Point:
    name: str
    places: list
    hidden: int = dataclasses.field(default=1, repr=False)


@dataclasses.dataclass
class Quiet(Point):
    def __repr__(self):
        return "Quiet with a text of its own that is rather long for one line"


class Names(dict):
    pass


class Own(dict):
    def __repr__(self):
        return "Own()"


class Numbers(set):
    pass


class Frozen(frozenset):
    pass


class Row(list):
    def __repr__(self):
        return list.__repr__(self)


class Deque(collections.deque):
    pass


class Default(collections.defaultdict):
    pass


class Ordered(collections.OrderedDict):
    pass


class Bytes(bytearray):
    pass


class Array(array.array):
    pass


print(Numbers(), Numbers([1]), Frozen(), Frozen([2]), Deque([3], 4), Default(int, a=1), Ordered(b=2), Bytes(b"x"), Array("b", [1]))
print([Numbers([1])], {"a": Frozen([2])}, "%s %r" % (Numbers([1]), Deque()), f"{Bytes(b'y')}", set.__repr__(Numbers([5])))
words = {word: i for i, word in enumerate("the quick brown fox jumped over a lazy dog".split())}
text = "Portons dix bons \"whiskys\"\nà l'avocat goujat\t qui fumait au zoo"
nested = {"key": {"inner": words}, 3: [words], "text": text, b"b": bytes(range(40))}
things = [words, Names(words), Own(words), list(words), tuple(words), {1}, (1,), (), [], {}, set(range(30)), Numbers(range(20)), Frozen(range(20)),
          text, text * 3, "x" * 90, "", bytes(range(100)), bytearray(b"abcdefghijklmnopqrstuvwxyz" * 3), types.MappingProxyType(words),
          types.SimpleNamespace(**words), collections.OrderedDict(words), collections.OrderedDict(), collections.defaultdict(int, words),
          collections.defaultdict(int), collections.Counter(words), collections.Counter(), collections.ChainMap(words, {"z": list(range(30))}),
          collections.deque(words), collections.deque(words, maxlen=20), collections.deque(maxlen=7), collections.UserDict(words),
          collections.UserList(words), collections.UserString(text), Point("a" * 40, list(range(30))), Quiet("b" * 40, [1]), Row(range(40)),
          nested, [nested, [nested]], {True: 1, 2: "a", "b": None}, 12345678, [12345678, True, 1.5], {"b": 1, "a": {"d": 2, "c": 3}}]
for i, thing in enumerate(things):
    for width in (1, 10, 25, 40, 80):
        for more in ({}, {"compact": True}, {"indent": 4}, {"depth": 1}, {"sort_dicts": False}, {"underscore_numbers": True}):
            made = pprint.pformat(thing, width=width, **more)
            if width in (25, 80) and not more:
                print(made)
            else:
                print(i, width, sorted(more), len(made), sum(ord(c) * (at % 97 + 1) for at, c in enumerate(made)))


class Upper(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), False, False
        return super().format(object, context, maxlevels, level)


Upper().pprint({"a": ["b", "c"]})
circle = [1]
circle.append(circle)
print(pprint.isrecursive(circle), pprint.isreadable(circle), pprint.isreadable([1, {"a": "<"}]), pprint.isreadable(print), pprint.isreadable([object]))
print(pprint.pformat(circle).split(" with")[0], pprint.saferepr({2: 1, 1: 2}))
for wrong in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.PrettyPrinter(**wrong)
    except ValueError as e:
        print(e)
