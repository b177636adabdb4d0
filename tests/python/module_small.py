# Small modules: numbers, contextvars, keyword, fnmatch, html, shlex, graphlib, ast, uuid, sched, timeit.
import ast
import contextvars
import fnmatch
import graphlib
import html
import keyword
import numbers
import shlex
import uuid

for n in (1, True, 2.5, 1j, "1", None):
    print(n, [isinstance(n, kind) for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
var = contextvars.ContextVar("var", default=5)
token = var.set(6)
print(var.get(), token.old_value is contextvars.Token.MISSING, var.name)
copied = contextvars.copy_context()
print(copied.run(lambda: (var.set(7), var.get())[1]), var.get(), copied[var], var in copied)
var.reset(token)
print(var.get(), contextvars.ContextVar("none").get("default"))
try:
    contextvars.ContextVar("none").get()
except LookupError:
    print("LookupError")
print(len(keyword.kwlist), keyword.iskeyword("for"), keyword.iskeyword("print"), keyword.issoftkeyword("match"), keyword.kwlist[:3])
names = ["a.py", "b.txt", "ab.py", "c.PY", "[x]", "a.b"]
for pattern in ("*.py", "?.*", "[ab]*", "[!a]*", "[[]x]", "*", "a*b*", "a.b", "["):
    print(pattern, fnmatch.filter(names, pattern), fnmatch.fnmatchcase("a.py", pattern))
print(html.escape("<a href='x'>\"&\"</a>"), html.escape("'\"", quote=False), html.unescape("&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; &#x41; &eacute; &unknown; & &amp;lt;"))
print(shlex.split("a 'b c' \"d e\" f\\ g \"h\\\"i\" ''"), shlex.split("a # b", comments=True), shlex.join(["a b", "c", "it's", ""]), shlex.quote("$x"), shlex.quote("plain-1.txt"))
try:
    shlex.split("'open")
except ValueError as e:
    print(e)
graph = {"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}
order = list(graphlib.TopologicalSorter(graph).static_order())
print(order[0], order[-1], sorted(order[1:3]))
sorter = graphlib.TopologicalSorter()
sorter.add("x", "y")
sorter.add("y", "z")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
try:
    list(graphlib.TopologicalSorter({"a": "b", "b": "a"}).static_order())
except graphlib.CycleError as e:
    print(e.args[0], sorted(set(e.args[1])))
for text in ("1", "-1.5e3", "'a' 'b'", "[1, (2,), {'k': {3}}, None, True]", "{}", "()", "(1)", "1, 2", "b'x\\x00'", "r'\\n'", "1+2j", "0xff", "1_000", "{1: 2, 'a': [],}", "'''tri\nple'''", "set()", "\"it's\\t\"", "- 5", " [1,\n 2]"):
    print(text, "->", repr(ast.literal_eval(text)))
for text in ("f(1)", "a", "1 + 1", "[x for x in y]", "", "[1", "{1:}", "__import__('os')", "'a", "1 2", "lambda: 0", "not True", "-'a'"):
    try:
        print(text, ast.literal_eval(text))
    except (ValueError, SyntaxError) as e:
        print(text, type(e).__name__)
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.version, u.variant, u.fields, u.urn, u == uuid.UUID(int=u.int), u < uuid.UUID(int=2**127))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "x"), len({u, uuid.UUID(bytes=u.bytes)}), uuid.UUID(bytes_le=u.bytes_le) == u)
r = uuid.uuid4()
print(len(str(r)), r.version, r.variant, r != uuid.uuid4())
try:
    uuid.UUID("nonsense")
except ValueError as e:
    print(e)
import secrets
import sched
import timeit

print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.choice([7]), 0 <= secrets.randbelow(10) < 10, secrets.randbits(8) < 256, secrets.compare_digest("a", "a"), len(secrets.token_urlsafe(16)))
s = sched.scheduler()
s.enter(0.002, 1, print, ("second",))
s.enter(0.001, 1, print, ("first",), {"end": "!\n"})
s.cancel(s.enter(0.001, 2, print, ("never",)))
s.run()
print(s.empty(), timeit.timeit("x + 1", "x = 1", number=10) >= 0, len(timeit.repeat(lambda: None, repeat=3, number=2)), timeit.timeit("y", globals={"y": 1}, number=1) >= 0)
