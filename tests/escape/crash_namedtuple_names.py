# outcome: any
from collections import namedtuple

namedtuple("", "")()
namedtuple("N", [])()
namedtuple("N", "a a a")(1, 2, 3).a
namedtuple("N", "__class__ __init__")(1, 2)
namedtuple("N", ["x"] * 300)(*range(300)) * 2
