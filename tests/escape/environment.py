# No environment under any name.
import sys

found = [n for n in ("environ", "getenv", "env", "executable", "_getframe", "settrace",
                     "setprofile") if hasattr(sys, n)]
print(found)  # expect: []
