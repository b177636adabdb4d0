# Paths as text.
import os
import os.path
import posixpath
from os.path import basename, commonpath, commonprefix, dirname, isabs, join, normpath, relpath, split, splitext

PATHS = ["", "/", "//", "///", "a", "a/", "/a", "/a/", "a/b", "a//b", "/a/b.txt", "a.tar.gz", ".hidden", ".hidden.txt", "a/.b", "a/b.", "../a", "./a/../b", "/../a", "a/b/../../..", "//a/b", "...", "a..b", "/a.b/c", "a/./b/", "é/ü.x"]
for p in PATHS:
    print(repr(p), split(p), splitext(p), basename(p), dirname(p), isabs(p), normpath(p), os.path.splitdrive(p))
print(join("a", "b"), join("a/", "b"), join("a", "/b"), join("a", ""), join("", "b"), join("a", "b", "c.txt"), join("/"), join(b"a", b"b"))
print(commonprefix(["/usr/lib", "/usr/local"]), commonprefix([]), commonpath(["/usr/lib/x", "/usr/local"]), commonpath(["a/b", "a/c", "a"]), relpath("/a/b/c", "/a/d"), relpath("/a", "/a"), relpath("/a/b", "/"))
for f in (lambda: commonpath([]), lambda: commonpath(["/a", "b"]), lambda: join("a", b"b"), lambda: split(5), lambda: relpath(""), lambda: os.fspath(3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(os.sep, os.linesep == "\n", os.pathsep, os.curdir, os.pardir, os.extsep, os.name, os.path.sep, posixpath.join("x", "y"), os.fspath("a"), os.fsencode("é"), os.fsdecode(b"a"))
print(os.getenv("SURELY_NOT_SET"), os.getenv("SURELY_NOT_SET", "x"), os.environ.get("SURELY_NOT_SET"), "SURELY_NOT_SET" in os.environ, os.path.exists("/surely/not/there"), os.path.isfile("/surely/not/there"), os.path.isdir("/surely/not/there"))
os.environ["OWN"] = "value"
print(os.environ["OWN"], os.getenv("OWN"), os.path.expandvars("$OWN/${OWN}/$OTHER_NOT_SET"))
