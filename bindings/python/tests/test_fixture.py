"""The fixture for pytest, where pytest is here."""

import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import unittest

TESTS = """
import pytest

def test_plain(vitrine_session):
    assert vitrine_session.run("6 * 7").value == 42

@pytest.mark.vitrine(functions={"f": lambda: 5}, steps=50000)
def test_marked(vitrine_session):
    assert vitrine_session.run("f()").value == 5
    assert vitrine_session.limits.steps == 50000
"""


class Fixture(unittest.TestCase):
    @unittest.skipUnless(importlib.util.find_spec("pytest"), "no pytest")
    def test_fixture(self):
        with tempfile.TemporaryDirectory() as folder:
            at = pathlib.Path(folder)
            (at / "conftest.py").write_text('pytest_plugins = ["vitrine.testing"]\n')
            (at / "test_it.py").write_text(TESTS)
            done = subprocess.run([sys.executable, "-m", "pytest", "-q", "--strict-markers", "-p", "no:cacheprovider"],
                                  cwd=folder, capture_output=True, text=True)
            self.assertIn("2 passed", done.stdout, done.stdout + done.stderr)
