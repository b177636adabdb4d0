# value: [1, "two", [3.5, null, true], {"k": []}]
# repr: [1, 'two', [3.5, None, True], {'k': []}]
[1, "two", [3.5, None, True], {"k": []}]
