#!/usr/bin/env python3
"""The part of docs/python.md that says which public names modules lack here.

    tests/docs/missing.py [--rewrite]

Compares each module that the guest can import with that of python3, which has to be
3.11. Prints the part, or writes it to where the marks are. VITRINE names the command.
"""
import importlib
import json
import os
import re
import subprocess
import sys
import types
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGE = os.path.join(ROOT, "docs", "python.md")
MARKS = re.compile(r"(<!-- missing names -->\n).*?(<!-- end of missing names -->\n)", re.S)
MOST = 12  # names of a module; of more, their number
ASK = """
import json, importlib
found = {}
for name, wanted in json.loads(%r).items():
    module = importlib.import_module(name)
    found[name] = [one for one in wanted if not hasattr(module, one)]
print(json.dumps(found))
"""


def guest(source):
    command = os.environ.get("VITRINE", os.path.join(ROOT, "build", "vitrine"))
    return subprocess.run([command, "-c", source], capture_output=True, text=True, check=True).stdout


def public(module):
    names = getattr(module, "__all__", None) or [name for name in dir(module) if not name.startswith("_")]
    return sorted(n for n in names if not isinstance(getattr(module, n, None), types.ModuleType))


def part():
    listed = json.loads(guest("import _frozen, json\nprint(json.dumps(_frozen.names()))"))
    wanted = {}
    for name in sorted(listed):
        if name.split(".")[0] in sys.stdlib_module_names and not name.startswith("_"):
            try:
                wanted[name] = public(importlib.import_module(name))
            except ImportError:
                pass  # a part of ours that CPython does not have
    missing = json.loads(guest(ASK % json.dumps(wanted)))
    whole = ["`%s`" % name for name, names in missing.items() if not names]
    lines = ["Nothing public is missing in %s." % ", ".join(whole), "", "| module | missing |", "| --- | --- |"]
    for name, names in missing.items():
        if names:
            shown = " ".join(names) if len(names) <= MOST else "%d of %d names" % (len(names), len(wanted[name]))
            lines.append("| `%s` | %s |" % (name, shown))
    return "\n".join(lines) + "\n"


def main():
    warnings.simplefilter("ignore")
    if "--rewrite" not in sys.argv:
        return print(part(), end="")
    with open(PAGE, encoding="utf-8") as f:
        page = f.read()
    made = part()
    with open(PAGE, "w", encoding="utf-8") as f:
        f.write(MARKS.sub(lambda found: found.group(1) + made + found.group(2), page))


if __name__ == "__main__":
    main()
