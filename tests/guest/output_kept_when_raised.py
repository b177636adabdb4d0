# error: ValueError
import sys

print("kept")  # expect: kept
print("also", file=sys.stderr)
# stderr: also
sys.stdout.write("unfinished\n")  # expect: unfinished
raise ValueError
