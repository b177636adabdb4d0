# array: types, slices, growth.
from array import array
a = array("i", [1, 2, 3])
a.append(-4)
a.extend(array("i", [5, 6]))
print(a, len(a), a[3], a[-1], a[1:3], list(a), sum(a))
# expect: array('i', [1, 2, 3, -4, 5, 6]) 6 -4 6 array('i', [2, 3]) [1, 2, 3, -4, 5, 6] 13
a[0] = 100
a[1:3] = array("i", [7, 8, 9])
print(a, array("d", [1.5, 2]), array("B", b"\x01\x02"), bytes(array("H", [1, 256])))
# expect: array('i', [100, 7, 8, 9, -4, 5, 6]) array('d', [1.5, 2.0]) array('B', [1, 2]) b'\x01\x00\x00\x01'
print(array("h", [1]) + array("h", [2]), array("b", [-1])[0], array("q", [2**60])[0],
      array("f", [0.5])[0])
# expect: array('h', [1, 2]) -1 1152921504606846976 0.5
for bad in (lambda: a[99], lambda: array("i", "x"), lambda: a.append("y")):
    try:
        bad()
        print("no error")
    except (IndexError, TypeError):
        print("refused")
# expect: refused
# expect: refused
# expect: refused
