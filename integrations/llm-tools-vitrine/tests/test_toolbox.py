"""The toolbox with LLM itself: the model `echo` calls the tools that its prompt names."""

import asyncio
import gc
import http.server
import json
import os
import pathlib
import re
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import unittest
import unittest.mock
import warnings

import llm
import llm.utils
from llm_tools_vitrine import Vitrine

TOOL = "Vitrine_execute_python"


def prompt(*calls):
    """What makes the echo do these calls: code, or all arguments."""
    return json.dumps({"tool_calls": [
        {"name": TOOL, "arguments": {"python": call} if isinstance(call, str) else call} for call in calls
    ]})  # fmt: skip


def answers(text):
    """What the model got: the echo says it in the JSON that its last response is."""
    last = text[text.rindex('{\n  "prompt"') :]
    return [result["output"] for result in json.loads(last)["tool_results"]]


def ask(toolbox, *calls):
    return answers(llm.get_model("echo").chain(prompt(*calls), tools=[toolbox]).text())


class Toolbox(unittest.TestCase):
    def test_output_and_value(self):
        self.assertEqual(ask(Vitrine(), "print('hi'); 6 * 7"), ["hi\n42\n"])

    def test_nothing_to_say(self):
        self.assertEqual(ask(Vitrine(), "x = 1"), ["It ran, and printed nothing."])

    def test_session_lives_on(self):
        toolbox = Vitrine()
        first = ask(toolbox, "x = 20", "x + 1", "1 / 0")
        self.assertEqual(first[1], "21\n")
        self.assertIn("ZeroDivisionError", first[2])
        self.assertEqual(ask(toolbox, "x * 2"), ["40\n"])

    def test_conversation(self):
        conversation = llm.get_model("echo").conversation(tools=[Vitrine()])
        conversation.chain(prompt("rows = [1, 2]")).text()
        self.assertEqual(answers(conversation.chain(prompt("sum(rows)")).text()), ["3\n"])

    def test_reset_context(self):
        told = ask(Vitrine(), "x = 1", {"python": "x", "reset_context": True})
        self.assertIn("NameError", told[1])

    def test_errors_are_explained(self):
        told, = ask(Vitrine(), "rows = [1]\nprint('begun')\nrows[3]")
        self.assertTrue(told.startswith("begun\n"), told)
        for part in ("IndexError", "line 3", "rows[3]"):
            self.assertIn(part, told)

    def test_limits(self):
        toolbox = Vitrine(memory="16M", cpu="100ms")
        told = ask(toolbox, "kept = 1\nwhile True: pass", "b = bytearray(10**8)", "kept")
        self.assertIn("cpu", told[0])
        self.assertIn("memory", told[1].lower())
        self.assertEqual(told[2], "1\n")
        self.assertIn("out_of_steps", ask(Vitrine(steps=1000), "for i in range(10**6): pass")[0])

    def test_nothing_is_granted(self):
        for code in ("open('/etc/passwd')", "import socket; socket.create_connection(('127.0.0.1', 1))"):
            told, = ask(Vitrine(), "try:\n  %s\nexcept Exception as e:\n  print(type(e).__name__)" % code)
            self.assertRegex(told, r"^\w*Error\n$")

    def test_clock_and_chance(self):
        code = "import time, os; (time.time() > 10**9, len(os.urandom(4)))"
        self.assertEqual(ask(Vitrine(), code), ["(True, 4)\n"])
        self.assertIn("PermissionError", ask(Vitrine(deterministic=True), code)[0])
        seeded = [ask(Vitrine(deterministic="a"), "import time, os; (time.time(), os.urandom(8))") for _ in "ab"]
        self.assertEqual(seeded[0], seeded[1])
        self.assertNotIn("Error", seeded[0][0])

    def test_long_answers_lose_their_middle(self):
        told, = ask(Vitrine(answer=300), "for i in range(1000): print('line', i)\n'the end'")
        self.assertLess(len(told), 400)
        self.assertTrue(told.startswith("line 0\n") and told.endswith("'the end'\n"), told)
        self.assertRegex(told, r"\d+ characters left out")

    def test_garbage_from_the_model(self):
        told = ask(Vitrine(), {"python": 5}, {}, {"python": "'\ud800'"}, {"code": "1"}, "7")
        self.assertIn("str", told[0])
        for answer in told[1:4]:
            self.assertTrue(answer.startswith("Error"), answer)
        self.assertEqual(told[4], "7\n")

    def test_description(self):
        with tempfile.TemporaryDirectory() as folder:
            tool, = Vitrine(memory="32M", files={"path": folder, "at": "/data"}).tools()
        self.assertEqual(tool.name, TOOL)
        self.assertEqual(list(tool.input_schema["properties"]), ["python", "reset_context"])
        self.assertEqual(tool.input_schema["required"], ["python"])
        for part in ("Variables", "32 MiB", "open()"):
            self.assertIn(part, tool.description)

    def test_functions_of_the_host(self):
        toolbox = Vitrine()

        @toolbox.session.function
        def double(n: int) -> int:
            "Twice n."
            return 2 * n

        tool, = toolbox.tools()
        self.assertIn("double(n: int) -> int", tool.description)
        self.assertEqual(ask(toolbox, "double(21)"), ["42\n"])

    def test_async_model(self):
        async def main():
            chain = llm.get_async_model("echo").chain(prompt("x = 1", "x + 1"), tools=[Vitrine()])
            return await chain.text()

        self.assertEqual(answers(asyncio.run(main()))[1], "2\n")

    def test_threads_queue(self):
        toolbox = Vitrine()
        toolbox.execute_python("x = 0")
        threads = [threading.Thread(target=toolbox.execute_python, args=("for i in range(1000): x += 1",))
                   for _ in range(8)]  # fmt: skip
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(toolbox.execute_python("x"), "8000\n")

    def test_dropped(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            session = Vitrine().session
            gc.collect()
        self.assertTrue(session.closed)


class Grants(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name, text=""):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def test_files(self):
        path = self.path("a.txt", "hello")
        self.assertEqual(ask(Vitrine(files=path), "open('/a.txt').read()"), ["'hello'\n"])
        out = {"path": self.folder.name, "at": "/out", "write": True}
        code = {"python": "open('/out/b', 'w').write('new')", "reset_context": True}
        self.assertEqual(ask(Vitrine(files=[path, out]), code), ["3\n"])
        with open(os.path.join(self.folder.name, "b"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "new")
        with self.assertRaisesRegex(ValueError, "wirte"):
            Vitrine(files={"path": path, "wirte": True})

    def test_database(self):
        path = os.path.join(self.folder.name, "shop.db")
        with sqlite3.connect(path) as database:
            database.executescript("create table items (name); insert into items values ('pen');"
                                   "create table secrets (name); insert into secrets values ('x')")  # fmt: skip
        database.close()
        toolbox = Vitrine(database={"database": path, "tables": ["items"]})
        told = ask(toolbox, "db.query('select name from items')", "db.query('select * from secrets')")
        self.assertEqual(told[0], "[{'name': 'pen'}]\n")
        self.assertIn("PermissionError", told[1])
        self.assertIn("not granted", ask(Vitrine(database=path), "db.query('delete from items')")[0])

    def test_scratch(self):
        code = "open('/tmp/a', 'w').write('x'); open('/tmp/a').read()"
        self.assertEqual(ask(Vitrine(scratch=True), code), ["'x'\n"])
        self.assertIn("PermissionError", ask(Vitrine(), code)[0])

    def test_web(self):
        seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append((self.path, self.headers["Authorization"]))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"hello")

            def log_message(self, *what):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        root = "http://127.0.0.1:%d/" % server.server_port
        headers = {"Authorization": {"key": "shop", "as": "Bearer {}"}}
        web = {"url": root + "v1/", "private": True, "headers": headers}
        with unittest.mock.patch.dict(os.environ, {"LLM_USER_PATH": self.folder.name}):
            with self.assertRaisesRegex(ValueError, "llm keys set shop"):
                Vitrine(web=web)
            with open(os.path.join(self.folder.name, "keys.json"), "w", encoding="utf-8") as file:
                json.dump({"shop": "s3cret"}, file)
            toolbox = Vitrine(web=[web])
        self.assertNotIn("s3cret", json.dumps(toolbox._config))
        code = "import requests\nrequests.get(%r).text"
        told = ask(toolbox, code % (root + "v1/a"), code % (root + "v2/a"))
        self.assertEqual(told[0], "'hello'\n")
        self.assertIn("not granted", told[1])
        self.assertEqual(seen, [("/v1/a", "Bearer s3cret")])

    def test_audit(self):
        path = os.path.join(self.folder.name, "audit.jsonl")
        ask(Vitrine(audit=path), "print('logged')")
        with open(path, encoding="utf-8") as file:
            self.assertIn("logged", file.read())


class Keep(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = os.path.join(self.folder.name, "kept")

    def test_goes_on(self):
        ask(Vitrine(keep=self.path), "x = 41")
        self.assertEqual(stat.S_IMODE(os.stat(self.path).st_mode), 0o600)
        self.assertEqual(ask(Vitrine(keep=self.path), "x + 1"), ["42\n"])

    def test_reset_starts_anew(self):
        ask(Vitrine(keep=self.path), "x = 41")
        told = ask(Vitrine(keep=self.path), {"python": "x", "reset_context": True})
        self.assertIn("NameError", told[0])

    def test_one_that_is_lost(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("no image")
        told = ask(Vitrine(keep=self.path), "1", "2")
        self.assertRegex(told[0], "^The session is a fresh one, .*\n1\n$")
        self.assertEqual(told[1], "2\n")


class Command(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def llm(self, *argv):
        return subprocess.run(
            [sys.executable, "-m", "llm", *argv], cwd=self.folder.name, capture_output=True, text=True,
            stdin=subprocess.DEVNULL, env={**os.environ, "LLM_USER_PATH": self.folder.name},
        )  # fmt: skip

    def test_it(self):
        asked = ("-m", "echo", "-T", 'Vitrine(memory="64M", keep="kept")')
        done = self.llm(*asked, prompt("x = 6", "x * 7"))
        self.assertEqual(answers(done.stdout)[1], "42\n", done.stderr)
        done = self.llm("-c", *asked, prompt("x"))
        self.assertEqual(answers(done.stdout), ["6\n"], done.stderr)

    def test_listed(self):
        done = self.llm("tools", "list")
        self.assertIn("Vitrine(memory", done.stdout)
        self.assertIn("execute_python(", done.stdout)

    def test_wrong_option(self):
        done = self.llm("-m", "echo", "-T", 'Vitrine(memory="64 potatoes")', "hi")
        self.assertNotEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"^Error: Vitrine: .*64 potatoes.*\n$")


class Docs(unittest.TestCase):
    """What the page and the README show is understood, and runs."""

    def setUp(self):
        root = pathlib.Path(__file__).parents[3]
        self.page = (root / "docs" / "llm.md").read_text(encoding="utf-8")
        self.readme = (root / "integrations" / "llm-tools-vitrine" / "README.md").read_text(encoding="utf-8")

    def test_options(self):
        options = re.findall(r"-T '?(Vitrine(?:\(.*?\)(?='))?)", self.page + self.readme)
        self.assertGreaterEqual(len(options), 6)
        with tempfile.TemporaryDirectory() as folder:
            self.addCleanup(os.chdir, os.getcwd())
            os.chdir(folder)
            for name in ("in", "out", "notes"):
                os.mkdir(name)
            sqlite3.connect("shop.db").execute("create table items (name)").connection.close()
            for option in options:
                self.assertEqual(ask(llm.utils.instantiate_from_spec({"Vitrine": Vitrine}, option), "7"), ["7\n"])

    def test_table(self):
        rows = re.findall(r"^\| (`.*?`) \|", self.page, re.M)
        named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
        self.assertEqual(sorted(named), sorted(Vitrine()._config))

    def test_python(self):
        for block in re.findall(r"^```python\n(.*?)^```$", self.page, re.M | re.S):
            exec(compile(block, "llm.md", "exec"), {})


if __name__ == "__main__":
    unittest.main()
