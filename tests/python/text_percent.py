# % of text and bytes.
def show(p, v):
    try:
        print(repr(p % v))
    except Exception as e:
        print(type(e).__name__, e)


for flag in ["", "-", "+", " ", "#", "0", "-0", "+0", "# "]:
    for width in ["", "1", "8", "12"]:
        for precision in ["", ".", ".0", ".3", ".10"]:
            for code, values in [("d", [0, 5, -42, 10**20, 3.7, True]), ("x", [255, -255]), ("X", [48879]), ("o", [8]), ("e", [1234.5, 0.0]), ("f", [2.5, -0.001, 1e20]),
                                 ("g", [1e-5, 123456789.0, 0.1, 100000.0, 1e6]), ("s", ["abc", "é", 12]), ("r", ["a'"]), ("a", ["é"]), ("c", ["x", 233])]:
                for v in values:
                    show("%" + flag + width + precision + code, v)
show("%s %s", (1, 2))
show("%s", (1,))
show("%s", ((1, 2),))
show("%s %s", 1)
show("%s", (1, 2))
show("x", 1)
show("x", ())
show("x", {})
show("x", [])
show("%(a)s %(b)d", {"a": 1, "b": 2})
show("%(a)s", 1)
show("%(a", {"a": 1})
show("%(a(b))s", {"a(b)": 1})
show("%(0)s", {"a": 1}.values())
show("%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159))
show("%*d", ("x", 1))
show("%", 1)
show("%5", 1)
show("%y", 1)
show("%é", 1)
show("%d", "x")
show("%d", None)
show("%x", 1.5)
show("%f", "x")
show("%f", None)
show("%c", "xx")
show("%c", -1)
show("%c", 1.5)
show("%i %u %ld %hd", (1, 2, 3, 4))
show("%%", ())
show("%s%%", 5)
show("%s", None)
show("%s %r", ([1, "a"], {"b": 2}))
show("%.2s|%5.1s|%-5s|", ("abc", "xyz", "q"))
show("%f %F %e %E %g %G", (float("inf"), float("nan"), float("-inf"), 1.0, 1e-10, 1e-10))
show("%10.3e|%-10.2f|%+g|% d", (12345.678, 2.0, 3.0, 5))
show("%#.3g %#x %#o %#g", (1.0, 255, 8, 2.0))
show("%d%%", 3.99)
show("%.0f %.1f %.20f", (0.5, 0.25, 0.1))
show("%5c|%-5c|", ("a", 98))
show(b"%s %d %x %c %r %a %b", (b"a", 5, 255, b"q", "é", "é", bytearray(b"z")))
show(b"%5.1f|%-5s|%5s", (2.5, b"ab", b"cd"))
show(b"%s", "x")
show(b"%c", 256)
show(b"%(a)s", {b"a": b"x"})


class I:
    def __index__(self):
        return 7


class N:
    def __int__(self):
        return 8


class R:
    def __float__(self):
        return 2.5


show("%d %x", (I(), I()))
show("%d", N())
show("%x", N())
show("%f", R())
import collections


class Pair(collections.namedtuple("Pair", "x y")):
    def __repr__(self):
        return "%s/%s" % self


print("%s-%s" % Pair(1, 2), Pair(3, 4), "%s %s" % collections.namedtuple("Q", "a b")(5, 6))


class Evasive:
    def __getattr__(self, name):
        raise AttributeError(name)

    def __str__(self):
        return "evasive"


print("%s" % Evasive())
show("nothing", Evasive())
