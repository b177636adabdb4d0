# packages: sqlparse==0.5.1
import sqlparse

print(sqlparse.format("select a, b as c from t join u on t.id = u.id where x in (1, 2) and y like 'z%' order by 1; -- note", reindent=True, keyword_case="upper"))
print(sqlparse.split("select 1; insert into t values (';'); update t set a = 1"))
statement = sqlparse.parse("SELECT foo.bar AS b FROM foo WHERE id = 3")[0]
print(statement.get_type(), [(type(t).__name__, str(t)) for t in statement.tokens])
statement._pprint_tree()
