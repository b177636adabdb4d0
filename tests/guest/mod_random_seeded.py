# option: --deterministic
# random starts from a fixed seed unless chance is granted, and can be seeded.
import random
random.seed(42)
a = [random.getrandbits(16) for _ in range(5)]
random.seed(42)
print(a == [random.getrandbits(16) for _ in range(5)], len(set(a)) > 1)  # expect: True True
print(all(0 <= random.random() < 1 for _ in range(100)),
      all(3 <= random.randint(3, 5) <= 5 for _ in range(50)))
# expect: True True
print(random.choice([7]), random.randrange(10, 11), random.randrange(0, 100, 5) % 5,
      1 <= random.uniform(1, 2) <= 2)
# expect: 7 10 0 True
for bad in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(5, 3)):
    try:
        bad()
    except (IndexError, ValueError):
        print("refused")
# expect: refused
# expect: refused
# expect: refused
