# What programs ask the standard streams for, beyond reading and writing.
# stdin: 3
# stdin: one two
# stdin: the rest
import io
import os
import sys

for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.newlines, stream.closed, stream.isatty(), stream.fileno())
    print(stream.readable(), stream.writable(), isinstance(stream, io.TextIOBase), isinstance(stream.buffer, io.IOBase))
    stream.reconfigure(encoding="utf-8")
print(sys.stdin, sys.stdin.buffer, sys.stdin.buffer.name, sys.stdin.buffer.mode, type(sys.stdin.buffer).__name__)
print(os.fstat(0).st_size >= 0)
sys.stdout.writelines(["a\n", "b\n"])
sys.stdout.flush()
sys.stdout.buffer.writelines([b"c\n"])
sys.stdout.buffer.flush()


# The reader and the writer of those who are in a hurry: nothing but os.read() and a buffer.
class Reader(io.IOBase):
    def __init__(self, file):
        self._fd = file.fileno()
        self._lines = 0
        self.buffer = io.BytesIO()
        if "x" not in file.mode and "r" not in file.mode:
            self.write = self.buffer.write

    def readline(self):
        while self._lines == 0:
            data = os.read(self._fd, max(os.fstat(self._fd).st_size, 8192))
            self._lines = data.count(b"\n") + (not data)
            at = self.buffer.tell()
            self.buffer.seek(0, 2), self.buffer.write(data), self.buffer.seek(at)
        self._lines -= 1
        return self.buffer.readline()

    def flush(self):
        os.write(self._fd, self.buffer.getvalue())
        self.buffer.truncate(0), self.buffer.seek(0)


class Text:
    def __init__(self, file):
        self.buffer = Reader(file)
        self.flush = self.buffer.flush
        self.write = lambda text: self.buffer.write(text.encode())
        self.readline = lambda: self.buffer.readline().decode()


sys.stdin, sys.stdout = Text(sys.stdin), Text(sys.stdout)
n = int(sys.stdin.readline())
print(n, sys.stdin.readline().split(), repr(sys.stdin.readline()), repr(sys.stdin.readline()))
try:
    sys.stdin = sys.__stdin__
    input()
except EOFError as e:
    print(repr(e))
print("what nobody flushes is written at the end")
