# How subclasses of built-in containers show themselves, and what streams are.
import collections
import io
import sys


class S(set):
    pass


class F(frozenset):
    pass


class B(bytearray):
    pass


class D(collections.deque):
    pass


class O(collections.OrderedDict):
    pass


class Defaults(collections.defaultdict):
    pass


class L(list):
    pass


print(S({1}), S(), F({1}), F(), B(b"a"), D([1], 5), O(a=1), Defaults(int), L([1]), [S({2})])
s = S({1})
print(str(s), repr(s | {2}), f"{s}", "%s" % s)

texts, raw = io.StringIO(), io.BytesIO()
for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase):
    print(kind.__name__, isinstance(texts, kind), isinstance(raw, kind), isinstance(sys.stdout, kind), isinstance(5, kind),
          issubclass(io.StringIO, kind), issubclass(io.TextIOWrapper, kind), issubclass(int, kind))


class Lines(io.TextIOBase):
    def __init__(self):
        self.got = []

    def write(self, text):
        self.got.append(text)
        return len(text)


lines = Lines()
print("a", 1, file=lines)
print(lines.got, isinstance(lines, io.IOBase), isinstance(lines, io.TextIOBase), isinstance(lines, io.StringIO))
