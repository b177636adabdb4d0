"""The grant of a database: what a statement may touch, and nothing else."""

import contextlib
import os
import sqlite3
import tempfile
import unittest

from vitrine import Database, Session


class Databases(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "a b?.db")
        with sqlite3.connect(self.path) as db:
            db.executescript(
                "CREATE TABLE shop (id INTEGER PRIMARY KEY, name TEXT, data BLOB);"
                "INSERT INTO shop VALUES (1, 'tea', x'00ff'), (2, 'cake', NULL);"
                "CREATE TABLE secret (word TEXT); INSERT INTO secret VALUES ('hidden');"
                "CREATE TABLE log (line TEXT);"
                "CREATE VIEW names AS SELECT name FROM shop;"
                "CREATE TRIGGER copies AFTER INSERT ON log BEGIN DELETE FROM secret; END;"
            )
        db.close()

    def tearDown(self):
        self.folder.cleanup()

    def error(self, s, sql):
        e = s.run(f"db.query({sql!r})").error
        self.assertIsNotNone(e, sql)
        return e.type, e.message

    def test_reading(self):
        with Session(grants=[Database(self.path)]) as s:
            s.run("import db")
            self.assertEqual(s.run("db.query('select * from shop where id = ?', [1])").value,
                             [{"id": 1, "name": "tea", "data": b"\0\xff"}])
            self.assertEqual(s.run("db.query('select :n + 1 as n', {'n': 1})").value, [{"n": 2}])
            self.assertEqual(s.run("db.tables()").value, ["log", "names", "secret", "shop"])
            self.assertEqual(s.run("db.query('with x as (select 1 as n) select * from x')").value, [{"n": 1}])
            with s.fork() as t:
                self.assertEqual(t.run("len(db.query('select * from shop'))").value, 2)

    def test_what_is_refused(self):
        with Session(grants=[Database(self.path)]) as s:
            s.run("import db")
            for sql in (
                "insert into shop(name) values ('x')", "update shop set name = 'x'", "delete from shop",
                "drop table shop", "create table t (a)", "attach 'x' as y", "detach main", "pragma user_version",
                "pragma journal_mode = wal", "begin", "commit", "savepoint a", "vacuum", "vacuum into 'x'",
                "analyze", "alter table shop rename to t", "create temp table t (a)",
                "create trigger t after insert on shop begin select 1; end", "select load_extension('x')",
                "select * from pragma_table_info('shop')", "create virtual table v using fts5(a)",
            ):
                self.assertEqual(self.error(s, sql)[0], "PermissionError", sql)
            for sql in ("select", "select 1; select 2", "select * from nothing", "", " ;", "select ?", "select :a",
                        "select 1\0", "select '" + "x" * 100000 + "'", "select zeroblob(9000000)"):
                self.assertEqual(self.error(s, sql)[0], "ValueError", sql)
            self.assertEqual(s.run("db.query('select ?', [2**70])").error.type, "TypeError")
            self.assertEqual(s.run("db.query(5)").error.type, "TypeError")
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["a b?.db"])

    def test_tables(self):
        with Session(grants=[Database(self.path, tables=["names", "LOG"])]) as s:
            s.run("import db")
            self.assertEqual(s.run("db.tables()").value, ["log", "names"])
            self.assertEqual(len(s.run("db.query('select * from names')").value), 2)
            for sql in ("select * from shop", "select * from secret", "select count(*) from secret",
                        "select * from sqlite_master", "select line from log, secret",
                        "select * from names where exists (select 1 from secret)"):
                kind, message = self.error(s, sql)
                self.assertEqual(kind, "PermissionError", sql)
                self.assertIn("is not granted", message)

    def test_writing(self):
        with Session(grants=[Database(self.path, write=["shop", "log"])]) as s:
            s.run("import db")
            s.run("db.query('insert into shop(name) values (?)', ['x'])", check=True)
            self.assertEqual(self.error(s, "delete from secret")[0], "PermissionError")
            self.assertEqual(self.error(s, "insert into log values ('x')"),
                             ("PermissionError", "writing to the table secret is not granted"))
            self.assertEqual(s.run("len(db.query('select * from shop'))").value, 3)

    def test_limits(self):
        endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n"
        with Session(grants=[Database(self.path, rows=1, time="50ms")]) as s:
            s.run("import db")
            self.assertEqual(self.error(s, "select * from shop")[0], "ValueError")
            self.assertEqual(self.error(s, endless)[0], "TimeoutError")
            self.assertEqual(s.run("db.query('select 1 as n')").value, [{"n": 1}])

    def lines(self):
        with contextlib.closing(sqlite3.connect(self.path)) as db:
            return [name for name, in db.execute("select name from shop order by id")]

    def test_what_a_run_writes_is_one_transaction(self):
        add = "db.query('insert into shop(name) values (?)', ['%s'])\n"
        with Session(grants=[Database(self.path, write=["shop"])], transactional=True) as s:
            r = s.run(add % "a" + add % "b" + "len(db.query('select * from shop'))")
            self.assertEqual((r.value, self.lines()), (4, ["tea", "cake", "a", "b"]))
            r = s.run(add % "c" + "1 / 0")
            self.assertTrue(r.rolled_back)
            s.run(add % "d" + "while True: pass", steps=1000000)
            self.assertEqual(self.lines(), ["tea", "cake", "a", "b"])
            self.assertEqual(s.run("len(db.query('select * from shop'))").value, 4)
            self.assertTrue(s.run("db.query('delete from shop where id > 3')").ok)
            self.assertEqual(self.lines(), ["tea", "cake", "a"])
        with Session(grants=[Database(self.path, write=["shop"])]) as s:
            self.assertFalse(s.run(add % "kept" + "1 / 0").ok)
            self.assertEqual(self.lines()[-1], "kept")

    def test_the_way_to_the_disk(self):
        endless = "insert into shop with recursive n(i) as (select 9 union all select i + 1 from n) select i, i, i from n"
        with Session(grants=[Database(self.path, write=["shop"], time="50ms")]) as s:
            with contextlib.closing(sqlite3.connect(self.path)) as other:
                other.execute("begin immediate")
                e = s.run("db.query(\"insert into shop(name) values ('x')\")").error
                self.assertEqual((e.type, e.message), ("HostError", "sqlite: database is locked"))
            with self.assertRaisesRegex(OSError, "taken back"):
                s.run(f"""db.query("insert into shop(name) values ('x')")
try: db.query({endless!r})
except TimeoutError: pass""")
            self.assertEqual(self.lines(), ["tea", "cake"])
            self.assertEqual(s.run("len(db.query('select * from shop'))").value, 2)

    def test_an_owner(self):
        path = os.path.join(self.folder.name, "own.db")
        with Session(grants=[Database(path, owner=True)], transactional=True) as s:
            s.run("db.query('create table t (a)'); db.query('insert into t values (1)')", check=True)
            self.assertEqual(s.run("db.query('select name from pragma_table_info(?)', ['t'])").value, [{"name": "a"}])
            self.assertFalse(s.run("db.query('drop table t'); 1 / 0").ok)
            self.assertEqual(s.run("db.tables()").value, ["t"])
            for sql in ("attach 'x' as y", "begin", "commit", "savepoint a", "pragma user_version", "vacuum"):
                self.assertEqual(self.error(s, sql)[0], "PermissionError", sql)

    def test_a_transaction_of_yours(self):
        mine = sqlite3.connect(":memory:")
        mine.execute("create table t (a)")
        mine.execute("insert into t values (1)")
        self.assertTrue(mine.in_transaction)
        with Session(grants=[Database(mine, write=["t"])], transactional=True) as s:
            s.run("db.query('insert into t values (2)')", check=True)
            s.run("db.query('insert into t values (3)'); 1 / 0")
        self.assertTrue(mine.in_transaction)
        self.assertEqual(mine.execute("select a from t").fetchall(), [(1,), (2,)])
        mine.rollback()
        self.assertEqual(mine.execute("select a from t").fetchall(), [])
        mine.close()

    def test_a_connection_of_yours(self):
        mine = sqlite3.connect(":memory:")
        mine.row_factory = sqlite3.Row
        mine.execute("create table t (a)")
        mine.execute("insert into t values (1)")
        with Session(grants=[Database(mine)]) as s:
            self.assertEqual(s.run("import db; db.query('select * from t')").value, [{"a": 1}])
            self.assertEqual(self.error(s, "delete from t")[0], "PermissionError")
        mine.execute("delete from t")
        mine.close()

    def test_what_the_host_has_compiled(self):
        """A connection keeps statements: those of the host are not the guest's."""
        mine = sqlite3.connect(self.path, isolation_level=None)
        forbidden = "delete from shop where 0", "select * from secret", "begin", "commit"
        for sql in forbidden:
            mine.execute(sql).fetchall()
        with Session(grants=[Database(mine, tables=["shop"])]) as s:
            for sql in forbidden:
                self.assertEqual(self.error(s, sql)[0], "PermissionError", sql)
            self.assertEqual(len(s.run("db.query('select * from shop')").value), 2)
        self.assertEqual(mine.execute("select * from secret").fetchall(), [("hidden",)])
        mine.close()

    def test_bad_arguments(self):
        with self.assertRaises(ValueError):
            Database(self.path, ["shop"], owner=True)
        with Session(grants=[Database(self.path, tables=[])]) as s:
            self.assertEqual(s.run("db.tables()").value, [])
        for bad in ({"tables": "shop"}, {"write": "shop"}):
            with self.assertRaises(TypeError):
                Database(self.path, **bad)
        with self.assertRaises(sqlite3.Error):
            Session(grants=[Database(os.path.join(self.folder.name, "nothing"))])
