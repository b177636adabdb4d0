# An exit code larger than a byte is handed over whole.
# exit: 1000
import sys

sys.exit(1000)
