# io: StringIO and BytesIO.
import io
s = io.StringIO()
print("hello", 42, file=s)
s.write("wörld😀\nlast")
print(repr(s.getvalue()[:9]), len(s.getvalue()), s.tell() > 0)  # expect: 'hello 42\n' 20 True
s.seek(0)
print(repr(s.readline()), s.read(2), len(s.read()), repr(s.read()))  # expect: 'hello 42\n' wö 9 ''
b = io.BytesIO(b"line1\nline2\nline3")
print(b.readline(), b.read(3), b.read())  # expect: b'line1\n' b'lin' b'e2\nline3'
b.seek(2)
b.write(b"XX")
print(b.getvalue(), b.tell())  # expect: b'liXX1\nline2\nline3' 4
buf = bytearray(4)
b.seek(-3, 2)
print(b.readinto(buf), buf)  # expect: 3 bytearray(b'ne3\x00')
for line in io.StringIO("a\nb\nc"):
    print(repr(line))
# expect: 'a\n'
# expect: 'b\n'
# expect: 'c'
with io.StringIO("x") as f:
    print(f.read())
# expect: x
