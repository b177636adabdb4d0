# Bytes through the buffer of stdout.
import sys

sys.stdout.buffer.write(b"raw bytes\n")  # expect: raw bytes
sys.stdout.buffer.write("é€😀\n".encode())  # expect: é€😀
