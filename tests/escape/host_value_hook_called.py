# outcome: any
import builtins

try:
    __value__([1, 2, 3])
except NameError:
    pass
