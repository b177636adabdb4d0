# Methods that a dataclass has of its own are kept.
from dataclasses import dataclass


@dataclass
class Doubled:
    x: int

    def __init__(self, x):
        self.x = 2 * x


@dataclass
class Below(Doubled):
    y: int = 1


@dataclass
class Compared:
    x: int
    y: int = 0

    def __eq__(self, other):
        return self.x == other.x

    def __repr__(self):
        return "own"


print(Doubled(3), Doubled(3).x, Below(4), Below(4, 5).y, Compared(1, 2) == Compared(1, 3), Compared(1))
