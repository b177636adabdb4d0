# What is loaded leads to nothing that reaches out.
import sys

import asyncio, json, io, re

for name in list(sys.modules):
    module = sys.modules[name]
    for attribute in dir(module):
        if attribute in ("os", "socket", "select", "open", "uctypes", "machine", "vfs"):
            print(name, attribute)  # expect: io open
try:
    io.open("/etc/passwd")
except PermissionError:
    pass
