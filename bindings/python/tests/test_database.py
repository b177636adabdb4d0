"""The grant of a database: what a statement may touch, and nothing else."""

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
            for sql in ("select", "select 1; select 2", "select * from nothing", "", "select ?"):
                r = s.run(f"db.query({sql!r})")
                self.assertTrue(r.ok and r.value == [] if sql == "" else r.error.type == "ValueError", (sql, r))
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
                             ("PermissionError", "DELETE from secret is not granted"))
            self.assertEqual(s.run("len(db.query('select * from shop'))").value, 3)

    def test_limits(self):
        endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n"
        with Session(grants=[Database(self.path, rows=1, time="50ms")]) as s:
            s.run("import db")
            self.assertEqual(self.error(s, "select * from shop")[0], "ValueError")
            self.assertEqual(self.error(s, endless)[0], "TimeoutError")
            self.assertEqual(s.run("db.query('select 1 as n')").value, [{"n": 1}])

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

    def test_bad_arguments(self):
        for bad in ({"tables": "shop"}, {"write": "shop"}):
            with self.assertRaises(TypeError):
                Database(self.path, **bad)
        with self.assertRaises(sqlite3.Error):
            Session(grants=[Database(os.path.join(self.folder.name, "nothing"))])
