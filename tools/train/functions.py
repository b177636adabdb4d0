# Calls of every kind, closures, generators, comprehensions, recursion, sorting.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def counter(start=0, *, step=1):
    n = start

    def bump(by=None, *rest, **options):
        nonlocal n
        n += step if by is None else by
        return n + len(rest) + len(options)

    return bump


def walk(tree):
    if isinstance(tree, (list, tuple)):
        for item in tree:
            yield from walk(item)
    else:
        yield tree


def window(items, size):
    held = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield tuple(held)
            held.pop(0)


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


def solve(board, row, n):
    if row == n:
        return 1
    found = 0
    for col in range(n):
        if all(c != col and abs(c - col) != row - r for r, c in enumerate(board)):
            found += solve(board + [col], row + 1, n)
    return found


bump = counter(step=2)
for i in range(2000):
    bump()
    if i % 5 == 0:
        bump(1, 2, 3, key=i)
tree = [1, [2, (3, [4, 5]), 6], [[7, 8], 9]]
total = sum(sum(walk(tree)) for _ in range(150))
pairs = {a: b for a, b in zip(range(500), map(lambda x: x * x, range(500)))}
evens = [x for x in pairs.values() if not x & 1]
moves = sorted(((x * 7919) % 1009, str(x)) for x in range(700))
names = sorted((m[1] for m in moves), key=len, reverse=True)
print(fib(17), bump(), total, len(evens), moves[0], names[:2], len(list(permutations([1, 2, 3, 4, 5, 6]))))
print(solve([], 0, 6), list(window(range(6), 3))[-1], any(x > 3 for x in range(10)), min(evens), max(pairs, key=pairs.get))
queue, seen = [0], {0}
while queue:
    node = queue.pop(0)
    for after in ((node * 3 + 1) % 700, (node * 5 + 2) % 700):
        if after not in seen:
            seen.add(after)
            queue.append(after)
print(len(seen), [i for i in range(20) if i in seen][:5])
