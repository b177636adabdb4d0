# error: RecursionError
import re

re.match("(a|b)*c", "ab" * 200000)
