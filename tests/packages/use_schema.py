# packages: schema==0.7.7
from schema import And, Optional, Or, Regex, Schema, SchemaError, Use

s = Schema([{"name": And(str, len), "age": And(Use(int), lambda n: 18 <= n <= 99), Optional("sex"): And(str, Use(str.lower), lambda x: x in ("m", "f"))}])
print(s.validate([{"name": "Sue", "age": "28", "sex": "F"}, {"name": "Sam", "age": 42}]))
for bad in ([{"name": "", "age": 20}], [{"name": "x"}], {"a": 1}, [{"name": "x", "age": 20, "z": 1}]):
    try:
        s.validate(bad)
    except SchemaError as e:
        print(str(e).split("\n")[-1])
print(Schema(Or(int, None)).is_valid("x"), Schema(Regex(r"^\d+$")).validate("12"), Schema({"a": int, Optional("b", default=2): int}).json_schema("id"))
