# What packages do with classes.
import dataclasses
import threading


class Text(str):
    def __new__(cls, value, note):
        return super().__new__(cls, value)


class Noted:
    def __init__(self, note):
        self.note = note


class NotedText(Text, Noted):
    def __init__(self, value, note):
        super().__init__(note)


t = NotedText("x", "n")
print(t, t.note, str.__init__ is object.__init__, list.__init__ is object.__init__)


class Plain(str):
    pass


class Number(float):
    def __init__(self, value, unit=None):
        super().__init__()
        self.unit = unit

    def __new__(cls, value, unit=None):
        return super().__new__(cls, value)


class Pair(tuple):
    def __init__(self, items):
        super().__init__()
        self.first = items[0]


print(Plain("abc"), Plain(5), Number(1.5, "m").unit, Pair([1, 2]), Pair([1, 2]).first)


@dataclasses.dataclass
class Own(threading.local):
    a: int = 1
    b: list = dataclasses.field(default_factory=list)


o = Own(a=3)
o.b.append(2)
print(o.a, o.b)


try:
    from typing import nonexistent
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])


def method(self, x):
    return self, x


print(type(method).__get__(method, 5, int)(6), type(lambda s: s).__get__(lambda s: -s, 3)())
