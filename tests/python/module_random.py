# Seeded, the numbers are CPython's.
import random


def exact(x):
    return "%.12g" % x


for seed in (42, 0, 1, -7, 2**32, 2**70 + 5, "text", "", b"bytes", bytearray(b"x"), 1.5, -2.25, 3.0, 0.1, "é"):
    random.seed(seed)
    print(repr(seed), [exact(random.random()) for _ in range(3)], random.randint(1, 100), random.getrandbits(10), random.getrandbits(100), random.choice("abcdef"))
random.seed(42)
print([random.randint(1, 6) for _ in range(20)], [random.randrange(10) for _ in range(10)], [random.randrange(0, 100, 7) for _ in range(5)], [random.randrange(50, 0, -3) for _ in range(5)])
items = list(range(20))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample(items, 20), random.sample(range(10**6), 10), random.sample("abc", 2), random.sample(["a", "b"], counts=[3, 2], k=4))
print(random.choices("abc", k=10), random.choices([1, 2, 3], weights=[5, 1, 1], k=10), random.choices([1, 2, 3], cum_weights=[1, 5, 10], k=5), random.choices(range(5)))
for name, args in (("uniform", (1, 10)), ("gauss", (0, 1)), ("gauss", (5, 2)), ("normalvariate", (0, 1)), ("expovariate", (1.5,)), ("betavariate", (2, 3)), ("triangular", (0, 10, 3)), ("triangular", ()),
                   ("gammavariate", (2, 1)), ("gammavariate", (0.5, 2)), ("gammavariate", (1, 2)), ("lognormvariate", (0, 1)), ("paretovariate", (3,)), ("weibullvariate", (1, 2)), ("vonmisesvariate", (0, 4))):
    print(name, [exact(getattr(random, name)(*args)) for _ in range(3)])
print(random.randbytes(5), random.randint(10**20, 10**30), random.randrange(10**12), random.getrandbits(0), random.getrandbits(1), random.getrandbits(32), random.getrandbits(64))
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], state[0], len(state[1]), state[1][-1])
r = random.Random(7)
print(exact(r.random()), r.randint(1, 10), r.sample([1, 2, 3, 4], 2), exact(r.gauss(0, 1)), exact(random.Random("x").random()))
a, b = random.Random(5), random.Random(5)
print(all(a.random() == b.random() for _ in range(700)))
for call in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(3, 3),
             lambda: random.randrange(1, 10, 0), lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1], weights=[0]), lambda: random.seed([1]), lambda: random.getrandbits(-1),
             lambda: random.choices([1, 2], [1, 2], cum_weights=[1, 2])):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(0 <= random.Random().random() < 1, random.seed() is None, 0 <= random.random() < 1)
