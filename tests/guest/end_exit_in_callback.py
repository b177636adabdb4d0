# From inside a sort key, within a built-in.
# exit: 5
import sys

sorted([3, 1, 2], key=lambda x: sys.exit(5))
