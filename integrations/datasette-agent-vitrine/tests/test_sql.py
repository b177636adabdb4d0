"""sql(), tables() and schema(): permissions and Datasette's own limits hold in the guest."""

import unittest

from serving import ANNA, BERT, Serving


class Sql(Serving):
    async def value(self, code, ds=None, actor=ANNA):
        ds = ds or self.serve()
        answer = await self.python(ds, await self.conversation(ds, actor), code, actor)
        self.assertTrue(answer["ok"], answer["error"])
        return answer["value"]

    async def error(self, code, ds=None, actor=ANNA):
        """What the guest gets of it, as text."""
        return await self.value(f"try:\n  {code}\n  e = 'none'\nexcept Exception as error:\n  e = repr(error)\ne", ds, actor)

    async def test_rows(self):
        self.assertEqual(await self.value(
            "rows = sql('shop', 'select city, amount from sales where amount > :least', {'least': 12})\n"
            "(rows[0], len(rows), rows.columns, rows.truncated, isinstance(rows, list))"),
            [{"city": "Rome", "amount": 40}, 2, ["city", "amount"], False, True])
        self.assertEqual(await self.value("[r['n'] for r in sql('shop', 'select ? + ? as n', [1, 2])]"), [3])

    async def test_blobs_are_bytes(self):
        self.assertEqual(await self.value("repr(sql('shop', 'select note from sales')[0]['note'])"), "b'\\x00\\xff'")
        self.assertEqual(await self.value("sql('shop', 'select hex(?) as h', [b'\\x01\\x02'])[0]['h']"), "0102")

    async def test_errors_raise(self):
        self.assertIn("ValueError('SQL: no such table: nowhere'", await self.error("sql('shop', 'select * from nowhere')"))
        self.assertIn("no database 'x'; there are: _memory, shop", await self.error("sql('x', 'select 1')"))
        self.assertIn("TypeError", await self.error("sql('shop', 5)"))
        self.assertIn("TypeError", await self.error("sql(5, 'select 1')"))
        self.assertIn("TypeError", await self.error("sql('shop', 'select 1', 5)"))
        self.assertIn("OverflowError", await self.error("sql('shop', 'select ?', [10**30])"))

    async def test_garbage(self):
        garbage = ("None", "5", "''", "'\\0'", "'\\ud800'", "b'select 1'", "[]", "{}", "[[]]", "[{1}]", "{5: 1}", "{'a': {}}",
                   "[1] * 40000", "'select ?'", "'select :a'", "object()", "'x' * 900000", "float('nan')", "'shop'", "'select 1'")
        code = f"g = [{', '.join(garbage)}]\n" + (
            "seen = set()\n"
            "for p in g:\n"
            "  for f, *args in ((sql, p, 'select 1'), (sql, 'shop', p), (sql, 'shop', 'select ?', p), (tables, p),\n"
            "                   (schema, p), (schema, 'shop', p)):\n"
            "    try: f(*args)\n"
            "    except Exception as e: seen.add(type(e).__name__)\n"
            "sorted(seen)")
        self.assertLessEqual(set(await self.value(code)), {"TypeError", "ValueError", "OverflowError", "UnicodeError"})

    async def test_nothing_but_select(self):
        (self.folder / "other.db").write_bytes((self.folder / "shop.db").read_bytes())
        other = str(self.folder / "other.db")
        for query in (f"attach database '{other}' as o", "insert into sales values (1, 2, 3, 4)", "pragma query_only = 0",
                      f"vacuum into '{other}2'", "select 1; select 2", "drop table sales",
                      "with x as (select 1) insert into sales select 1, 2, 3, 4 from x", "select * from pragma_user_version"):
            self.assertIn("ValueError", await self.error(f"sql('shop', {query!r})"), query)
        self.assertFalse((self.folder / "other.db2").exists())

    async def test_limits_of_datasette(self):
        ds = self.serve()
        ds._settings["max_returned_rows"] = ds.max_returned_rows = 150
        count = "with recursive n(i) as (select 1 union all select i + 1 from n limit {}) select i from n"
        self.assertEqual(await self.value(f"r = sql('shop', {count.format(500)!r})\n(len(r), r.truncated)", ds), [150, True])
        ds._settings["sql_time_limit_ms"] = ds.sql_time_limit_ms = 50
        self.assertIn("TimeoutError('the query took longer than 50 ms",
                      await self.error(f"sql('shop', {count.format(10**9).replace('select i from', 'select max(i) from')!r})", ds))

    async def test_execute_sql_at_every_call(self):
        ds = self.serve({"permissions": {"datasette-agent": {"id": "*"}},
                         "databases": {"shop": {"allow_sql": {"id": "anna"}}}})
        self.assertEqual(await self.value("sql('shop', 'select 1 as n')[0]['n']", ds), 1)
        self.assertIn("PermissionError", await self.error("sql('shop', 'select 1')", ds, BERT))
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "keep = sql")
        ds.config["databases"]["shop"]["allow_sql"] = {"id": "bert"}
        answer = await self.python(ds, conversation, "keep('shop', 'select 1')")
        self.assertIn("PermissionError", answer["error"])

    async def test_a_permission_that_goes_during_a_call(self):
        """A whole turn of the agent is one request, and Datasette keeps its verdicts for a request."""
        from datasette_agent_vitrine import data
        ds = self.serve({"permissions": {"datasette-agent": {"id": "*"}}, "databases": {"shop": {"allow_sql": True}}})
        before = data.sql

        async def once(datasette, *args):
            answer = await before(datasette, *args)
            ds.config["databases"]["shop"]["allow_sql"] = False
            return answer

        data.sql = once
        self.addCleanup(setattr, data, "sql", before)
        answer = await self.python(ds, await self.conversation(ds), "sql('shop', 'select 1')\nsql('shop', 'select 1')")
        self.assertIn("PermissionError", answer["error"])
        self.assertIn("line 2", answer["error"])

    async def test_view_table(self):
        ds = self.serve({"permissions": {"datasette-agent": {"id": "*"}},
                         "databases": {"shop": {"tables": {"secret": {"allow": {"id": "bert"}}}}}})
        names = "[(t['table'], t['view'], t['columns']) for t in tables('shop')]"
        sales = ["sales", False, ["day", "city", "amount", "note"]]
        self.assertEqual(await self.value(names, ds), [sales, ["cities", True, ["city"]]])
        self.assertIn(["secret", False, ["word"]], await self.value(names, ds, BERT))
        self.assertEqual(await self.value("{t['database'] for t in tables()} == {'shop'}", ds), True)
        schema = await self.value("schema('shop')", ds)
        self.assertIn("create table sales", schema.lower())
        self.assertNotIn("secret", schema)
        self.assertIn("word", await self.value("schema('shop', 'secret')", ds, BERT))
        self.assertIn("no table 'secret'", await self.error("schema('shop', 'secret')", ds))
        self.assertNotIn("xyzzy", await self.error("schema('shop', 'secret')", ds))

    async def test_a_database_that_went_away(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "x = 1")
        ds.remove_database("shop")
        answer = await self.python(ds, conversation, "sql('shop', 'select 1')")
        self.assertIn("no database 'shop'", answer["error"])
        self.assertEqual((await self.python(ds, conversation, "x"))["value"], 1)

    async def test_a_name_that_hides_it(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        await self.python(ds, conversation, "sql = 'select 1 as n'")
        self.assertEqual((await self.python(ds, conversation, "q = sql\ndel sql\nsql('shop', q)[0]"))["value"], {"n": 1})

    async def test_much(self):
        """A thousand rows with 2 KB each are less than what may cross; forty times as much is a ValueError."""
        self.assertEqual(await self.value(
            "len(sql('shop', 'with recursive n(i) as (select 1 union all select i+1 from n limit 1000) "
            "select hex(zeroblob(1000)) as t from n'))"), 1000)
        self.assertIn("ValueError", await self.error("sql('shop', 'select zeroblob(50000000) as b')"))


if __name__ == "__main__":
    unittest.main()
