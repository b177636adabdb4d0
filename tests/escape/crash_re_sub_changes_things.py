# A replacement function that collects and allocates under the match.
# outcome: any
import gc
import re

text = "".join(["a%d" % i for i in range(200)])


def f(m):
    gc.collect()
    re.match("(b+)(c+)", "bbcc")
    return m.group(0) * 2


re.sub("a", f, bytes(text, "utf-8").decode())
