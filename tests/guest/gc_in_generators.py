# Collections while generators are suspended, resumed, thrown into, delegated to.
import gc
def leaf(n):
    local = ["leaf", n]
    got = yield local
    gc.collect()
    try:
        yield [local, got]
    except ValueError as e:
        gc.collect()
        yield ["caught", e.args, local]
    finally:
        gc.collect()
    return {"ret": local}
def mid(n):
    held = {"mid": n}
    r = yield from leaf(n)
    gc.collect()
    yield [held, r]
gens = [mid(i) for i in range(5)]
gc.collect()
print([next(g) for g in gens])
# expect: [['leaf', 0], ['leaf', 1], ['leaf', 2], ['leaf', 3], ['leaf', 4]]
gc.collect()
print([g.send("s%d" % i) for i, g in enumerate(gens)])
# expect: [[['leaf', 0], 's0'], [['leaf', 1], 's1'], [['leaf', 2], 's2'], [['leaf', 3], 's3'], [['leaf', 4], 's4']]
print([g.throw(ValueError("v%d" % i)) for i, g in enumerate(gens)])
# expect: [['caught', ('v0',), ['leaf', 0]], ['caught', ('v1',), ['leaf', 1]], ['caught', ('v2',), ['leaf', 2]], ['caught', ('v3',), ['leaf', 3]], ['caught', ('v4',), ['leaf', 4]]]
gc.collect()
print([next(g) for g in gens])
# expect: [[{'mid': 0}, {'ret': ['leaf', 0]}], [{'mid': 1}, {'ret': ['leaf', 1]}], [{'mid': 2}, {'ret': ['leaf', 2]}], [{'mid': 3}, {'ret': ['leaf', 3]}], [{'mid': 4}, {'ret': ['leaf', 4]}]]
def infinite():
    i = 0
    while True:
        x = ["item", i]
        gc.collect()
        yield x
        i += 1
g = infinite()
print([next(g) for _ in range(4)], sum(x[1] for x, _ in zip(infinite(), range(10))))
# expect: [['item', 0], ['item', 1], ['item', 2], ['item', 3]] 45
class It:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        gc.collect()
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return "it%d" % self.n
a, *b = It(4)
print(a, b, list(It(3)), tuple(It(2)), sorted(It(3)), ",".join(It(3)),
      dict(zip(It(2), It(2))) == {"it1": "it1", "it0": "it0"})
# expect: it3 ['it2', 'it1', 'it0'] ['it2', 'it1', 'it0'] ('it1', 'it0') ['it0', 'it1', 'it2'] it2,it1,it0 True
