"""What docs/python-package.md shows, run, where the checkout is here."""

import pathlib
import re
import unittest

PAGE = pathlib.Path(__file__).parents[3] / "docs" / "python-package.md"


class Docs(unittest.TestCase):
    @unittest.skipUnless(PAGE.exists(), "no checkout")
    def test_page(self):
        blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
        self.assertGreater(len(blocks), 3)
        names = {}
        for block in blocks:
            exec(compile(block, PAGE.name, "exec"), names)
