"""timeit: how long code takes, by the guest's own clock."""

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._globals = {} if globals is None else dict(globals)
        self._setup = self._callable(setup)
        self._stmt = self._callable(stmt)

    def _callable(self, what):
        if callable(what):
            return what
        if not isinstance(what, str):
            raise ValueError("stmt is neither a string nor callable")
        code = compile(what, "<timeit>", "exec")
        return lambda: exec(code, self._globals)

    def timeit(self, number=default_number):
        self._setup()
        stmt = self._stmt
        start = self.timer()
        for _ in range(number):
            stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        number = 1
        while True:
            for times in (1, 2, 5):
                taken = self.timeit(number * times)
                if callback:
                    callback(number * times, taken)
                if taken >= 0.2:
                    return number * times, taken
            number *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
