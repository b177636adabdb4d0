# What the module sqlite3 does alike over a granted database and in CPython.
import sqlite3
conn = sqlite3.connect('module.db')
cur = conn.cursor()
cur.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INT)")
cur.execute("INSERT INTO users (name, age) VALUES (?, ?)", ("ann", 30))
print(cur.lastrowid, cur.rowcount)
cur.executemany("INSERT INTO users (name, age) VALUES (?, ?)", [("bob", 25), ("cy", None)])
print(cur.rowcount)
conn.commit()
for row in cur.execute("SELECT * FROM users ORDER BY id"):
    print(row)
print([c[0] for c in cur.description])
conn.row_factory = sqlite3.Row
r = conn.execute("SELECT name, age FROM users WHERE id = :id", {"id": 1}).fetchone()
print(r["name"], r["AGE"], r[0], tuple(r), r.keys(), len(r), dict(r))
conn.row_factory = None
print(conn.execute("SELECT a.id, b.id FROM users a JOIN users b ON a.id = b.id").fetchall())
c = conn.execute("SELECT id, name FROM users WHERE id > 99"); print(c.description, c.fetchone(), c.fetchall())
try:
    conn.execute("INSERT INTO users (id, name) VALUES (1, 'x')")
except sqlite3.IntegrityError as e: print(type(e).__name__, e)
try:
    conn.execute("SELECT * FROM nope")
except sqlite3.OperationalError as e: print(type(e).__name__, e)
try:
    conn.execute("SELEC 1")
except sqlite3.Error as e: print(type(e).__name__, e)
try:
    conn.execute("SELECT ?", (1, 2))
except sqlite3.ProgrammingError as e: print(e)
with conn:
    conn.execute("UPDATE users SET age = age + 1 WHERE age IS NOT NULL")
print(conn.execute("SELECT SUM(age) FROM users").fetchone()[0], conn.total_changes)
conn.executescript("""
CREATE TABLE log (t TEXT); -- a comment; here
INSERT INTO log VALUES ('a;b');
CREATE TRIGGER tr AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.name); END;
INSERT INTO users (name) VALUES ('dee');
""")
print(conn.execute("SELECT t FROM log").fetchall(), cur.execute("SELECT 1 UNION SELECT 2 ORDER BY 1 DESC").fetchmany(1))
print(conn.execute("WITH x(n) AS (VALUES (1), (2)) SELECT n * 2 AS m FROM x").fetchall())
conn.close()
try: conn.execute("SELECT 1")
except sqlite3.ProgrammingError as e: print(e)
conn = sqlite3.connect('module.db')
conn.execute("INSERT INTO users (name) VALUES ('gone')")
print(conn.in_transaction)
conn.rollback()
print(conn.in_transaction, conn.execute("SELECT count(*) FROM users WHERE name = 'gone'").fetchone())
try:
    with conn:
        conn.execute("INSERT INTO users (name) VALUES ('gone')")
        raise KeyError("x")
except KeyError as e:
    print(e, conn.execute("SELECT count(*) FROM users WHERE name = 'gone'").fetchone())
with conn:
    conn.execute("INSERT INTO users (name) VALUES ('kept')")
print(conn.execute("SELECT count(*) FROM users WHERE name = 'kept'").fetchone())
conn.execute("DELETE FROM users")
conn.close()
conn = sqlite3.connect('module.db')
print(conn.execute("SELECT count(*) > 0 FROM users").fetchone())
print([line for line in conn.iterdump() if "log" in line and "TRIGGER" not in line])
conn.isolation_level = None
conn.execute("BEGIN")
conn.execute("DELETE FROM users")
conn.execute("ROLLBACK")
print(conn.execute("SELECT count(*) > 0 FROM users").fetchone())
try:
    conn.execute("COMMIT")
except sqlite3.OperationalError as e:
    print(e)
