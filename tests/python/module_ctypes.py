# ctypes: numbers and arrays.
import ctypes

print(ctypes.c_int32(2**31 + 5).value, ctypes.c_uint8(300).value, ctypes.c_int8(-129).value, ctypes.c_uint64(-1).value)
print(ctypes.c_float(0.1).value, ctypes.c_double(0.1).value, ctypes.c_bool(3).value, ctypes.c_char(b"x").value)
print(ctypes.sizeof(ctypes.c_int), ctypes.sizeof(ctypes.c_longlong), ctypes.sizeof(ctypes.c_char * 7), ctypes.c_int(5))
n = ctypes.c_uint16()
n.value = 70000
print(n.value, bool(n))
slots = (3 * ctypes.py_object)()
slots[0] = "x"
slots[2] = [1]
print(slots[0], slots[2], len(slots))
for wrong in (lambda: slots[1], lambda: slots[3], lambda: ctypes.c_int("x")):
    try:
        wrong()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
numbers = (ctypes.c_int * 4)(1, 2, 3)
print(list(numbers), numbers[1:3], sum(numbers))
numbers[-1] = 2**32 + 9
print(list(numbers))
text = ctypes.create_string_buffer(b"abc", 6)
print(text.value, text.raw, len(text), ctypes.create_string_buffer(3).raw)
