import io

s = io.StringIO("first\nsecond\nthird")
print(s.read(3), s.readline(), s.readlines(), s.read(), s.tell(), s.seek(0), list(s), s.getvalue())
s = io.StringIO()
print(s.write("abc"), s.writelines(["d", "e\n"]), s.getvalue(), s.tell(), s.closed, s.readable(), s.writable(), s.seekable(), s.isatty())
s.seek(1)
s.write("X")
print(s.getvalue(), s.seek(0, 2), s.truncate(2), s.getvalue())
print("hello", 1, file=s)
print(repr(s.getvalue()))
with io.StringIO("x\ny") as f:
    for line in f:
        print(repr(line))
print(f.closed)
try:
    f.read()
except ValueError as e:
    print(e)
s = io.StringIO("a")
s.seek(0, 2)
s.write("b")
print(s.getvalue(), io.StringIO("é€").read(1), io.StringIO("abc").readline(2), io.StringIO("a\nb\n").readlines(1), io.StringIO("x").newlines, next(io.StringIO("p\nq")))
b = io.BytesIO(b"line1\nline2\n")
print(b.read(2), b.readline(), b.readlines(), b.getvalue(), b.tell(), b.seek(-3, 2), b.read(), b.seek(0), b.read1(3), b.readable())
b = io.BytesIO()
print(b.write(b"abc"), b.write(bytearray(b"de")), b.seek(1), b.write(b"Z"), b.getvalue(), b.truncate(2), b.getvalue(), b.seek(5), b.write(b"!"), b.getvalue())
buffer = bytearray(3)
print(io.BytesIO(b"xyz1").readinto(buffer), buffer, list(io.BytesIO(b"a\nb")), io.BytesIO(b"x").closed)
t = io.TextIOWrapper(io.BytesIO(b"h\xc3\xa9\nl2\r\nl3"), encoding="utf-8")
print(t.readline(), t.read(), t.encoding)
raw = io.BytesIO()
t = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
t.write("é\n")
t.flush()
print(raw.getvalue(), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
print(issubclass(io.UnsupportedOperation, OSError))
try:
    io.StringIO().write(b"x")
except TypeError as e:
    print(type(e).__name__)
try:
    io.BytesIO().write("x")
except TypeError as e:
    print(type(e).__name__)
view = io.BytesIO(b"abc").getbuffer()
print(view.nbytes, bytes(view), view[1], hasattr(io.StringIO(), "getbuffer"))
