# A caught exit is no exit.
import sys

try:
    sys.exit(9)
except SystemExit as e:
    print("stayed", e.args)  # expect: stayed (9,)
