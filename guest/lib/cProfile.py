"""cProfile: how long something takes; not which of its functions."""


class Profile:
    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        from time import perf_counter

        self._timer = timer or perf_counter
        self._since = None
        self.total = 0.0
        self.calls = 0

    def enable(self, subcalls=True, builtins=True):
        self._since = self._timer()
        self.calls += 1

    def disable(self):
        if self._since is not None:
            self.total += self._timer() - self._since
            self._since = None

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()

    def run(self, cmd):
        import __main__

        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        with self:
            exec(cmd, globals, locals)
        return self

    def runcall(self, func, *args, **kw):
        with self:
            return func(*args, **kw)

    def create_stats(self):
        self.disable()

    def print_stats(self, sort=-1):
        from pstats import Stats

        Stats(self).print_stats()

    def dump_stats(self, file):
        from marshal import dump

        with open(file, "wb") as f:
            dump((self.calls, self.total), f)

    def clear(self):
        self.total, self.calls = 0.0, 0


def run(statement, filename=None, sort=-1):
    import __main__

    return runctx(statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    profile.dump_stats(filename) if filename else profile.print_stats(sort)
