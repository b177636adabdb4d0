# Operators as functions, getters.
import operator
from operator import *

print(add(1, 2), sub(5, 3), mul("ab", 2), truediv(7, 2), floordiv(7, 2), mod(7, 3), operator.pow(2, 5))
print(lt(1, 2), le(2, 2), eq(1, 1.0), ne(1, 2), gt(1, 2), ge(2, 1), is_(None, None), is_not(None, 1))
print(and_(6, 3), or_(6, 3), xor(6, 3), lshift(1, 4), rshift(16, 2), neg(3), pos(-3), inv(5), invert(5), not_(0), truth([]))
print(operator.abs(-3), index(7), concat([1], [2]), contains("abc", "b"), countOf([1, 2, 1], 1), indexOf("abc", "c"))
items = [1, 2, 3]
setitem(items, 0, 9)
delitem(items, 1)
print(items, getitem(items, 0), getitem("abcd", slice(1, 3)))
print(iadd([1], [2]), isub(5, 2), imul(3, 4), operator.__add__(1, 2), operator.__lt__(1, 2), operator.__not__(1))
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)))
print(itemgetter("x")({"x": 5}), itemgetter(-1)([1, 2]), itemgetter(slice(0, 2))("hello"), itemgetter(0, 2)("abc"))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def moved(self, dx, dy=0):
        return (self.x + dx, self.y + dy)


p = Point(1, Point(2, 3))
print(attrgetter("x")(p), attrgetter("y.x", "x")(p), attrgetter("y.y")(p))
print(methodcaller("upper")("abc"), methodcaller("split", ",", 1)("a,b,c"), methodcaller("moved", 1, dy=2)(Point(1, 1)))
print(itemgetter(1, "a"), attrgetter("a.b"), methodcaller("f", 1, x=2))
for bad in (lambda: itemgetter(), lambda: attrgetter(1), lambda: methodcaller(1), lambda: index("a"), lambda: itemgetter(5)([1]), lambda: indexOf([1], 2)):
    try:
        bad()
    except (TypeError, IndexError, ValueError) as e:
        print(type(e).__name__)
print(list(map(mul, [1, 2], [3, 4])), max({"a": 3, "b": 5}.items(), key=itemgetter(1)))
print(call(max, 3, 4), call(dict, a=1))
