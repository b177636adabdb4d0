"""A Datasette with the agent, and a model that does what it is told: its prompt is JSON
that names the tools to call."""

import contextlib
import json
import os
import pathlib
import sqlite3
import tempfile
import unittest

from datasette.app import Datasette

AGENT = {"permissions": {"datasette-agent": {"id": "*"}}}
MEMORY = "/dev/shm"  # where waiting for the disk takes no time
ANNA, BERT, ROOT = {"id": "anna"}, {"id": "bert"}, {"id": "root"}


def shop(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript("""
            create table sales (day text, city text, amount integer, note blob);
            insert into sales values ('2024-01-01', 'Oslo', 10, x'00ff'), ('2024-01-02', 'Rome', 40, null),
              ('2024-01-03', 'Oslo', 15, null), ('2024-01-04', 'Kyiv', 5, null);
            create table secret (word text);
            insert into secret values ('xyzzy');
            create view cities as select distinct city from sales;
        """)


class Serving(unittest.IsolatedAsyncioTestCase):
    settings = {}
    config = {}

    def setUp(self):
        folder = tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        shop(self.folder / "shop.db")

    def serve(self, config=None, **settings):
        given = {**self.settings, **settings}
        ds = Datasette(
            [str(self.folder / "shop.db")], internal=str(self.folder / "internal.db"), memory=True,
            settings={"sql_time_limit_ms": 20000},  # for a machine that does much else
            config={**AGENT, **(self.config if config is None else config),
                    "plugins": {"datasette-llm": {"default_model": "echo"}, "datasette-agent-vitrine": given}})
        ds.root_enabled = True
        self.addAsyncCleanup(ds.invoke_shutdown)
        return ds

    async def conversation(self, ds, actor=ANNA):
        made = await ds.client.post("/-/agent/api/conversations", actor=actor)
        self.assertEqual(made.status_code, 200, made.text)
        return made.json()["conversation_id"]

    async def ask(self, ds, conversation, calls, actor=ANNA):
        """What the tools answered: (as stored and shown, as the model gets it) of each."""
        said = json.dumps({"prompt": "go", "tool_calls": calls})
        stream = await ds.client.post(f"/-/agent/{conversation}/stream", actor=actor, json={"message": said},
                                      timeout=60)
        self.assertEqual(stream.status_code, 200, stream.text)
        events = []
        for block in stream.text.strip().split("\n\n"):
            event, data = block.split("\n", 1)
            events.append((event[len("event: "):], json.loads(data[len("data: "):])))
        stored = [data["output"] for event, data in events if event == "tool_result"]
        self.assertEqual([data for event, data in events if event == "error"], [])
        last = "".join(data["content"] for event, data in events if event == "text_chunk").rpartition("\n}{")[2]
        results = json.loads("{" + last)["tool_results"] if last else []
        return list(zip(stored, [result["output"] for result in results]))

    async def python(self, ds, conversation, code, actor=ANNA, **more):
        """The tool's answer, as the model gets it, to one call."""
        (_, got), = await self.ask(ds, conversation, [self.call(code, **more)], actor)
        return json.loads(got)

    @staticmethod
    def call(code, **more):
        return {"name": "execute_python_sandboxed", "arguments": {"python": code, **more}}
