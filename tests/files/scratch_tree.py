# The same in a directory of the host and in the guest's memory: all of os.
import os
import stat
import tempfile

base = os.path.join(os.getcwd(), "base") if os.path.basename(os.getcwd()) != "scratch" else "/scratch/base"


def attempt(call, *args, **kwargs):
    try:
        print("fine", call(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).replace(os.path.dirname(base), ""))


os.mkdir("base")
os.chdir("base")
for name in ("a", "a", "b/c", "a/d"):
    attempt(os.mkdir, name)
for name in ("f.txt", "a/g.txt", "no/h.txt", "a"):
    attempt(lambda: open(name, "w").write("text of " + name))
attempt(open, "f.txt", "x")
with open("f.txt", "r+b") as f:
    f.seek(12)
    f.write(b"beyond")
    f.seek(0)
    print(f.read())
    f.truncate(5)
with open("f.txt", "a") as f:
    f.write("more")
print(open("f.txt").read(), os.path.getsize("f.txt"), sorted(os.listdir()), stat.S_ISDIR(os.stat("a").st_mode))
os.truncate("f.txt", 20)
print(open("f.txt", "rb").read())
for a, b in (("f.txt", "a"), ("a", "f.txt"), ("a", "a/d/e"), ("no", "x"), ("f.txt", "no/x"), ("f.txt", "f.txt"), ("f.txt", "g.txt"),
             ("a/g.txt", "g.txt"), ("a", "z"), ("z/d", "z/e")):
    attempt(os.rename, a, b)
os.mkdir("empty")
attempt(os.rename, "empty", "z")
attempt(os.rename, "z", "empty")
for name in ("empty", "g.txt", "no", "empty/e"):
    attempt(os.rmdir, name)
for name in ("g.txt", "empty", "no"):
    attempt(os.remove, name)
for top in os.walk("."):
    print(top)
attempt(os.listdir, "no")
attempt(os.stat, "empty/x/y")
with tempfile.TemporaryDirectory(dir=".") as folder:
    print(os.path.isdir(folder))
print(os.path.exists(folder), os.listdir())
