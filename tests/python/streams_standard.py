# What programs ask the standard streams for, beyond reading and writing.
# stdin: first
# stdin:
# stdin: äöü and so on
# stdin: öä
# stdin: the last of them
import io
import os
import sys

for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.newlines, stream.closed, stream.isatty(), stream.fileno())
    print(stream.readable(), stream.writable(), isinstance(stream, io.TextIOBase), isinstance(stream.buffer, io.IOBase))
    stream.reconfigure(encoding="utf-8")
print(sys.stdin, sys.stdin.buffer, sys.stdin.buffer.name, sys.stdin.buffer.mode, type(sys.stdin.buffer).__name__)
print(os.fstat(0).st_size >= 0)
print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.readline(3)), repr(next(sys.stdin)), repr(sys.stdin.read(2)))
sys.stdout.writelines(["a\n", "b\n"])
sys.stdout.flush()
sys.stdout.buffer.writelines([b"c\n"])
sys.stdout.buffer.flush()
print(repr(input()))
try:
    input("more? ")
except EOFError as e:
    print(repr(e))
