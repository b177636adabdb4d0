# outcome: any
# limit: time=500ms
from collections import namedtuple

namedtuple("N", ["f%d" % i for i in range(100000)])
