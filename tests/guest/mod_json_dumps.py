# json.dumps: every type, separators, escapes.
import json
print(json.dumps(None), json.dumps(True), json.dumps(1.5), json.dumps("a\"b\\\n\t"),
      json.dumps(-10**20))
# expect: null true 1.5 "a\"b\\\n\t" -100000000000000000000
print(json.dumps([1, [2, [3, []]], {}]), json.dumps({"a": 1}), json.dumps((1, 2)))
# expect: [1, [2, [3, []]], {}] {"a": 1} [1, 2]
print(json.dumps({"k": [1, {"n": None}]}, separators=(",", ":")),
      json.dumps([1, 2], separators=(" ; ", "=")))
# expect: {"k":[1,{"n":null}]} [1 ; 2]
print(json.dumps("\x01"), json.loads(json.dumps("wörld 😀 \u0000")) == "wörld 😀 \u0000")
# expect: "\u0001" True
print(json.dumps({1: "int"}))  # expect: {"1": "int"}
import io
s = io.StringIO()
json.dump({"x": [True]}, s)
print(s.getvalue())  # expect: {"x": [true]}
deep = 1
for _ in range(50):
    deep = [deep]
print(len(json.dumps(deep)), json.loads(json.dumps(deep)) == deep)  # expect: 101 True
