# A replacement function that does not return.
# limit: time=300ms
# outcome: out_of_time
import re


def f(m):
    while True:
        pass


re.sub("a", f, "aaa")
