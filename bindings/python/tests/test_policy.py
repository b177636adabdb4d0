"""Session.from_policy(): what a policy file says, and where it is wrong."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from vitrine import Clock, Files, Session


ROOT = pathlib.Path(__file__).parents[3]
WORDS = ROOT / "examples" / "plugin" / "words.c"


class Policies(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "agent.toml")
        self.folder = folder.name

    def write(self, text):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)

    def test_what_it_says(self):
        os.mkdir(os.path.join(self.folder, "in"))
        with open(os.path.join(self.folder, "in", "a"), "w", encoding="utf-8") as file:
            file.write("there")
        self.write(
            'transactional = true\nplugins = ["sqlite", "web"]\n[limits]\nmemory = "32M"\ncpu = 0.5\nsteps = "unlimited"\n'
            '[grants.clock]\nresolution = "1s"\n[grants.random]\nseed = "x"\n[grants.scratch]\nquota = "1K"\n'
            '[grants.files]\npath = "in"\n[grants.sqlite]\nfile = "a.db"\nowner = true\ntime = "2s"\n'
            '[[grants.web]]\nurl = "http://a.test/"\nmethods = ["GET", "POST"]\n[[grants.web]]\nurl = "http://b.test/"\n'
        )
        with Session.from_policy(self.path, functions={"one": lambda: 1}) as s:
            self.assertEqual((s.limits.memory, s.limits.cpu, s.limits.steps, s.limits.time), (32 << 20, 0.5, None, 30))
            code = "import os, time\nopen('/tmp/x', 'w').write('y')\n[time.time() % 1, open('/in/a').read(), db.tables(), one()]"
            self.assertEqual(s.run(code).check().value, [0.0, "there", [], 1])
            self.assertIn("granted is http://a.test/ (GET POST), http://b.test/", s.run("http.get('http://c.test/')").error.message)
            self.assertEqual(s.run("open('/tmp/x', 'w').write('y' * 2000)").error.type, "OSError")
            self.assertTrue(s.run("db.query('create table t (a)'); 1 / 0").rolled_back)
            self.assertEqual(s.run("db.tables()").value, [])

    @unittest.skipUnless(WORDS.exists() and shutil.which("cc"), "no checkout, or no compiler")
    def test_a_library_of_yours(self):
        at = os.path.join(self.folder, "words.so")
        subprocess.run(["cc", "-shared", "-fPIC", f"-I{ROOT}/include", str(WORDS), "-o", at], check=True)
        self.write('plugins = ["./words.so"]\n[grants.words]\nof = ["one", "two"]\n')
        with Session.from_policy(self.path) as s, s.fork() as t:
            self.assertEqual((s.run("words.get(1)").value, t.run("words.get(0)").value), ("two", "one"))
        self.write('plugins = ["./words.so"]\n[grants.words]\noff = "x"\n')
        with self.assertRaisesRegex(ValueError, r"agent.toml:3:1: unknown option off; is of meant\?"):
            Session.from_policy(self.path)

    def test_more(self):
        self.write('[grants.files]\npath = "."\n')
        with Session.from_policy(self.path, grants=[Clock()]) as s:
            self.assertGreater(s.run("import time; time.time()").value, 10**9)
        with self.assertRaisesRegex(ValueError, "agent.toml says what is granted of files"):
            Session.from_policy(self.path, grants=[Files("/")])

    def test_where_it_is_wrong(self):
        for text, error in (
            ("[limits]\nmemroy = 1", r"agent.toml:2:1: unknown limit memroy; is memory meant\?"),
            ("[limits]\ncpu = 'soon'", "agent.toml:2:1: cpu = soon"),
            ("x = ", "agent.toml:1:5: "),
            ("[grants.web]\nurl = 'http://x/'", "agent.toml:1:9: unknown grant web. The library of a plugin has to be in"),
            ("[grants.files]\npth = '.'", r"agent.toml:2:1: unknown option pth; is path meant\?"),
            ("plugins = ['nothing']", "agent.toml: plugins: there is no plugin nothing here"),
            ("plugins = ['./nothing.so']", "nothing.so: cannot open"),
            ("plugins = ['web', 'web']", "agent.toml: plugins: there is a plugin web already"),
            ("[grants.files]\npath = 'nothing'", "files: .*nothing"),
            ("x" * 70000, "a policy has at most 65536 bytes"),
        ):
            self.write(text)
            with self.assertRaisesRegex((ValueError, OSError), error):
                Session.from_policy(self.path)
        with self.assertRaises(FileNotFoundError):
            Session.from_policy(self.path + "x")


if __name__ == "__main__":
    unittest.main()
