import _random
from math import acos, ceil, cos, exp, floor, log, pi, sin, sqrt

_TWO_PI = 2 * pi


def _seed_int(a):
    # What CPython makes of a seed that is not an int.
    if isinstance(a, (str, bytes, bytearray)):
        from hashlib import sha512

        if isinstance(a, str):
            a = a.encode()
        a = bytes(a)
        return int.from_bytes(a + sha512(a).digest(), "big")
    if isinstance(a, float):
        if a != a or a - a != 0:
            return 314159 if a > 0 else 2**64 - 314159 if a < 0 else 0
        exponent = 0
        mantissa = abs(a)
        while mantissa != int(mantissa):
            mantissa *= 2
            exponent -= 1
        prime = 2**61 - 1
        value = int(mantissa) * 2 ** (exponent % 61) % prime
        if a < 0:
            value = 2**64 - max(value, 1 + (value == 1)) if value else 0
        return value
    raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")


def _bisect(ends, x, high=None):
    low = 0
    if high is None:
        high = len(ends)
    while low < high:
        middle = (low + high) // 2
        if x < ends[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def _whole(value):
    try:
        return value.__index__()
    except AttributeError:
        if isinstance(value, int):
            return value
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)


class Random:
    VERSION = 3

    def __init__(self, x=None):
        core = _random.Generator()
        self._core = core
        self._below = core.below
        self.gauss_next = None
        if x is not None:
            self.seed(x)

    def seed(self, a=None, version=2):
        self.gauss_next = None
        if a is None:
            self._core.unseed()
            return
        if not isinstance(a, int):
            a = _seed_int(a)
        a = abs(a)
        words = 1
        while a >> 32 * words:
            words *= 2
        while words > 1 and not a >> 32 * (words - 1):
            words -= 1
        self._core.seed(a.to_bytes(4 * words, "little"))

    def getstate(self):
        return self.VERSION, self._core.state(), self.gauss_next

    def setstate(self, state):
        version, words, self.gauss_next = state
        if version != 3:
            raise ValueError("state with version %s passed to Random.setstate() of version 3" % version)
        self._core.state(words)

    def __reduce__(self):
        return type(self), (), self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def random(self):
        return self._core.random()

    def getrandbits(self, k):
        return self._core.getrandbits(k)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _randbelow(self, n):
        return self._below(n)

    def randrange(self, start, stop=None, step=1):
        start = _whole(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        stop = _whole(stop)
        step = _whole(step)
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError("empty range for randrange() (%d, %d, %d)" % (start, stop, width))
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def randint(self, a, b):
        if type(a) is int and type(b) is int and a <= b:
            return a + self._below(b - a + 1)
        return self.randrange(a, b + 1)

    def choice(self, seq):
        n = len(seq)
        if not n:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(n)]

    def shuffle(self, x):
        below = self._below
        for i in range(len(x) - 1, 0, -1):
            j = below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(population, "__getitem__"):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            ends = []
            total = 0
            for c in counts:
                total += c
                ends.append(total)
            if len(ends) != len(population):
                raise ValueError("The number of counts does not match the population")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_bisect(ends, s)] for s in self.sample(range(total), k)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        below = self._below
        result = [None] * k
        size = 21
        if k > 5:
            size += 4 ** ceil(log(k * 3) / log(4))
        if n <= size:
            pool = list(population)
            for i in range(k):
                j = below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = below(n)
                while j in taken:
                    j = below(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError("The number of choices must be a keyword argument: k=%r" % weights)
            cum_weights = []
            total = 0
            for w in weights:
                total += w
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if total - total != 0:
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, random() * total, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # Kinderman and Monahan's ratio of uniforms.
        random = self.random
        magic = 4 * exp(-0.5) / sqrt(2.0)
        while True:
            u = random()
            v = 1.0 - random()
            z = magic * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        # Best and Fisher's.
        random = self.random
        if kappa <= 1e-6:
            return _TWO_PI * random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + acos(f)) % _TWO_PI
        return (mu - acos(f)) % _TWO_PI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        random = self.random
        if alpha > 1.0:
            # Cheng's.
            a = sqrt(2.0 * alpha - 1.0)
            b = alpha - log(4.0)
            c = alpha + a
            while True:
                u = random()
                if not 1e-7 < u < 0.9999999:
                    continue
                w = 1.0 - random()
                v = log(u / (1.0 - u)) / a
                x = alpha * exp(v)
                z = u * u * w
                r = b + c * v - x
                if r + 1.0 + log(4.5) - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - random()) * beta
        # Ahrens and Dieter's.
        e = exp(1)
        while True:
            u = random()
            b = (e + alpha) / e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            v = random()
            if p > 1.0:
                if v <= x ** (alpha - 1.0):
                    return x * beta
            elif v <= exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    def __init__(self, x=None):
        self._below = self._system_below
        self.gauss_next = None

    def random(self):
        return (self.getrandbits(56) >> 3) * 2.0 ** -53

    def getrandbits(self, k):
        from os import urandom

        if k < 0:
            raise ValueError("number of bits must be non-negative")
        n = (k + 7) // 8
        return int.from_bytes(urandom(n), "big") >> (n * 8 - k)

    def randbytes(self, n):
        from os import urandom

        return urandom(n)

    def _system_below(self, n):
        bits = 0
        while n >> bits:
            bits += 1
        r = self.getrandbits(bits)
        while r >= n:
            r = self.getrandbits(bits)
        return r

    def seed(self, *args, **kwargs):
        pass

    def getstate(self, *args):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_inst = Random()
random = _inst._core.random
getrandbits = _inst._core.getrandbits
seed = _inst.seed
getstate = _inst.getstate
setstate = _inst.setstate
randbytes = _inst.randbytes
randrange = _inst.randrange
randint = _inst.randint
choice = _inst.choice
shuffle = _inst.shuffle
sample = _inst.sample
choices = _inst.choices
uniform = _inst.uniform
triangular = _inst.triangular
normalvariate = _inst.normalvariate
gauss = _inst.gauss
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
