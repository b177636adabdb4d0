"""Grants by name: those of the package, and those that installed packages offer."""

import os
import random
import sys
import tempfile
import unittest

from vitrine import Session
from vitrine.naming import _read

MODULE = """
from vitrine import Grant
class Words(Grant):
    def __init__(self, of='', loud=False): self.words, self.loud = of, loud
    def open(self, session):
        session.function(name='words.all')(lambda: [self.words, self.loud])
def nothing(): return 5
"""
POINTS = """[vitrine.grants]
words = vitrine_test_words:Words
nothing = vitrine_test_words:nothing
files = vitrine_test_words:Words
"""


class Names(unittest.TestCase):
    def value(self, code, *grants):
        with Session(grants=grants) as s:
            return s.run(code).check().value

    def test_ours(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a,b"), "w", encoding="utf-8") as file:
                file.write("there")
            path = os.path.join(folder, r"a\,b")
            code = "import time; [open('/x').read(), open('/tmp/y', 'w').write('z'), time.time() % 1]"
            grants = [f"files:path={path},at=/x", "clock:resolution=1s", "scratch:quota=1K"]
            self.assertEqual(self.value(code, *grants), ["there", 1, 0.0])
            with Session() as s:
                s.grant("random")
                with s.fork() as t:
                    self.assertEqual(len(t.run("import os; os.urandom(4)").value), 4)

    def test_what_is_wrong(self):
        for text, error in (
            ("wrods", "no such grant: 'wrods'; there are clock, "), ("", "no such grant"), ("files", "files needs the option path"),
            ("files:pth=x", "files has no option pth"), ("clock:resolution=1x", "clock: resolution=1x: it takes"),
            ("files:path=a,path=b", "path is given twice"), ("files:path", "it takes"), ("clock:resolution=é" + "x" * 300, "it takes"),
        ):
            with self.assertRaisesRegex(ValueError, error):
                Session(grants=[text])

    def test_offered(self):
        """As pip leaves it: a module, and the metadata of its distribution."""
        with tempfile.TemporaryDirectory() as folder:
            info = os.path.join(folder, "vitrine_test_words-1.0.dist-info")
            os.mkdir(info)
            for path, text in ((os.path.join(folder, "vitrine_test_words.py"), MODULE), (os.path.join(info, "entry_points.txt"), POINTS),
                               (os.path.join(info, "METADATA"), "Metadata-Version: 2.1\nName: vitrine-test-words\nVersion: 1.0\n")):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
            sys.path.insert(0, folder)
            try:
                self.assertEqual(self.value("words.all()", r"words:of=a\,b,loud"), ["a,b", True])
                with self.assertRaisesRegex(ValueError, "unexpected keyword"):
                    Session(grants=["words:off=x"])
                with self.assertRaisesRegex(ValueError, "given twice"):
                    Session(grants=["words:of=x,of=y"])
                with self.assertRaisesRegex(TypeError, "made no Grant, but int"):
                    Session(grants=["nothing"])
                with self.assertRaisesRegex(ValueError, "files needs the option path"):  # ours are ours
                    Session(grants=["files"])
            finally:
                sys.path.remove(folder)

    def test_options(self):
        chance = random.Random(1)
        for _ in range(500):
            want = {f"k{i}": "".join(chance.choices("a,\\= é\n", k=chance.randrange(6))) for i in range(chance.randrange(4))}
            text = ",".join(f"{k}=" + v.replace("\\", r"\\").replace(",", r"\,") for k, v in want.items())
            self.assertEqual(_read(text), want, text)


if __name__ == "__main__":
    unittest.main()
