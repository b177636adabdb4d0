# Every prefix of a document, and documents of noise.
import json

text = '{"a": [1, -2.5e+10, true, null, "\\u00e9\\n"], "b": {"c": {}}}'
for i in range(len(text)):
    for tail in ("", "]", "}", '"', ",", "\\", "\0", "\xff", "1e999999", "-"):
        try:
            json.loads(text[:i] + tail)
        except Exception:
            pass
for noise in (b"\xff\xfe", b'"\xc0\x80"', b'["\xed\xa0\x80"]', b'"\\ud800"', b'"\\u12"',
              b"1" * 5000, b"-" * 100, b"[" * 500):
    try:
        repr(json.loads(noise))
    except Exception:
        pass
print("survived")  # expect: survived
