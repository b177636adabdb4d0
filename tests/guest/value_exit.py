# sys.exit ends the run before there is a value.
# value: null
# exit: 0
import sys

sys.exit(0)
5
