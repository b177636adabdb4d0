# limit: output=500
# stdout: any
# truncated: stdout=0 stderr=9500
# spent: output==10006
import sys

print("first")
for i in range(100):
    print("e" * 99, file=sys.stderr)
