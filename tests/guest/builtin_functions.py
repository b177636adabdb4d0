# Built-in functions that no other program covers.
print(min(3, 1, 2), max([4, 9, 2]), min("hello"), max(3, -7, key=abs), min([], default="none"))
# expect: 1 9 e -7 none
print(sum([1, 2, 3]), sum([[1], [2]], []), any([0, 1]), all([1, 0]), any([]), all([]))
# expect: 6 [1, 2] True False False True
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(zip([1, 2], "ab", (True, False))))
# expect: [4, 10, 18] [(1, 'a', True), (2, 'b', False)]
print(round(3.7), round(1234.567, 1), abs(-3), divmod(-7, 2), pow(2, 5), pow(2, 5, 7))
# expect: 4 1234.6 3 (-4, 1) 32 4
print(ord("a"), chr(97), hex(10), bin(10), oct(10), callable(len), callable(5))
# expect: 97 a 0xa 0b1010 0o12 True False
print(isinstance(1, (str, int)), type(1) is int, type("") == str, type(None), id(1) == id(1))
# expect: True True True <class 'NoneType'> True
print(eval("1 + 2 * 3"), eval("x + 1", {"x": 41}))  # expect: 7 42
exec("y = 5\nprint(y * 2)")  # expect: 10
ns = {}
exec(compile("def f(n):\n    return n * 3\n", "made", "exec"), ns)
print(ns["f"](14), eval(compile("6 * 7", "made", "eval")))  # expect: 42 42
print("a" in globals(), len(locals()) > 0, sorted(k for k in dir([]) if k in ("append", "sort")))
# expect: False True ['append', 'sort']
print(hash("a") == hash("a"), bytes(2))  # expect: True b'\x00\x00'
print("x", "y", sep="-", end="!\n")  # expect: x-y!
print()  # expect:
print(*range(3), sep=", ")  # expect: 0, 1, 2
print(getattr("abc", "upper")(), hasattr(1, "nope"))  # expect: ABC False
