# pprint.
import pprint as module
from collections import Counter, OrderedDict, defaultdict, deque
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, saferepr

data = {"name": "x" * 20, "list": list(range(30)), "nested": {"b": [1, 2, {"deep": "value" * 8}], "a": ("t", "u" * 30, "v" * 30)}, "e": [], "n": None}
pp(data)
module.pprint(data)
module.pprint(data, width=40)
module.pprint(data, indent=4, depth=2)
module.pprint(data, compact=True, width=50)
print(pformat([1, 2, 3]), pformat({"b": 1, "a": 2}), pformat({"b": 1, "a": 2}, sort_dicts=False), pformat((1,)), pformat("short"))
module.pprint("a long string with many words in it that has to be broken somewhere because it is too long for one line")
module.pprint({"key": "a long string with many words in it that has to be broken somewhere because it is too long"})
module.pprint([["a" * 30, "b" * 30], ["c" * 30], "d\ne"])
module.pprint({frozenset([1]), 3} and {3, 1, 2})
module.pprint(set(range(40)), width=60)
module.pprint(OrderedDict((("key%d" % i, "value" * 4) for i in range(4))))
module.pprint(deque(["item" * 6] * 5))
module.pprint(Counter({"word" * 8: 5, "other" * 8: 3, "third" * 4: 1}))
module.pprint(tuple(["tuple" * 8] * 3))
module.pprint(list(range(60)), compact=True)
loop = [1]
loop.append(loop)
print(isrecursive(loop), isreadable([1, "a"]), saferepr({"z": 1, "a": [2]}))
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    label: str = "label" * 10
    values: list = field(default_factory=lambda: list(range(15)))


module.pprint(Point(1))
module.pprint([Point(2, "a", [])])
PrettyPrinter(width=30).pprint({"alpha": [1, 2, 3], "beta": ["x" * 10, "y" * 10]})
module.pprint({1: "a", "b": 2})
