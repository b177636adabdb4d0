# Big integers under pressure: intermediate results survive collections.
import gc
def f(n):
    r = 1
    for i in range(2, n):
        r *= i
        if i % 20 == 0:
            gc.collect()
    return r
a = f(200)
b = f(150)
gc.collect()
print(a // b // f(100) * f(100) == a // b // f(100) * f(100), a % b, (a + b) - a == b, len(str(a)))
# expect: True 0 True 373
junk = []
x = 3 ** 500
for i in range(300):
    junk.append(x + i)
    x = (x * 3) // 3
    x = (x << 7) >> 7
    x = int(str(x))
    x = x ^ (1 << 200) ^ (1 << 200)
    if i % 25 == 0:
        junk = [x]
        gc.collect()
print(x == 3 ** 500, junk[-1] - x, pow(x, 65537, 10**30), hash(x) == hash(3 ** 500))
# expect: True 299 630938072460060187096026570001 True
class I:
    def __init__(self, v):
        self.v = v
    def __radd__(self, o):
        gc.collect()
        return o + self.v
print(10**40 + I(5), sum([10**30 + i for i in range(100)]), "%x" % (2**100 + 1),
      min(10**50, 10**49))
# expect: 10000000000000000000000000000000000000005 100000000000000000000000000004950 10000000000000000000000001 10000000000000000000000000000000000000000000000000
