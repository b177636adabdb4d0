# bisect, with bounds and keys.
import bisect
from bisect import bisect_left, bisect_right, insort, insort_left, insort_right

a = [1, 3, 3, 3, 5, 9]
print([bisect_left(a, x) for x in range(11)], [bisect_right(a, x) for x in range(11)])
print(bisect.bisect(a, 3), bisect_left(a, 3, 2), bisect_left(a, 3, 0, 2), bisect_right(a, 3, lo=1, hi=3))
insort(a, 4)
insort_left(a, 3)
insort_right(a, 10)
print(a)
rows = [("a", 1), ("b", 3), ("c", 5)]
print(bisect_left(rows, 3, key=lambda r: r[1]), bisect_right(rows, 3, key=lambda r: r[1]))
insort(rows, ("d", 4), key=lambda r: r[1])
print(rows)
print(bisect.bisect([], 1), bisect_left("adg", "e"))
try:
    bisect_left(a, 1, -1)
except ValueError as e:
    print(e)
