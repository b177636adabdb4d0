# A reader and a writer of one's own, for those who are in a hurry.
# stdin: 3
# stdin: one two
# stdin: the rest
import io
import os
import sys


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
print(int(sys.stdin.readline()), sys.stdin.readline().split(), repr(sys.stdin.readline()), repr(sys.stdin.readline()))
print("what nobody flushes is written at the end")
