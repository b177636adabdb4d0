# No environment under any name.
import sys

found = [n for n in ("environ", "getenv", "env", "settrace", "setprofile") if hasattr(sys, n)]
print(found, [sys.executable, sys.prefix])  # expect: [] ['', '']
