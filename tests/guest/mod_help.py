# help() tells signatures and doc strings of classes, functions and modules, and lists modules.
def f(a: int, b=2) -> str:
    """Does f.

    More.
    """


class C(Exception):
    """A class."""

    def m(self, x):
        pass

    @property
    def p(self):
        """The p."""


help(f)
# expect: Help on function f in module __main__:
# expect:
# expect: f(a: int, b=2) -> str
# expect:     Does f.
# expect:
# expect:     More.
help(C)
# expect: class C(Exception)
# expect:     A class.
# expect:
# expect:     m(self, x)
# expect:
# expect:     p (property)
# expect:         The p.
help(len)
# expect: Help on built-in function len in module builtins:
# expect:
# expect: len(...)
help("bisect")
# expect: Help on module bisect:
# expect:
# expect: Functions:
# expect:     bisect(a, x, lo=0, hi=None, *, key=None)
# expect:     bisect_left(a, x, lo=0, hi=None, *, key=None)
# expect:     bisect_right(a, x, lo=0, hi=None, *, key=None)
# expect:     insort(a, x, lo=0, hi=None, *, key=None)
# expect:     insort_left(a, x, lo=0, hi=None, *, key=None)
# expect:     insort_right(a, x, lo=0, hi=None, *, key=None)
help("nothing")
# expect: No help for 'nothing': it is neither a module nor a built-in. help('modules') lists the modules.
