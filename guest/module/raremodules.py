"""Writes raremodules.h: compiled modules, one after the other, for rare.c.

    raremodules.py OUT FOLDER PATH…

Of each: its path below FOLDER as a source's, a zero, its length in three bytes, low
ones first, and its bytes. A zero ends them.
"""

import os
import sys


def main(out, folder, *paths):
    data = b""
    for path in paths:
        with open(path, "rb") as f:
            code = f.read()
        name = os.path.relpath(path, folder).replace(".mpy", ".py")
        data += name.encode() + b"\0" + len(code).to_bytes(3, "little") + code
    with open(out, "w") as f:
        f.write("// Made by raremodules.py.\nstatic const byte rare_modules[] = {\n    %s\n};\n" % ", ".join(map(str, data + b"\0")))


main(*sys.argv[1:])
