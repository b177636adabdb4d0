# Iterators asked again after their end.
things = [iter([1]), iter((1,)), iter("a"), iter(b"a"), iter({1: 2}), iter({1}), iter(range(1)),
          enumerate([1]), zip([1]), map(str, [1]), filter(None, [1]),
          reversed([1]), (x for x in [1]), iter({1: 2}.items())]
for it in things:
    for _ in range(5):
        try:
            next(it)
        except StopIteration:
            pass
print("survived")  # expect: survived
