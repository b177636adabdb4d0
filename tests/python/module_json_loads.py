# Reading JSON: values, hooks, and what is wrong in CPython's words and places.
import json
from json.decoder import JSONDecodeError

GOOD = ['1', '-0', '0', '-12.5e3', '1E5', '1e-2', '123456789012345678901234567890', 'true', 'false', 'null', '"a"', '""', '[]', '{}', ' [ 1 , 2 ] ',
        '{"a": {"b": [1, {"c": null}]}}', r'"\"\\\/\b\f\n\r\t"', r'"\u0041\u00e9\u20ac"', r'"\ud83d\ude00"', '"é€😀"', '[[[[]]]]', '\n\t[1]\r ',
        '{"a": 1, "a": 2}', 'NaN', 'Infinity', '-Infinity', '[1.0, 1.5, 100000.0]', '"' + "x" * 300 + r'\n"', '{"": ""}']
BAD = ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '[,]', ']', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', '{1:2}', "{'a':1}", '{a:1}',
       '"', '"abc', '"a\nb"', '"a\\', r'"\x"', r'"\u12"', r'"\u12g4"', '"\\', '01', '-', '+1', '1.', '.5', '1e', '1 2', '[] x', 'nul', 'tru', 'None', 'True',
       "'a'", '{"a":1 "b":2}', '[1,\n 2,\n x]', '{"é": }', '\ufeff[]', '{"a": [}', '--1', '[1}', '"tab\there"', 'Inf', '-NaN', '[1, 2', '{"a": "b"']
for text in GOOD:
    value = json.loads(text)
    print(repr(text[:40]), type(value).__name__, sorted(value) if isinstance(value, dict) else repr(value))
for text in BAD:
    try:
        print(repr(text), repr(json.loads(text)))
    except JSONDecodeError as e:
        print(repr(text), e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)
print(issubclass(JSONDecodeError, ValueError), json.JSONDecodeError is JSONDecodeError)
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.loads(b"\xef\xbb\xbf[1]"))
print(json.loads("[1, 1.5, NaN]", parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s))
print(json.loads('{"a": {"b": 1}, "c": 2}', object_pairs_hook=lambda pairs: pairs), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)))
print(json.loads('"a\nb"', strict=False), json.JSONDecoder(strict=False).decode('"\t"'), json.JSONDecoder().raw_decode('[1, 2] rest'), json.JSONDecoder().raw_decode('é [1]', 2))


class Decoder(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.hook, **kw)

    def hook(self, d):
        return ("hook", sorted(d.items()))


print(json.loads('[{"x": {"y": 2}}]', cls=Decoder))
for wrong in (None, 1, [], memoryview(b"1")):
    try:
        json.loads(wrong)
    except TypeError as e:
        print(e)
try:
    json.loads("[" * 100000)
except RecursionError:
    print("too deep")
import io
print(json.load(io.StringIO('{"file": [1, 2]}')))
