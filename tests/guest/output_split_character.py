# A character that is written byte by byte arrives whole.
import sys

for byte in "😀é\n".encode():
    sys.stdout.buffer.write(bytes([byte]))
# expect: 😀é
