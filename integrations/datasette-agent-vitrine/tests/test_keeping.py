"""Sessions on disk: evicted, idle, after a restart, expired, damaged."""

import asyncio
import os
import stat
import time
import unittest

from serving import ANNA, ROOT, Serving

from datasette_agent_vitrine import settings, store
from datasette_agent_vitrine.keeper import keeper_of


class Keeping(Serving):
    def files(self, ending):
        return sorted((self.folder / "internal.db-vitrine").glob("*" + ending))

    async def test_evicted_sessions_come_back(self):
        ds = self.serve(sessions=2)
        conversations = [await self.conversation(ds) for _ in range(4)]
        for i, conversation in enumerate(conversations):
            await self.python(ds, conversation, f"x = {i}\nf = lambda: sql('shop', 'select 1 as n')[0]['n'] + x")
        self.assertEqual(len(keeper_of(ds).live()), 2)
        for i, conversation in enumerate(conversations):
            answer = await self.python(ds, conversation, "f()")
            self.assertEqual((answer["value"], answer["fresh_session"]), (1 + i, False))

    async def test_many_at_once(self):
        ds = self.serve(sessions=2)
        await ds.invoke_startup()
        keeper = keeper_of(ds)

        async def talk(who):
            await keeper.run(ds, who, ANNA, f"n = 0\nwho = {who!r}", False)
            for _ in range(5):
                await keeper.run(ds, who, ANNA, "n += sql('_memory', 'select 1 as one')[0]['one']", False)
            return (await keeper.run(ds, who, ANNA, "(n, who)", False))[0].value

        names = [f"c{i}" for i in range(12)]
        self.assertEqual(await asyncio.gather(*map(talk, names)), [(5, name) for name in names])
        self.assertLessEqual(len(keeper.live()), 2)

    async def test_a_guest_that_spoils_its_own(self):
        """What the plugin puts into the guest is the guest's: only its own sessions suffer."""
        ds = self.serve(sessions=1, cpu="300ms")
        one, other = await self.conversation(ds), await self.conversation(ds)
        await self.python(ds, one, "import builtins\ndef forever(*a, **k):\n  while True: pass\n"
                          "builtins.sql = builtins.setattr = builtins.__build_class__ = forever")
        self.assertEqual((await self.python(ds, other, "sql('shop', 'select 1 as n')[0]['n']"))["value"], 1)
        self.assertFalse((await self.python(ds, one, "sql('shop', 'select 1 as n')"))["ok"])
        again = await self.python(ds, one, "sql('shop', 'select 1 as n')[0]['n']", reset_context=True)
        self.assertEqual((again["value"], again["fresh_session"]), (1, True))

    async def test_after_a_restart(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = {'kept': [1, 2]}\nimport chart")
        await ds.invoke_shutdown()
        ds = self.serve()
        answer = await self.python(ds, conversation, "chart.bar({'a': 1})\nx")
        self.assertEqual((answer["value"], answer["fresh_session"]), ({"kept": [1, 2]}, False))

    async def test_idle(self):
        ds = self.serve(idle="100ms")
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 1")
        keeper = keeper_of(ds)
        self.assertEqual(len(keeper.live()), 1)
        time.sleep(0.15)
        keeper._close_idle()
        self.assertEqual(keeper.live(), {})
        self.assertEqual((await self.python(ds, conversation, "x"))["value"], 1)

    async def test_files_are_for_their_owner(self):
        ds = self.serve()
        await self.python(ds, await self.conversation(ds), "x = 1")
        for path in self.files("") + [self.folder / "internal.db-vitrine"]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, path)
        self.assertEqual(len(self.files(".image")), 1)
        self.assertEqual(stat.S_IMODE(self.files(".image")[0].stat().st_mode), 0o600)

    async def lost(self, spoil, **how):
        """The answer after the session's file was spoiled while the server was down."""
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 1")
        await ds.invoke_shutdown()
        spoil(self.files(".image")[0])
        ds = self.serve(**how)
        answer = await self.python(ds, conversation, "x")
        self.assertTrue(answer["fresh_session"])
        self.assertIn("NameError", answer["error"])
        self.assertFalse((await self.python(ds, conversation, "1"))["fresh_session"])
        return answer["fresh_because"]

    async def test_a_file_that_is_gone(self):
        self.assertIn("sessions are kept for 30 days", await self.lost(lambda path: path.unlink()))

    async def test_a_damaged_file(self):
        def spoil(path):
            image = bytearray(path.read_bytes())
            image[200] ^= 1
            path.write_bytes(image)

        self.assertIn("is gone", await self.lost(spoil))

    async def test_of_another_build(self):
        def spoil(path):
            image = bytearray(path.read_bytes())
            image[16:80] = b"0" * 64
            path.write_bytes(image)

        self.assertIn("build", await self.lost(spoil))

    async def test_of_another_session(self):
        ds = self.serve()
        one, other = await self.conversation(ds), await self.conversation(ds)
        await self.python(ds, one, "x = 'mine'")
        mine, = self.files(".image")
        await self.python(ds, other, "x = 'other'")
        theirs, = set(self.files(".image")) - {mine}
        await ds.invoke_shutdown()
        theirs.write_bytes(mine.read_bytes())
        answer = await self.python(self.serve(), other, "x")
        self.assertIn("NameError", answer["error"])
        self.assertIn("key", answer["fresh_because"])

    async def test_too_large_for_new_settings(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = bytes(range(256)) * 50000")
        await ds.invoke_shutdown()
        answer = await self.python(self.serve(memory="8M"), conversation, "x")
        self.assertIn("8388608", answer["fresh_because"])
        self.assertNotIn(str(self.folder), answer["fresh_because"])

    async def test_expiry_and_quota(self):
        ds = self.serve(quota="1M", days=2, sessions=1)
        old, new = await self.conversation(ds), await self.conversation(ds)
        await self.python(ds, old, "x = 1")
        path, = self.files(".image")
        other = path.with_name("notes.txt")
        other.write_text("not ours")
        os.utime(other, (0, 0))
        await self.python(ds, new, "x = 2")
        self.assertEqual(len(self.files(".image")), 2)
        long_ago = time.time() - 3 * settings.DAY
        os.utime(path, (long_ago, long_ago))
        await self.python(ds, new, "x = 2")
        self.assertFalse(path.exists())
        self.assertTrue(other.exists())
        big = await self.conversation(ds)
        await self.python(ds, big, "x = bytes(range(1, 256)) * 8000")
        self.assertEqual(len(self.files(".image")), 1)  # its own; the other was too much with it
        answer = await self.python(ds, new, "x")
        self.assertIn("quota", answer["fresh_because"])

    async def test_a_disk_that_is_full(self):
        ds = self.serve(sessions=1)
        one, other = await self.conversation(ds), await self.conversation(ds)
        before = store.Store.save

        def full(self, name, session):
            raise OSError(28, "No space left on device")

        store.Store.save = full
        self.addCleanup(setattr, store.Store, "save", before)
        with self.assertLogs("datasette_agent_vitrine.keeper", "WARNING"):
            await self.python(ds, one, "x = 1")
        self.assertEqual((await self.python(ds, one, "x"))["value"], 1)
        store.Store.save = before
        await self.python(ds, other, "x = 2")
        self.assertIn("No space left", (await self.python(ds, one, "x"))["fresh_because"])

    async def test_a_log_that_cannot_be_written(self):
        """Nothing runs without its line in the log; no path of the host's is told."""
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 1")
        log, = self.files(".audit")
        keeper_of(ds)._close(list(keeper_of(ds).live()))
        log.unlink()
        log.mkdir()
        with self.assertLogs("datasette_agent_vitrine.tool", "ERROR"):
            answer = await self.python(ds, conversation, "x = 2")
        self.assertIn("the sandbox failed", answer["error"])
        self.assertNotIn(str(self.folder), answer["error"])
        log.rmdir()
        self.assertEqual((await self.python(ds, conversation, "x"))["value"], 1)

    async def test_without_an_internal_database(self):
        from datasette.app import Datasette
        ds = Datasette(memory=True)
        await ds.invoke_startup()
        keeper = keeper_of(ds)
        await keeper.run(ds, "c", ANNA, "x = 1", False)
        folder = keeper.store.directory
        self.assertTrue(folder.exists())
        await ds.invoke_shutdown()
        self.assertFalse(folder.exists())

    async def test_shutdown_stops_what_runs(self):
        ds = self.serve(cpu="60s", time="60s")
        conversation = await self.conversation(ds)
        run = asyncio.ensure_future(self.python(ds, conversation, "while True: sql('shop', 'select 1')"))
        await asyncio.sleep(0.3)
        start = time.monotonic()
        await ds.invoke_shutdown()
        self.assertLess(time.monotonic() - start, 20)  # of 60 that it might run
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)


class Settings(Serving):
    async def test_limits(self):
        ds = self.serve(memory="4M", steps=2000000, host_calls="unlimited")
        answer = await self.python(ds, await self.conversation(ds), "x = bytearray(8000000)")
        self.assertIn("MemoryError", answer["error"])
        answer = await self.python(ds, await self.conversation(ds), "while True: pass")
        self.assertIn("steps", answer["error"])

    async def test_grants(self):
        ds = self.serve(grants={"files": {"path": str(self.folder), "at": "/data"}}, deterministic="seed")
        (self.folder / "note.txt").write_text("hello")
        code = "import time, random\n(open('/data/note.txt').read(), time.time(), random.random())"
        values = [(await self.python(ds, await self.conversation(ds), code))["value"] for _ in range(2)]
        self.assertEqual(values[0][0], "hello")
        self.assertEqual(values[0], values[1])
        ds = self.serve()
        answer = await self.python(ds, await self.conversation(ds), "import time\ntime.time() > 1.7e9")
        self.assertTrue(answer["value"])

    async def test_grants_by_name(self):
        ds = self.serve(grants=["scratch", f"files:path={self.folder},at=/data"])
        answer = await self.python(ds, await self.conversation(ds), "sorted(__import__('os').listdir('/'))")
        self.assertEqual(answer["value"], ["data", "tmp"], answer)

    async def test_a_database_and_sessions_of_many_threads(self):
        ds = self.serve(grants={"database": {"database": str(self.folder / "shop.db"), "tables": ["sales"]}})
        conversation = await self.conversation(ds)
        for _ in range(4):
            answer = await self.python(ds, conversation, "import db\n[r['n'] for r in db.query('select count(*) as n from sales')]")
            self.assertEqual(answer["value"], [4], answer)

    async def test_a_policy(self):
        path = self.folder / "agent.toml"
        path.write_text('transactional = true\n[limits]\nmemory = "32M"\n[grants.clock]\n')
        ds = self.serve(policy=str(path))
        conversation = await self.conversation(ds)
        answer = await self.python(ds, conversation, "import time\nx = 1\ntime.time() > 1.7e9")
        self.assertTrue(answer["value"])
        self.assertIn("32 MiB", keeper_of(ds).dialect)
        await self.python(ds, conversation, "x = 2\n1 / 0")
        self.assertEqual((await self.python(ds, conversation, "x"))["value"], 1)
        self.assertIn("PermissionError", (await self.python(ds, conversation, "import secrets\nsecrets.token_hex()"))["error"])

    async def test_wrong_ones_are_told_of_at_the_start(self):
        from datasette.utils import StartupError
        for wrong, said in (({"memry": 1}, "no setting 'memry'"), ({"memory": "many"}, "memory"), ({"sessions": 0}, "sessions"),
                            ({"audit": "yes"}, "audit"), ({"grants": {"sun": {}}}, "'sun'"), ({"days": -1}, "days"),
                            ({"grants": {"files": {"way": "x"}}}, "way"), ({"directory": 5}, "directory"),
                            ({"grants": {"files": {"path": "/nowhere/at/all"}}}, "nowhere"), ({"quota": "1X"}, "quota"),
                            ({"policy": "/nowhere.toml"}, "nowhere"), ({"policy": "x", "cpu": 1}, "leave out cpu"),
                            ({"grants": ["sun"]}, "'sun'"), ({"grants": ["files:way=x"]}, "way")):
            with self.assertRaises(StartupError) as caught:
                await self.serve(**wrong).invoke_startup()
            self.assertIn(said, str(caught.exception))


class Page(Serving):
    async def test_for_root(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "sql('shop', 'select \\'<b>bold</b>\\' as t')\nprint('<i>')")
        for path in ("/-/vitrine", f"/-/vitrine/{next(iter(keeper_of(ds).live()))}"):
            self.assertEqual((await ds.client.get(path)).status_code, 403)
            self.assertEqual((await ds.client.get(path, actor=ANNA)).status_code, 403)
            page = await ds.client.get(path, actor=ROOT)
            self.assertEqual(page.status_code, 200)
            self.assertIn(conversation, page.text)
            self.assertIn("anna", page.text)
            self.assertNotIn("<b>bold", page.text)
        self.assertIn("&lt;b&gt;bold", page.text)
        self.assertIn("_datasette.sql", page.text)
        self.assertEqual((await ds.client.get(f"/-/vitrine/{'0' * 32}", actor=ROOT)).status_code, 404)
        self.assertIn("/-/vitrine", (await ds.client.get("/", actor=ROOT)).text)
        self.assertNotIn("/-/vitrine", (await ds.client.get("/", actor=ANNA)).text)

    async def test_spent_adds_up(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        spent = [(await self.python(ds, conversation, "sum(range(10000))"))["spent"]["steps"] for _ in range(2)]
        record, = await keeper_of(ds).store.records(ds)
        self.assertEqual((record["runs"], record["steps"]), (2, sum(spent)))

    async def test_logs_that_grow(self):
        ds = self.serve(audit_size="10K")
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 1")
        for _ in range(6):
            await self.python(ds, conversation, "x += 1\nsql('shop', 'select hex(zeroblob(2000))')")
        folder = self.folder / "internal.db-vitrine"
        self.assertLess(sum(path.stat().st_size for path in folder.glob("*.audit*")), 60000)
        self.assertEqual(len(list(folder.glob("*.audit-old"))), 1)
        self.assertEqual((await self.python(ds, conversation, "x"))["value"], 7)

    async def test_without_a_log(self):
        ds = self.serve(audit=False)
        await self.python(ds, await self.conversation(ds), "1")
        page = await ds.client.get(f"/-/vitrine/{next(iter(keeper_of(ds).live()))}", actor=ROOT)
        self.assertIn("None is written", page.text)
        self.assertEqual(list((self.folder / "internal.db-vitrine").glob("*.audit")), [])


if __name__ == "__main__":
    unittest.main()
