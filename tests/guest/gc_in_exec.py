# Collections while code is compiled and run from text.
import gc
ns = {"gc": gc}
for i in range(30):
    exec("""
def f%d(a, b=[%d]):
    gc.collect()
    return [a + x for x in b] + ["text%d"]
k%d = f%d(1)
""" % (i, i, i, i, i), ns)
gc.collect()
print(ns["k7"], ns["f9"](5), eval("[f3(i) for i in range(3)]", ns))
# expect: [8, 'text7'] [14, 'text9'] [[3, 'text3'], [4, 'text3'], [5, 'text3']]
codes = [compile("x%d = [y for y in range(%d)] + ['s%d']" % (i, i, i), "f%d" % i,
                 "exec") for i in range(20)]
gc.collect()
for code in codes:
    exec(code, ns)
print(ns["x5"], sum(len(ns["x%d" % i]) for i in range(20)))  # expect: [0, 1, 2, 3, 4, 's5'] 210
big = "l = [" + ", ".join("'lit%d'" % i for i in range(2000)) + "]"
exec(big, ns)
gc.collect()
print(len(ns["l"]), ns["l"][1234], ns["l"][-1])  # expect: 2000 lit1234 lit1999
