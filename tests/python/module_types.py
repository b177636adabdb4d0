# types.
import types
from types import *

n = SimpleNamespace(a=1, b="x")
n.c = [2]
print(n, n == SimpleNamespace(a=1, b="x", c=[2]), n.b, SimpleNamespace(), n != SimpleNamespace())
m = MappingProxyType({"a": 1})
print(m["a"], len(m), list(m), "a" in m, m.get("z", 0), dict(m), m)
try:
    m["b"] = 2
except TypeError as e:
    print("TypeError")


def f():
    yield 1


class A:
    def m(self):
        return 5


print(isinstance(lambda: 0, FunctionType), isinstance(lambda: 0, LambdaType), isinstance(len, BuiltinFunctionType), isinstance(f(), GeneratorType))
print(isinstance(A().m, MethodType), isinstance(types, ModuleType), isinstance(None, NoneType), isinstance(..., EllipsisType))
print(isinstance(list[int], GenericAlias), isinstance(int | str, UnionType))
made = new_class("Made", (A,), {}, lambda ns: ns.update(x=7))
print(made.x, made().m(), made.__name__)
