# Writing JSON: layout, keys, escapes, defaults, what cannot be written.
import json

VALUES = [None, True, False, 0, -5, 10**30, 1.5, -0.0, 1e100, "a", "", "é€😀", "\"\\/\b\f\n\r\t\x00\x1f\x7f", [], {}, (), [1, [2, [3]]], (1, 2), {"a": 1},
          {"a": [1, {"b": None}]}, {1: 2}, {None: 3}, {True: 4}, {1.5: 5}, [[], {}, ()], float("inf"), float("-inf"), float("nan"), "x" * 100]
for value in VALUES:
    print(json.dumps(value))
    print(json.dumps(value, ensure_ascii=False))
    print(json.dumps(value, indent=2))
    print(json.dumps(value, indent="\t", separators=(",", ":")))
    print(json.dumps(value, separators=(",", ":")))
print(json.dumps({"b": 1, "a": 2, "c": {"z": 1, "y": 2}}, sort_keys=True), json.dumps({"b": [1, 2], "a": {}}, sort_keys=True, indent=4))
print(json.dumps([1, 2], indent=0), json.dumps({"a": 1}, indent=1), json.dumps([1], indent=None), json.dumps({2: 1, 10: 2}, sort_keys=True))


def attempt(*args, **kwargs):
    try:
        print(json.dumps(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Thing:
    def __init__(self, n):
        self.n = n


attempt({1, 2})
attempt(Thing(1))
attempt([b"bytes"])
attempt({(1, 2): 3})
attempt({(1, 2): 3, "a": 1}, skipkeys=True)
attempt({"a": 1, "b": 2 + 3j})
attempt(float("nan"), allow_nan=False)
attempt([1, float("inf")], allow_nan=False)
attempt(Thing(3), default=lambda o: {"n": o.n})
attempt({"s": {3}}, default=sorted)
attempt([Thing(Thing(1))], default=lambda o: o.n.n if isinstance(o.n, Thing) else [o.n])
attempt(Thing(1), default=lambda o: o)
loop = []
loop.append(loop)
attempt(loop)
loop = {}
loop["x"] = [loop]
attempt(loop)
shared = [1]
attempt([shared, shared])


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Thing):
            return {"thing": o.n}
        return super().default(o)


attempt([Thing(1), 2], cls=Encoder)
attempt([Thing({1})], cls=Encoder)
attempt({"b": Thing(2), "a": 1}, cls=Encoder, sort_keys=True, indent=1)
print(Encoder().encode(Thing(5)), json.JSONEncoder(indent=1, sort_keys=True).encode({"b": 1, "a": 2}), "".join(json.JSONEncoder().iterencode([1, {"a": None}])))


class Name(str):
    pass


class Count(int):
    pass


class Items(list):
    pass


class Table(dict):
    pass


print(json.dumps([Name("n"), Count(3), Items([1]), Table(a=1)]), json.dumps({Name("k"): 1}))
import io
out = io.StringIO()
json.dump({"a": [1, 2]}, out, indent=1)
print(out.getvalue())
text = json.dumps({"id": 7, "tags": ["a", "b"], "nested": {"x": 1.25}}, sort_keys=True)
print(json.loads(text) == {"id": 7, "tags": ["a", "b"], "nested": {"x": 1.25}}, text)
