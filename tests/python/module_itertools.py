# All of itertools.
import itertools
from itertools import *

print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "c"])))
print(list(product("ab", [1, 2])), list(product()), list(product("ab", repeat=2)), list(product("ab", [])))
print(list(product([1, 2], "x", repeat=2)), list(product("ab", repeat=0)))
print(list(permutations("abc")), list(permutations(range(3), 2)), list(permutations("ab", 3)), list(permutations([])))
print(list(permutations(range(4), r=3))[::5])
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), list(combinations([], 0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement([], 0)))
print(len(list(combinations(range(12), 5))), len(list(permutations(range(6)))), len(list(product(range(5), repeat=4))))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print(list(accumulate([1, 2, 3], lambda a, b: a * b, initial=2)), list(accumulate([], initial=3)), list(accumulate("abc")))
print([(k, list(g)) for k, g in groupby("aabbbac")])
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
groups = [(k, g) for k, g in groupby("aab")]
print([(k, list(g)) for k, g in groups])
print([k for k, g in groupby([1, 1, 2])])
print(list(islice(range(10), 3)), list(islice(range(10), 2, 5)), list(islice(range(10), 1, None, 3)), list(islice(range(10), None)))
print(list(islice(count(), 0)), list(islice("abcdefg", 2, 6, 2)))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 1, 4, 2)), next(it))
it = iter(range(10))
print(list(islice(it, 1, 8, 3)), list(it))
for bad in ((-1,), (0, -1), (0, 5, 0), ("a",), (1, "b")):
    try:
        islice(range(3), *bad)
    except ValueError as e:
        print("ValueError", e)
print(list(islice(count(5), 3)), list(islice(count(1, 2), 3)), list(islice(count(0.5, 0.25), 3)), list(islice(count(step=-1), 3)))
print(count(3), count(3, 2), repeat(1), repeat("x", 3))
print(list(repeat(7, 3)), list(repeat(7, 0)), list(repeat(7, -1)), list(repeat(object=1, times=2)), list(islice(repeat("z"), 2)))
print(list(map(pow, range(4), repeat(2))))
print(list(islice(cycle("abc"), 8)), list(cycle([])))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest([1, 2], [3])), list(zip_longest()))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, ["ab", [3, 1]])))
print(list(takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
print(list(filterfalse(lambda n: n % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])))
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(compress(data="ab", selectors=[0, 1])))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), list(b))
a, b, c = tee(iter("xy"), 3)
print(list(c), list(a), list(b), tee([], 0), len(tee([1], 4)))
it = takewhile(lambda n: n < 2, count())
print(list(it), list(it))
print(sum(islice(accumulate(count(1)), 100)))
print(isinstance(chain(), chain), type(count()).__name__, iter(it) is it)
for bad in (lambda: chain(1).__next__(), lambda: combinations("ab", -1), lambda: product("a", repeat=-1), lambda: cycle(1)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)


def numbers():
    yield 1
    yield 2
    raise KeyError("end")


for make in (chain, cycle, pairwise, lambda n: islice(n, 5), lambda n: zip_longest(n, [1])):
    out = []
    try:
        for item in make(numbers()):
            out.append(item)
    except KeyError:
        print(out, "KeyError")
print(sorted(n for n in dir(itertools) if not n.startswith("_")))
