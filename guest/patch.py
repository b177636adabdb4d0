"""Copies the few upstream files that need a hook into BUILD, hooks put in.

    patch.py MICROPYTHON_DIR OUT [native]

hooks/*.py say what is changed, one subject a file. Each entry of their HOOKS is
(file, anchor, replacement); a pair as anchor stands for all from the first up to
the second, no anchor for a file that is copied as it is. A subject with NATIVE =
False is not for the native build. An anchor has to occur
exactly once, or nothing is built: an upstream release that moved it needs a
look. Files are only rewritten when they change, so that make sees nothing new.
"""

import glob
import os
import runpy
import sys

import vmsplit


def hooks(native):
    here = os.path.dirname(os.path.abspath(__file__))
    for path in sorted(glob.glob(os.path.join(here, "hooks", "*.py"))):
        subject = runpy.run_path(path)
        if subject.get("NATIVE", True) or not native:
            yield from subject["HOOKS"]


def main(top, out, native=""):
    texts = {}
    for name, anchor, replacement in hooks(native):
        if name not in texts:
            with open(os.path.join(top, name)) as f:
                texts[name] = f.read()
        if anchor is None:
            continue
        ends = (anchor,) if isinstance(anchor, str) else anchor
        for end in ends:
            found = texts[name].count(end)
            if found != 1:
                sys.exit(f"patch.py: {name}: {found} times, not once: {end.strip()!r}")
        start = texts[name].index(ends[0])
        stop = start + len(anchor) if isinstance(anchor, str) else texts[name].index(ends[1])
        texts[name] = texts[name][:start] + replacement + texts[name][stop:]
    texts["py/vm.c"] = (vmsplit.whole if native else vmsplit.split)(texts["py/vm.c"])
    # A file that has no hooks any more must not be found, nor compiled.
    for folder, _, files in os.walk(out):
        for path in (os.path.join(folder, f) for f in files):
            if os.path.relpath(path, out) not in texts:
                os.remove(path)
    for name, text in texts.items():
        path = os.path.join(out, name)
        try:
            with open(path) as f:
                if f.read() == text:
                    continue
        except FileNotFoundError:
            pass
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(text)


main(*sys.argv[1:])
