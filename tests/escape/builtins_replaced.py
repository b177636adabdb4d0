# Replacing built-ins changes the guest's own names only.
import builtins

builtins.print = lambda *a: None
print("lost")
builtins.len = lambda x: 10**9
try:
    bytearray(4)[len("")]
except IndexError:
    pass
