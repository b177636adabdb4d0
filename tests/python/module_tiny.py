import copyreg
import getopt
import importlib
import importlib.util
import linecache
import mimetypes
import reprlib
import stat
from collections import deque

for args in (["-a", "-bfoo", "--long", "--name=val", "x", "-c"], ["-b"], ["-q"], ["--na"], ["--l=3"], ["--name"], ["--", "-a"], ["--lon", "y"]):
    for scan in (getopt.getopt, getopt.gnu_getopt):
        try:
            print(scan(args, "ab:c", ["long", "name=", "nab"]))
        except getopt.GetoptError as error:
            print(error, error.opt)
print(importlib.import_module("os.path").join("a", "b"), importlib.import_module("json").dumps([1]), importlib.util.find_spec("nothing_here"))
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(20))))
print(reprlib.repr((1,)), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10**60), reprlib.repr(deque(range(9))), reprlib.repr(frozenset()))


class Node:
    @reprlib.recursive_repr()
    def __repr__(self):
        return "<%r>" % (self.me,)


node = Node()
node.me = [node]
print(node)
print(stat.filemode(0o100644), stat.filemode(0o040755), stat.filemode(0o104755), stat.filemode(0o041777), stat.S_ISDIR(0o040000), stat.S_ISREG(0o100644), stat.S_IMODE(0o100644))
for name in ("a.html", "b.tar.gz", "c.PNG", "d.unknown", "e.json", "f.tgz", "http://x/y.css?q=1", "g.txt", "h"):
    print(name, mimetypes.guess_type(name))
print(mimetypes.guess_extension("image/png"), mimetypes.guess_extension("no/no"))
print(repr(linecache.getline("nowhere.py", 3)), copyreg.dispatch_table is not None)
