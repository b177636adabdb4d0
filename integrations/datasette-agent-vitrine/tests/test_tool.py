"""The tool in a conversation: what it answers, what lives on, what the actor may."""

import asyncio
import json
import unittest

from serving import ANNA, BERT, ROOT, Serving

KEYS = {"ok", "stdout", "stderr", "value", "error", "spent", "truncated", "fresh_session"}


class Answer(Serving):
    async def test_the_answer(self):
        ds = self.serve()
        answer = await self.python(ds, await self.conversation(ds), "import sys\nprint('hello')\n"
                                   "print('oh', file=sys.stderr)\n{'n': [6 * 7]}")
        self.assertEqual(set(answer), KEYS)
        self.assertEqual((answer["ok"], answer["stdout"], answer["stderr"], answer["value"], answer["error"]),
                         (True, "hello\n", "oh\n", {"n": [42]}, None))
        self.assertTrue(answer["fresh_session"])
        self.assertEqual(set(answer["spent"]), {"memory", "steps", "cpu", "time", "output", "host_calls"})
        self.assertEqual(answer["truncated"], {"stdout": 0, "stderr": 0, "value": 0, "error": 0})

    async def test_variables_live_on(self):
        ds = self.serve(cpu="300ms")
        one, other = await self.conversation(ds), await self.conversation(ds)
        await self.python(ds, one, "x = 20\ndef f(): return x + 1")
        again = await self.python(ds, one, "f()")
        self.assertEqual((again["value"], again["fresh_session"]), (21, False))
        stopped = await self.python(ds, one, "x = 30\nwhile True: pass")
        self.assertFalse(stopped["ok"])
        self.assertIn("processor time", stopped["error"])
        self.assertEqual((await self.python(ds, one, "f()"))["value"], 31)
        elsewhere = await self.python(ds, other, "x")
        self.assertIn("NameError", elsewhere["error"])
        reset = await self.python(ds, one, "x", reset_context=True)
        self.assertTrue(reset["fresh_session"])
        self.assertIn("NameError", reset["error"])
        self.assertNotIn("fresh_because", reset)
        self.assertEqual((await self.python(ds, one, "sql('shop', 'select 1 as n')[0]['n']"))["value"], 1)

    async def test_errors_say_what_to_mend(self):
        ds = self.serve()
        answer = await self.python(ds, await self.conversation(ds), "rows = [1]\n\nrows[3]")
        self.assertIn("IndexError", answer["error"])
        self.assertIn("line 3", answer["error"])
        self.assertIn("rows", answer["error"])

    async def test_fits(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        for code in ("print('begin', 'é' * 100000, 'end')", "import sys\nsys.stderr.write('x' * 50000)\n'y' * 50000",
                     "[['\"\\n' * 10] * 100] * 100", "raise ValueError('\\u1234' * 100000)",
                     "print('\\U0001f600' * 30000)\nlist(range(9000))"):
            (stored, got), = await self.ask(ds, conversation, [self.call(code)])
            self.assertLessEqual(len(got), 9000)
            self.assertEqual(stored, got)
            self.assertNotIn("agent_output_truncated", got)
        answer = await self.python(ds, conversation, "for i in range(5000): print('line', i)")
        self.assertTrue(answer["stdout"].startswith("line 0\nline 1\n"))
        self.assertTrue(answer["stdout"].endswith("line 4998\nline 4999\n"))
        self.assertIn("characters left out", answer["stdout"])
        self.assertGreater(answer["truncated"]["stdout"], 30000)
        self.assertGreater(len(json.dumps(answer)), 8900)
        big = await self.python(ds, conversation, "list(range(9000))")
        self.assertTrue(big["value"].startswith("[0, 1, 2"))
        self.assertTrue(big["value"].endswith("8999]"))
        for code in ("[object] * 1000", "{1: 'é' * 4000}"):  # no JSON, and cut by the library
            big = await self.python(ds, conversation, code)
            self.assertTrue(big["value"].endswith("…"), big["value"][-50:])
            self.assertGreaterEqual(big["truncated"]["value"], 1)

    async def test_values_that_are_no_json(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        for code, value in (("b'ab'", "b'ab'"), ("{1: 2}", "{1: 2}"), ("float('nan')", "nan"), ("10**30", str(10**30)),
                            ("object", "<class 'object'>"), ("None", None), ("(1, 'a')", [1, "a"])):
            self.assertEqual((await self.python(ds, conversation, code))["value"], value)

    async def test_garbage(self):
        ds = self.serve(source="64K")
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 5")
        for arguments, said in (({}, "python must be text"), ({"python": 5}, "python must be text"),
                                ({"python": "x", "reset_context": "maybe"}, "reset_context must be"),
                                ({"python": "x", "code": "y"}, "no argument 'code'"),
                                ({"python": "'\ud800'"}, "surrogate"), ({"python": "x" * 100000}, "limits.source"),
                                ({"python": "x = = 1"}, "SyntaxError"), ({"python": "\0"}, "")):
            (_, got), = await self.ask(ds, conversation, [{"name": "execute_python_sandboxed", "arguments": arguments}])
            answer = json.loads(got)
            self.assertFalse(answer["ok"])
            self.assertIn(said, answer["error"])
        answer = await self.python(ds, conversation, "x", reset_context="false")
        self.assertEqual((answer["value"], answer["fresh_session"]), (5, False))

    async def test_show_result(self):
        ds = self.serve()
        code = "print('<b>out</b>')\n'<i>value</i>'"
        (stored, got), = await self.ask(ds, await self.conversation(ds), [self.call(code, show_result=True)])
        shown = json.loads(stored)["_html"]
        self.assertIn("print(&#x27;&lt;b&gt;out&lt;/b&gt;&#x27;)", shown)
        self.assertIn("&lt;i&gt;value", shown)
        self.assertNotIn("<b>", shown)
        self.assertNotIn("<i>", shown)
        answer = json.loads(got)
        self.assertNotIn("_html", answer)
        self.assertIn("code and its output", answer["shown_to_user"])

    async def test_lone_surrogates(self):
        """They would make a page of the conversation, or a request to a model, impossible."""
        ds = self.serve()
        conversation = await self.conversation(ds)
        for code in ("print('\\ud800')", "'\\udfff'", "{'\\ud800': ['\\ud800']}", "raise ValueError('\\ud800')", "'\ud800'"):
            (stored, _), = await self.ask(ds, conversation, [self.call(code, show_result=True)])
            json.dumps(json.loads(stored), ensure_ascii=False).encode()
        page = await ds.client.get(f"/-/agent/{conversation}", actor=ANNA)
        self.assertEqual(page.status_code, 200)

    async def test_calls_of_one_conversation_queue(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "n = 0")
        code = "import time\nm = n\ntime.sleep(0.05)\nn = m + 1"
        await self.ask(ds, conversation, [self.call(code)] * 4)
        await asyncio.gather(*(self.ask(ds, conversation, [self.call(code)]) for _ in range(3)))
        self.assertEqual((await self.python(ds, conversation, "n"))["value"], 7)

    async def test_the_loop_goes_on(self):
        ds = self.serve(cpu="60s", time="60s")
        conversation = await self.conversation(ds)
        run = asyncio.ensure_future(self.python(ds, conversation, "while True: pass"))
        await asyncio.sleep(0.3)
        self.assertEqual((await asyncio.wait_for(ds.client.get("/shop.json"), 20)).status_code, 200)
        self.assertFalse(run.done())
        run.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await run
        answer = await asyncio.wait_for(self.python(ds, conversation, "1"), 20)
        self.assertTrue(answer["ok"])

    async def test_the_description(self):
        ds = self.serve(memory="32M")
        from datasette_agent_vitrine import register_agent_tools
        tool, = register_agent_tools(ds)
        for text in ("32 MiB", "sql(database, query", "MicroPython", "chart.histogram"):
            self.assertIn(text, tool.description)


class Permission(Serving):
    async def tools(self, ds, actor):
        from datasette_agent.tools import filter_tools_for_actor, get_agent_tools
        await ds.invoke_startup()
        return {t.name for t in await filter_tools_for_actor(ds, actor, await get_agent_tools(ds))}

    async def test_by_default(self):
        ds = self.serve({"permissions": {"datasette-agent": {"id": ["anna", "root"]}}})
        self.assertIn("execute_python_sandboxed", await self.tools(ds, ANNA))
        self.assertNotIn("execute_python_sandboxed", await self.tools(ds, BERT))
        self.assertNotIn("execute_python_sandboxed", await self.tools(ds, None))
        self.assertIn("execute_python_sandboxed", await self.tools(ds, ROOT))

    async def test_denied(self):
        ds = self.serve({"permissions": {"datasette-agent": {"id": "*"}, "execute-python-sandboxed": {"id": "anna"}}})
        self.assertIn("execute_python_sandboxed", await self.tools(ds, ANNA))
        self.assertNotIn("execute_python_sandboxed", await self.tools(ds, BERT))

    async def test_background_agents_are_denied_too(self):
        """They get all tools, whoever started them."""
        ds = self.serve({"permissions": {"datasette-agent": {"id": "*"}, "datasette-agent-background": {"id": "*"},
                                         "execute-python-sandboxed": False}})
        await ds.invoke_startup()
        from datasette_agent.api import start_background_agent
        goal = json.dumps({"prompt": "go", "tool_calls": [
            self.call("1"), {"name": "mark_finished", "arguments": {"final_message": "done"}}]})
        agent = await start_background_agent(ds, ANNA, goal)
        self.assertIn("no permission for execute-python-sandboxed", await self.said(ds, agent))

    async def said(self, ds, agent):
        from datasette_agent.api import get_background_agent_status
        for _ in range(200):
            status = await get_background_agent_status(ds, agent)
            if status["status"] not in ("pending", "running"):
                break
            await asyncio.sleep(0.05)
        rows = await ds.get_internal_database().execute(
            "select message_json from agent_messages where conversation_id = ?", [status["conversation_id"]])
        return "\n".join(row["message_json"] for row in rows.rows)

    async def test_background_agents_have_sessions_of_their_own(self):
        ds = self.serve({"permissions": {"datasette-agent": {"id": "*"}, "datasette-agent-background": {"id": "*"}}})
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 'mine'")
        goal = json.dumps({"prompt": "go", "tool_calls": [
            self.call("x"), {"name": "mark_finished", "arguments": {"final_message": "done"}}]})
        (stored, _), = await self.ask(ds, conversation, [{"name": "spawn_background_agent", "arguments": {"goal": goal}}])
        said = await self.said(ds, json.loads(stored)["agent_id"])
        self.assertIn("NameError", said)

    async def test_sessions_are_of_one_actor(self):
        from datasette_agent_vitrine.keeper import keeper_of
        ds = self.serve()
        await ds.invoke_startup()
        keeper = keeper_of(ds)
        await keeper.run(ds, "c1", ANNA, "x = 1", False)
        result, _, fresh, _ = await keeper.run(ds, "c1", BERT, "x", False)
        self.assertTrue(fresh)
        self.assertEqual(result.error.type, "NameError")
        await keeper.run(ds, "c1", None, "x = 2", False)
        result, _, fresh, _ = await keeper.run(ds, "c1", {"id": "None"}, "x", False)
        self.assertTrue(fresh)


if __name__ == "__main__":
    unittest.main()
