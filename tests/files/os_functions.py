# os, os.path and shutil on directories and files.
import os
import shutil
import stat


def attempt(call, *args, **kwargs):
    try:
        print("fine", call(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "errno", None), getattr(e, "filename", None), getattr(e, "filename2", None))


def put(path, text="x"):
    with open(path, "w") as f:
        f.write(text)


def tree(top="."):
    for folder, folders, files in os.walk(top):
        folders.sort()
        print(folder, folders, sorted(files))


attempt(os.mkdir, "a")
attempt(os.mkdir, "a")
attempt(os.mkdir, "no/b")
attempt(os.makedirs, "a/b/c")
attempt(os.makedirs, "a/b/c")
attempt(os.makedirs, "a/b/c", exist_ok=True)
put("a/one.txt", "one")
put("a/b/two.txt", "two")
tree()
attempt(os.makedirs, "a/one.txt/x")
attempt(os.listdir, "no")
attempt(os.listdir, "a/one.txt")
print(sorted(os.listdir("a")), sorted(os.listdir(b"a")))
with os.scandir("a") as entries:
    for e in sorted(entries, key=lambda e: e.name):
        print(e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size if e.is_file() else "", os.fspath(e), e)
s = os.stat("a/one.txt")
print(stat.S_ISREG(s.st_mode), stat.S_ISDIR(s.st_mode), s.st_size, s.st_size == s[6], len(s), s.st_mtime > 0, s.st_mtime_ns > 0)
print(stat.S_ISDIR(os.stat("a").st_mode), stat.filemode(0o100644), stat.filemode(0o40755))
for p in ("a", "a/one.txt", "no", "", "a/one.txt/x", "a/", "./a/../a/one.txt"):
    print(p, os.path.exists(p), os.path.isfile(p), os.path.isdir(p), os.path.islink(p), os.path.lexists(p))
attempt(os.path.getsize, "a/one.txt")
attempt(os.path.getsize, "no")
attempt(os.stat, "no")
attempt(os.remove, "no")
attempt(os.remove, "a")
attempt(os.rmdir, "a")
attempt(os.rmdir, "a/one.txt")
attempt(os.rename, "no", "other")
attempt(os.rename, "a/one.txt", "a/b")
attempt(os.rename, "a", "a/b/c/d")
attempt(os.replace, "a/one.txt", "a/b/two.txt")
print(open("a/b/two.txt").read())
attempt(os.rename, "a/b", "b")
tree()
print(os.access("b", os.R_OK), os.access("no", os.F_OK))
os.chdir("b")
print(os.path.basename(os.getcwd()), sorted(os.listdir()), os.path.exists("two.txt"), open("two.txt").read())
attempt(os.chdir, "no")
attempt(os.chdir, "two.txt")
os.chdir("..")
os.truncate("b/two.txt", 1)
print(open("b/two.txt").read())
os.utime("b/two.txt", (1000, 2000))
print(os.stat("b/two.txt").st_mtime, os.path.getmtime("b/two.txt"))
fd = os.open("fd.txt", os.O_CREAT | os.O_RDWR)
print(fd >= 3, os.write(fd, b"bytes"), os.lseek(fd, 1, 0), os.read(fd, 3), os.fstat(fd).st_size)
os.close(fd)
attempt(os.close, 999)
attempt(os.open, "no", os.O_RDONLY)
attempt(os.open, "fd.txt", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
with os.fdopen(os.open("fd.txt", os.O_WRONLY | os.O_TRUNC), "w") as f:
    f.write("text")
print(open("fd.txt").read())

attempt(shutil.copy, "fd.txt", "copy.txt")
attempt(shutil.copy, "fd.txt", "b")
attempt(shutil.copyfile, "fd.txt", "fd.txt")
attempt(shutil.copyfile, "no", "x")
shutil.copy2("b/two.txt", "two.txt")
print(os.stat("two.txt").st_mtime)
attempt(shutil.copytree, "b", "tree")
attempt(shutil.copytree, "b", "tree")
attempt(shutil.copytree, "b", "tree", dirs_exist_ok=True)
shutil.copytree("b", "some", ignore=shutil.ignore_patterns("*.txt"))
attempt(shutil.move, "copy.txt", "some")
attempt(shutil.move, "copy.txt", "some")
put("copy.txt")
attempt(shutil.move, "copy.txt", "some")
attempt(shutil.move, "some", "moved")
tree()
attempt(shutil.rmtree, "no")
shutil.rmtree("no", ignore_errors=True)
attempt(shutil.rmtree, "moved")
attempt(os.removedirs, "tree/c")
tree()
attempt(os.makedirs, "x/y/z")
attempt(os.removedirs, "x/y/z")
print(os.path.exists("x"))
for bottom in os.walk("tree", topdown=False):
    print(bottom)
print(list(os.walk("no")))
