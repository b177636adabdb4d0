"""Examples of the module.

>>> double(4)
8
"""
import doctest


def double(x):
    """Doubles.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> for i in range(2):
    ...     print(double(i))
    0
    2
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    """
    return x * 2


def wrong():
    """
    >>> 1 + 1
    3
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> print("x   y") # doctest: +NORMALIZE_WHITESPACE
    x y
    >>> undefined # doctest: +SKIP
    7
    >>> True
    1
    >>> x = 5
    >>> x
    5
    """


class Box:
    """
    >>> Box(3).size
    3
    """

    def __init__(self, size):
        self.size = size

    def grow(self, by):
        """
        >>> box = Box(1)
        >>> box.grow(2)
        >>> box.size
        3
        >>> box.grow("a")
        Traceback (most recent call last):
        TypeError: something else
        """
        self.size += by

    @property
    def half(self):
        """
        >>> Box(4).half
        2.0
        """
        return self.size / 2


parser = doctest.DocTestParser()
for example in parser.get_examples(wrong.__doc__)[:4]:
    print(repr(example.source), repr(example.want), example.lineno, example.indent, example.options)
checker = doctest.OutputChecker()
print(checker.check_output("a...z\n", "abcz\n", doctest.ELLIPSIS), checker.check_output("a...z\n", "abcz\n", 0))
finder = doctest.DocTestFinder()
print([(test.name, len(test.examples)) for test in finder.find(Box, "Box", globs=globals())])
runner = doctest.DocTestRunner(verbose=False)
said = []
for test in finder.find(double, "double", globs=globals()):
    print(runner.run(test, out=said.append))
for test in finder.find(Box, "Box", globs=globals()):
    print(runner.run(test, out=said.append).failed)
said.clear()
for test in finder.find(wrong, "wrong", globs=globals()):
    test.filename = None
    test.lineno = None
    print(runner.run(test, out=said.append))
print(len(said), said[0].split("Failed example:")[1])
doctest.master = None


def good():
    """
    >>> good()
    7
    """
    return 7


def lines(x):
    """
    >>> a = 3; a; lines(a)
    3
    4
    >>> for i in range(2): i
    0
    1
    >>> _
    1
    >>> # nothing to be run
    >>> if True:
    ...     'x'
    'x'
    >>> None
    >>> [lines(1) # the first
    ... , 2]
    [2, 2]
    """
    return x + 1


del wrong, Box.grow
print(doctest.testmod())
