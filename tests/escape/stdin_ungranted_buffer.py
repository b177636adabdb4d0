# error: PermissionError
import sys

sys.stdin.buffer.read(1)
