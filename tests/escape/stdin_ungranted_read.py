# error: PermissionError
import sys

sys.stdin.read()
