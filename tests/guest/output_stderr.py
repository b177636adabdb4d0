# stdout and stderr are kept apart.
import sys

print("out 1")  # expect: out 1
print("err 1", file=sys.stderr)
# stderr: err 1
sys.stderr.write("err 2\n")
# stderr: err 2
print("out 2")  # expect: out 2
