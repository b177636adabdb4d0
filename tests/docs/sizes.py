#!/usr/bin/env python3
"""The part of docs/python.md that says what each module adds to the library.

    tests/docs/sizes.py [--rewrite]

Reads the bytecode that the last build of the guest made, under BUILD (default: build),
and which of it guest/Makefile has read at import. Prints the part, or writes it to where
the marks are.
"""
import glob
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FROZEN = os.path.join(ROOT, os.environ.get("BUILD", "build"), "guest", "frozen")
PAGE = os.path.join(ROOT, "docs", "python.md")
MARKS = re.compile(r"(<!-- sizes -->\n).*?(<!-- end of sizes -->\n)", re.S)
LARGEST = 12  # modules named with their size


def rare():
    with open(os.path.join(ROOT, "guest", "Makefile"), encoding="utf-8") as f:
        return set(re.search(r"^RARE = (.*?)[^\\]$", f.read(), re.S | re.M).group(0).replace("\\", " ").split()[2:])


def part():
    late = rare()
    sizes = {True: {}, False: {}}
    for path in glob.glob(os.path.join(FROZEN, "**", "*.mpy"), recursive=True):
        name = os.path.relpath(path, FROZEN)[: -len(".mpy")]
        sizes[name + ".py" in late][name.replace("/__init__", "").replace("/", ".")] = os.path.getsize(path)
    lines = []
    for is_late, text in ((False, "in the boot image"), (True, "read when it is imported")):
        found = sizes[is_late]
        named = sorted(found, key=lambda name: (-found[name], name))[:LARGEST]
        lines.append("%d modules, %d KB of bytecode, %s: %s; each of the others less." % (
            len(found), sum(found.values()) // 1000, text, ", ".join("`%s` %.1f" % (name, found[name] / 1000) for name in named)))
    return "\n\n".join(lines) + "\n"


def main():
    made = part()
    if "--rewrite" not in sys.argv:
        return print(made, end="")
    with open(PAGE, encoding="utf-8") as f:
        page = f.read()
    with open(PAGE, "w", encoding="utf-8") as f:
        f.write(MARKS.sub(lambda found: found.group(1) + made + found.group(2), page))


if __name__ == "__main__":
    main()
