# packages: sqlglot==25.24.0
import sqlglot
from sqlglot import exp, parse_one, transpile
from sqlglot.optimizer.simplify import simplify

print(transpile("SELECT EPOCH_MS(1618088028295)", read="duckdb", write="hive")[0])
print(transpile("SELECT a, COUNT(*) FROM t WHERE b > 1 GROUP BY a HAVING COUNT(*) > 2", pretty=True)[0])
tree = parse_one("SELECT a + 1 AS z, b FROM x JOIN y ON x.id = y.id")
print([c.name for c in tree.find_all(exp.Column)], [t.name for t in tree.find_all(exp.Table)], repr(tree.find(exp.Add)))
print(simplify(parse_one("TRUE AND (a OR FALSE) AND 1 + 2 = 3")).sql(), exp.select("x").from_("t").where("y = 1").limit(3).sql("tsql"))
try:
    parse_one("SELECT foo FROM (SELECT baz FROM t")
except sqlglot.errors.ParseError as e:
    print(e.errors[0]["description"], e.errors[0]["line"], e.errors[0]["col"])
from sqlglot.executor import execute
print(execute("SELECT t.a, SUM(t.b) AS s FROM t GROUP BY t.a", tables={"t": [{"a": 1, "b": 2}, {"a": 1, "b": 3}, {"a": 2, "b": 5}]}))
