# The matcher keeps its choices in the heap, and none of them in a C frame.
import re

print(re.match("(a|b)*c", "ab" * 100000))  # expect: None
