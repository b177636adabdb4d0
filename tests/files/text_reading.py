# Lines, pieces, places: text as it is read.
import os

NEWLINES = b"one\ntwo\r\nthree\rfour\r\n\r\nfive"
with open("n.txt", "wb") as f:
    f.write(NEWLINES)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("n.txt", newline=newline) as f:
        print(repr(newline), list(f))
    with open("n.txt", newline=newline) as f:
        print(f.read(4), repr(f.read(6)), [f.readline()], [f.readline(2)], [f.readline()], repr(f.read()))
    with open("n.txt", newline=newline) as f:
        places = []
        while True:
            places.append(f.tell())
            if not f.readline():
                break
        print(len(places))
        for at in reversed(places[:-1]):
            f.seek(at)
            print(repr(f.readline()), end=" ")
        print()
    with open("w.txt", "w", newline=newline) as f:
        f.write("a\nb\r\nc\rd")
    with open("w.txt", "rb") as f:
        print(f.read())
with open("u.txt", "w", encoding="utf-8") as f:
    f.write("é\nßü中文\n😀" * 3)
with open("u.txt", encoding="utf-8") as f:
    print(f.read(3), f.tell(), f.read(2), f.tell(), f.readline(), f.tell())
    at = f.tell()
    rest = f.read()
    f.seek(at)
    print(rest == f.read(), len(rest))
with open("u.txt", "rb") as f:
    print(f.readlines())
for encoding in ("latin-1", "utf-16", "utf-8-sig", "ascii", "utf-32-le"):
    with open("e.txt", "w", encoding=encoding) as f:
        f.write("abc\nd" if encoding == "ascii" else "aé\nü")
    with open("e.txt", "rb") as f:
        print(encoding, f.read())
    with open("e.txt", encoding=encoding) as f:
        print(f.readlines(), f.encoding)
with open("e.txt", "wb") as f:
    f.write(b"ok\xff\nno")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        with open("e.txt", encoding="utf-8", errors=errors) as f:
            print(errors, ascii(f.read()))
    except UnicodeDecodeError as e:
        print(e)
try:
    open("e.txt", "w", encoding="ascii").write("é").bit_length()
    open("e.txt", "w", encoding="ascii").close()
except UnicodeEncodeError as e:
    print(e)

# Larger than what is read at once.
with open("large.txt", "w", encoding="utf-8") as f:
    for i in range(20000):
        f.write("line %d é\r\n" % i if i % 7 == 0 else "line %d\n" % i)
print(os.path.getsize("large.txt"))
total = 0
with open("large.txt", encoding="utf-8") as f:
    for n, line in enumerate(f):
        total += len(line) * (n % 11 + 1)
        if n == 15000:
            break
    print(n, line, total, f.readline(), f.read(12))
    print(sum(len(line) for line in f))
with open("large.txt", encoding="utf-8") as f:
    f.readline()
    f.read(150000)
    at = f.tell()
    line = f.readline()
    f.seek(at)
    print(f.readline() == line, f.seek(0, 2), f.read() == "")
with open("large.txt", "rb") as f:
    lines = f.readlines()
    print(len(lines), lines[7], f.seek(100000), f.readline(), f.readline(3), f.readlines(20), f.tell())
with open("long.txt", "w") as f:
    f.write("x" * 200000 + "\n" + "é" * 100000)
with open("long.txt") as f:
    print([len(line) for line in f])
with open("long.txt", "rb") as f:
    print([len(line) for line in f])
with open("lines.txt", "w") as f:
    f.writelines(["a\n", "b\n", "c"])
    print("d", 1, sep="-", file=f)
    print("e", end="", file=f, flush=True)
with open("lines.txt") as f:
    print(f.readlines(), f.readlines(), f.readline(), f.read())
with open("lines.txt") as f:
    print(f.readlines(3), next(f), f.newlines)
    f.seek(0)
    print(f.read(0), repr(f.readline(0)), f.readline(-1))
with open("r.txt", "w+") as f:
    f.write("0123456789")
    f.seek(4)
    print(f.read(2))
    f.seek(0)
    f.write("ab")
    f.seek(2)
    print(f.read(3), f.truncate(), f.truncate(4))
    f.seek(0)
    print(f.read())
with open("r.txt", "w") as f:
    try:
        f.seek(3, 1)
    except OSError as e:
        print(type(e).__name__, e)
    f.seek(0, 2)
open("unclosed.txt", "w").write("it is there")
print(open("unclosed.txt").read())
