# packages: toolz==1.0.0
from toolz import compose, curry, dicttoolz, frequencies, groupby, itertoolz, pipe, reduceby

print(pipe([1, 2, 3], curry(map)(lambda x: x * 2), list), frequencies("hello"), groupby(len, ["a", "bb", "c"]))
print(compose(str, abs)(-3), dicttoolz.merge({1: 2}, {3: 4}), list(itertoolz.sliding_window(2, range(4))))
print(dicttoolz.get_in(["a", 0], {"a": [5]}), dicttoolz.update_in({"a": 1}, ["a"], lambda x: x + 1))
print(reduceby(lambda x: x % 2, lambda a, b: a + b, range(6), 0))
