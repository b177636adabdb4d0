# A class that says what its instances are, methods made by hand, and modules
# written in C that a program changes.
import math
import sys
import types


class Claims:
    pass


made = type("Made", (Claims,), {"__class__": property(lambda self: dict)})()
print(isinstance(made, dict), isinstance(made, Claims), isinstance(made, list), made.__class__ is dict)
method = types.MethodType(lambda self, x: (self, x), 5)
print(method(6), method.__self__, type(method).__name__)
for wrong in ((1, 2), (len, None)):
    try:
        types.MethodType(*wrong)
    except TypeError as error:
        print(error)
before = math.sqrt
math.sqrt = lambda x: "mine"
print(math.sqrt(4))
math.sqrt = before
print(math.sqrt(4))
sys.mine = 3
print(sys.mine)
del sys.mine
print(hasattr(sys, "mine"), sys.modules["__main__"].made is made)
