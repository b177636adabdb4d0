# exit: 0
import sys

print("a")  # expect: a
sys.exit()
print("never")
