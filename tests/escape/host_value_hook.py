# The name that the machinery binds the last value to is not the guest's to use.
# outcome: any
# value: null
__value__ = lambda x: 1 / 0
import builtins

builtins.__value__ = lambda x: 1 / 0
builtins.__repl_print__ = lambda x: 1 / 0
x = 5
