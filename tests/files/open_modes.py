# Every mode of open(), what it may do, and what it says when it may not.
import io
import os


def tell_error(call, *args, **kwargs):
    try:
        print("fine", call(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "errno", None), getattr(e, "filename", None))


with open("a.txt", "w") as f:
    print(f.write("first\nsecond\n"), f.writable(), f.readable(), f.seekable(), f.closed, f.name, f.mode)
    tell_error(f.read)
    tell_error(f.readline)
print(f.closed)
tell_error(f.write, "x")
tell_error(f.read)
tell_error(f.__enter__)
f.close()
with open("a.txt") as f:
    tell_error(f.write, "x")
    tell_error(f.truncate)
    print(f.read())
with open("a.txt", "a") as f:
    print(f.tell())
    f.write("third")
    print(f.tell())
print(open("a.txt").read())
with open("a.txt", "r+") as f:
    f.write("FIRST")
    f.seek(0)
    print(f.read())
with open("a.txt", "w+") as f:
    f.write("new")
    f.seek(0)
    print(f.read(), f.read())
with open("a.txt", "a+") as f:
    print(repr(f.read()))
    f.seek(0)
    print(f.read(2))
    f.write("end")
    f.seek(0)
    print(f.read())
tell_error(open, "a.txt", "x")
with open("x.txt", "x") as f:
    f.write("made")
with open("b.bin", "wb") as f:
    print(f.write(b"\x00\xff" * 5), f.write(bytearray(b"abc")), f.write(memoryview(b"defg")))
    tell_error(f.write, "text")
    tell_error(f.read)
with open("b.bin", "rb") as f:
    print(f.read(3), f.tell(), f.seek(-2, 2), f.read(), f.read(), f.seek(1), f.read1(4), f.peek()[:2])
    tell_error(f.write, b"x")
    room = bytearray(4)
    print(f.seek(0), f.readinto(room), room, f.seek(-1, 2), f.readinto(room), room, f.readinto(room))
with open("b.bin", "rb+") as f:
    f.seek(4)
    f.write(b"HERE")
    print(f.tell(), f.truncate(10), f.tell())
    f.seek(0)
    print(f.read())
    f.seek(15)
    f.write(b"!")
    f.seek(0)
    print(f.read())
with open("b.bin", "rb", buffering=0) as f:
    print(f.read(2), f.readall(), f.name, f.mode, type(f).__name__)
for mode in ("q", "rw", "", "r+w", "rbt", "br+", "U", "rr", "+", "b"):
    tell_error(lambda: open("a.txt", mode).mode)
tell_error(open, "a.txt", "rb", encoding="utf-8")
tell_error(open, "a.txt", "rb", newline="")
tell_error(open, "a.txt", "rb", errors="strict")
tell_error(open, "a.txt", "r", 0)
tell_error(open, "a.txt", newline="x")
tell_error(open, "a.txt", encoding="no-such")
tell_error(open, 1.5)
tell_error(open, None)
tell_error(open, "no\0name")
tell_error(open, "")
tell_error(open, "missing.txt")
tell_error(open, "missing/inside.txt", "w")
tell_error(open, "a.txt/inside")
os.mkdir("folder")
tell_error(open, "folder")
tell_error(open, "folder", "w")
tell_error(open, b"a.txt")
f = open("a.txt")
f.close()
f.close()
for method in ("read", "readline", "readlines", "tell", "flush", "__next__"):
    tell_error(getattr(f, method))
print(isinstance(open("a.txt"), io.TextIOWrapper), isinstance(open("a.txt", "rb"), io.BufferedReader),
      isinstance(open("a.txt", "wb"), io.BufferedWriter), isinstance(open("a.txt", "rb+"), io.BufferedRandom),
      isinstance(open("a.txt", "rb", 0), io.FileIO))
print(repr(open("a.txt", "rb")), repr(open("a.txt")))
