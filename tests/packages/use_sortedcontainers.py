# packages: sortedcontainers==2.4.0
from sortedcontainers import SortedDict, SortedList, SortedSet

s = SortedList([3, 1, 2])
s.add(0)
s.update(range(5, 2, -1))
print(s, s.bisect(2), s[2], list(s.irange(1, 3)), s.count(3))
d = SortedDict(b=1, a=2)
print(d, d.peekitem(0), list(d.keys()), SortedSet([2, 1, 2]))
