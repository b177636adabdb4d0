# dict | subclass
from collections import defaultdict,OrderedDict
d=defaultdict(list,{1:[2]})
x={} | d
print(x, type(x))
x=d|{3:4}
print(x)
x=OrderedDict(a=1)|{'b':2}; print(x)
x={'b':2}|OrderedDict(a=1); print(x)
class D(dict): pass
print(type(D()|{}),type({}|D()))
