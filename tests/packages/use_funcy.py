# packages: funcy==2.1
from funcy import (autocurry, chunks, compose, first, get_in, group_by, lcat, ldistinct, lmap, lpartition_by, memoize, merge, omit, pluck, project,
                   rcompose, re_all, retry, set_in, silent, split, take, walk_values, where, zipdict)

print(lcat([[1, 2], [3]]), ldistinct([1, 2, 1, 3]), take(3, iter("abcdef")), first([7, 8]))
print(walk_values(str, {"a": 1}), project({"a": 1, "b": 2}, ["a"]), omit({"a": 1, "b": 2}, ["a"]), merge({"a": 1}, {"b": 2}))
print(group_by(len, ["a", "bb", "c"]), lmap(r"\d+", ["a1", "b22"]), list(pluck("x", [{"x": 1}, {"x": 2}])))
print(compose(str, abs)(-3), rcompose(abs, str)(-3), autocurry(lambda a, b: a + b)(1)(2), silent(int)("x"))
print(list(chunks(2, range(5))), lpartition_by(lambda x: x > 2, [1, 2, 3, 4, 1]), [list(p) for p in split(lambda x: x > 2, range(5))], re_all(r"\w", "a b"))
print(list(where([{"a": 1}, {"a": 2}], a=2)), zipdict("ab", [1, 2]), get_in({"a": {"b": 1}}, ["a", "b"]), set_in({}, ["a", "b"], 2))
tries = []


@retry(3, errors=ValueError)
def unsteady():
    tries.append(1)
    if len(tries) < 3:
        raise ValueError
    return len(tries)


@memoize
def square(x):
    tries.append(x)
    return x * x


print(unsteady(), square(4), square(4), tries)
