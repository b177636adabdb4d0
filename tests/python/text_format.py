# str.format, format(), f-strings and their specs and errors.
import math


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, *e.args)


VALUES = [0, 1, -1, 42, -12345678, 10**20, True, 0.0, -0.0, 1.0, 3.14159, -2.5, 1e10, 1.5e16, 1e17, 1e-4, 1e-5, 123456789.123, 1e100,
          float("inf"), float("-inf"), float("nan"), 2.5, 0.5, 1e22, 5e-324, "abc", "", "hé", "日本語"]
SPECS = ["", "5", "<8", ">8", "^8", "=8", "*^9", "é>8", "+", "-", " ", "#", "08", "+08", "<08", ",", "_", "010,", "012_", ".2", ".0", ".3f", ".0f", "#.0f",
         "10.2f", "+.1e", "e", "E", "g", "G", ".3g", "#g", "#.3g", "%", ".1%", "n", "d", "b", "#b", "o", "#o", "x", "X", "#x", "#X", "#010x", "_x", "_b", "c", "s",
         ".2s", "08.3f", ",.2f", "020,.2f", "_.1f", ".10", ".17g", "z.1f", ".20f", ".30e", "F", "<", ">", "^", "=", "0", "00", "0<5", "}<5"[1:], "5c", "+d", " d", "+c", "#c",
         ",x", ",s", ",_", "q", "10q", ".", "abc", "5 ", ".2d", "=s", "+s", " s", "#s", "z", "_,", ",,", "é", "f5"]
for v in VALUES:
    for s in SPECS:
        if not (v == 10**20 and s.endswith("c")):
            show(format, v, s)
for c in [0j, 1j, 1 + 2j, -1.5 - 0j, complex(-0.0, 1), complex("nan+infj"), 1e20 + 1e-7j]:
    print(repr(c), str(c))
    for s in ["", ".2f", "+", "10", "<12", ".3", "e", "g", "^20.1f", "05", "=9", ",.1f", "d", "_.2e"]:
        show(format, c, s)
for w in range(12):
    print(format(1234567, "0%d," % w if w else ","), format(-1234, "0%d_" % w if w else "_"), format(12.5, "0%d,.1f" % w if w else ","), format(0xabcdef, "#0%d_x" % w if w else "_x"))
print("{} {1}".replace("1", "").format(1, 2), "{0}{1}{0}".format("a", "b"), "{a}{b}".format(a=1, b=2), "{0[0]}{0[1]}".format([1, 2]), "{0[k]}".format({"k": 5}), "{0.real}{0.imag}".format(1 + 2j))
print("{:{}}|{:{w}.{p}f}|{:>{}}".format("a", 5, 2.0, "b", 3, w=8, p=2), "{{}}{{{}}}".format(1), "{!r}{!s}{!a}".format("é", "é", "é"), "{!r:>6}".format("a"), "{0!a:*<12}".format("日"))
print("{a.b[c].d}".format(a=type("A", (), {"b": {"c": type("B", (), {"d": 7})}})), "{[0]}".format([3]), "{0[-1]}".format({"-1": 9}), "{x[a b]}".format(x={"a b": 1}))
print("{a} {b}".format_map({"a": 1, "b": 2}), "{x[0]}".format_map({"x": "q"}))


class D(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{a} {zz}".format_map(D(a=1)))


class F:
    def __format__(self, spec):
        return "F(" + spec + ")"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class P:
    def __str__(self):
        return "pstr"


print(format(F(), "x"), "{:{}}".format(F(), "y"), f"{F()}", f"{F()!r}", f"{F()!s:>5}", format(P()), f"{P()}", "{}".format(P()))
show(format, P(), "5")
show(format, [], "5")
show(format, None, "5")
show(format, (1, 2), "")
show(format, 1, 1)
for t in ["{", "}", "{0", "{}{0}", "{0}{}", "{5}", "{x}", "{!x}", "{!", "{!r", "{!rx}", "{:{", "{:{}", "{:{:{}}}", "{a", "{0.}", "{0[}", "{0[]}", "{0[0]x}", "{0{}}", "{:x}", "{0.zz}", "{0[9]}", "a}b", "{a!}", "{ }", "{-1}", "{0:}}"]:
    show(t.format, "v")
show("{}".format_map, {})
x, y, w = 3.14159, "text", 10
print(f"{x:.2f} {y:>{w}} {y!r:^{w}} {x:{w}.{2}f} {1 + 1} {y[0]} {{}} {x:e}")
print(f"{12345:,} {0.1 + 0.2} {1e16} {x!r}" f"{y}", f"{'a':*^5}", f"{w:#x} {w:08b}")
print("%s" % format(math.pi, ".15f"), "{:<5}{:>5}{:^5}|".format("a", "b", "c"))
