# __dir__ and its kin of object, and what shows itself within itself.
import types


class Point:
    kind = "point"

    def __init__(self):
        self.x = 1

    def move(self):
        pass


class Listed(Point):
    def __dir__(self):
        return ["zz"] + [name for name in super().__dir__() if not name.startswith("_")]


print([name for name in dir(Point()) if not name.startswith("__")], dir(Listed()), sorted(Point().__dir__()) == dir(Point()))
print("__dir__" in dir(object), "append" in [].__dir__(), "move" in dir(Listed))
space = types.SimpleNamespace(x=1)
space.y = space
print(space, [space, space], types.SimpleNamespace(a=[1]))
keys = {"a": 1, "b": 2}.keys()
print(type(frozenset("ab") & keys).__name__, type(frozenset("c") | keys).__name__, type(frozenset("a") - {"b"}).__name__,
      sorted(frozenset("c") | keys), frozenset("ab") == keys, frozenset("a") < keys)
