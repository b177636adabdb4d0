# id() leads nowhere: there is nothing that takes an address.
import ctypes

x = []
n = id(x)
found = []
for name in ("uctypes", "machine", "_ctypes"):
    try:
        __import__(name)
        found.append(name)
    except ImportError:
        pass
print(isinstance(n, int), found)  # expect: True []

# Those of ctypes that would are names only.
for use in (
    lambda: ctypes.cast(n, ctypes.py_object),
    lambda: ctypes.string_at(n, 8),
    lambda: ctypes.memmove(n, n, 8),
    lambda: ctypes.POINTER(ctypes.c_int),
    lambda: ctypes.pointer(ctypes.c_int(n)),
    lambda: ctypes.byref(ctypes.c_int(n)),
    lambda: ctypes.CDLL(None),
    lambda: ctypes.cdll.LoadLibrary("libc.so.6"),
    lambda: ctypes.cdll.msvcrt,
    lambda: ctypes.pydll.anything,
    lambda: ctypes.CFUNCTYPE(None)(n),
    lambda: (ctypes.c_int * 4).from_address(n),
    lambda: ctypes.c_int.from_address(n),
    lambda: ctypes.c_int.from_buffer(bytearray(8)),
    lambda: ctypes.c_int.in_dll(None, "x"),
):
    try:
        print("reached", use())
    except (PermissionError, AttributeError):
        pass
print(ctypes.c_void_p(n).value == n)  # expect: True
