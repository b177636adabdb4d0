# packages: more-itertools==11.2.1
from more_itertools import chunked, collapse, distinct_permutations, first, flatten, ilen, partition, peekable, spy, unique_everseen, windowed

print(list(chunked(range(7), 3)), list(windowed([1, 2, 3, 4], 2)), list(collapse([1, [2, [3, 4]], "ab"])))
print(first([], 9), ilen(x for x in range(5)), list(flatten([[1], [2, 3]])), list(unique_everseen("abcabd")))
a, b = partition(lambda x: x % 2, range(6))
print(list(a), list(b), sorted(distinct_permutations([1, 1, 2])))
p = peekable([1, 2, 3])
print(p.peek(), next(p), p[0], list(p), spy("abc", 2)[0])
