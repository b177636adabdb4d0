# As in Python: text goes to stderr, and the code is 1.
# exit: 1
# stderr: could not go on
import sys

sys.exit("could not go on")
