# packages: jmespath==1.1.0
import jmespath

DATA = {"people": [{"name": "Ada", "age": 36, "tags": ["x"]}, {"name": "Bob", "age": 20}, {"name": "Cy", "age": 50}], "n": {"a": {"b": [1, 2, 3]}}}
for query in ("people[*].name", "people[?age > `30`].name | [0]", "n.a.b[-1]", "sort_by(people, &age)[].{n: name, a: age}", "length(people)", "people[].tags[]",
              "max_by(people, &age).name", "join(', ', people[*].name)", "n.*.b[::2]", "to_string(n)", "not_null(x, 'd')"):
    print(query, "->", jmespath.search(query, DATA))
try:
    jmespath.compile("a[")
except jmespath.exceptions.ParseError as e:
    print(e)
