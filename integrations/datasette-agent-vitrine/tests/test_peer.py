"""datasette-agent-micropython, unchanged, over vitrine.micropython_wasm."""

import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).parent
PEER = os.environ.get("VITRINE_PEER")
SCRIPT = """
import vitrine.micropython_wasm
vitrine.micropython_wasm.install()
import sys, unittest
sys.path[:0] = [{here!r}, {peer!r}]
from importlib.metadata import entry_points
assert [e.value for e in entry_points(group="datasette") if "micropython" in e.value]
import json
from serving import Serving

class Peer(Serving):
    async def say(self, ds, conversation, code, **more):
        call = {{"name": "execute_micropython", "arguments": {{"python": code, **more}}}}
        (stored, got), = await self.ask(ds, conversation, [call])
        return json.loads(got), json.loads(stored)

    async def test_it(self):
        ds = self.serve()
        one, other = await self.conversation(ds), await self.conversation(ds)
        said, shown = await self.say(ds, one, "x = 6\\nprint(x * 7)", show_result=True)
        self.assertEqual((said["ok"], said["stdout"], said["interpreter_reset"]), (True, "42\\n", False))
        self.assertIn("42", shown["_html"])
        said, _ = await self.say(ds, one, "r = read_only_sql_query('shop', 'select sum(amount) as n from sales')\\nprint(r['rows'], x)")
        self.assertEqual(said["stdout"], "[{{'n': 70}}] 6\\n")
        said, _ = await self.say(ds, one, "1 / 0")
        self.assertFalse(said["ok"])
        self.assertIn("ZeroDivisionError", said["error"])
        said, _ = await self.say(ds, one, "print(x)")
        self.assertEqual(said["stdout"], "6\\n")
        said, _ = await self.say(ds, one, "while True: pass")
        self.assertTrue(said["interpreter_reset"], said)
        for conversation in (one, other):
            said, _ = await self.say(ds, conversation, "print(x)")
            self.assertIn("NameError", said["error"])

unittest.main(argv=["peer"])
"""


@unittest.skipUnless(PEER, "VITRINE_PEER names the folder that datasette-agent-micropython is in")
class Peer(unittest.TestCase):
    def test_unchanged(self):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT.format(here=str(HERE), peer=PEER)], capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
