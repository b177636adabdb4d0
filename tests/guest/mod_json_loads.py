# json.loads: every type, white space, escapes, mistakes.
import json
print(json.loads("null"), json.loads(" true "), json.loads("-12"), json.loads("1.5e3"),
      json.loads('"x"'))
# expect: None True -12 1500.0 x
print(json.loads('[1, 2.5, "s", [], {}, null, false]'), json.loads('{"a": {"b": [1]}}')["a"]["b"])
# expect: [1, 2.5, 's', [], {}, None, False] [1]
print(json.loads('"\\u00e9\\n\\"\\\\\\/"') == 'é\n"\\/', json.loads(b"[1]"),
      json.loads("12345678901234567890"))
# expect: True [1] 12345678901234567890
print(json.loads("\n\t[ 1 ,\r\n2 ]"), sorted(json.loads('{"b": 1, "a": 2}').items()))
# expect: [1, 2] [('a', 2), ('b', 1)]
for bad in ("", "nul", "'x'", "]", "x1", "[1] 2"):
    try:
        print(json.loads(bad))
    except ValueError:
        print("ValueError")
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
import io
print(json.load(io.StringIO('{"k": 1}')))  # expect: {'k': 1}
