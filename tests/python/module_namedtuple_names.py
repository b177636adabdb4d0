# Names of named tuples, subclasses of them; ChainMap's operators.
import html
from collections import ChainMap, namedtuple

Point = namedtuple("Point", "x y")


class Named(Point):
    def moved(self):
        return self._replace(x=9)


class Shown(Point):
    def __repr__(self):
        return "shown"


print(Named(1, 2), repr(Named(1, 2)), str(Named(1, 2).moved()), [Named(3, 4)], f"{Named(5, 6)}", Shown(1, 2), Point(1, 2))
print(Point.__match_args__, Named(1, 2) == Point(1, 2), isinstance(Named(1, 2), tuple))
for wrong in (["def"], ["a", "a"], ["_a"], ["1a"], ["g%hi"], ["a b"]):
    try:
        print(namedtuple("N", wrong))
    except ValueError as error:
        print(error)
for wrong in ("class", "1x"):
    try:
        print(namedtuple(wrong, "a"))
    except ValueError as error:
        print(error)
print(namedtuple("N", ["abc", "def"], rename=True)._fields, namedtuple("N", "a a 1b _c d", rename=True)._fields)
print(ChainMap({1: 2}) | {3: 4}, {5: 6, 1: 0} | ChainMap({1: 2}))
both = ChainMap({1: 2}, {4: 5})
both |= {7: 8}
print(both, both | ChainMap({4: 0}))
print(repr(html.unescape("a&#127;b&#x80;")))
