# Every built-in type with odd arguments.
import builtins

odd = [(), (1,), (-1,), ("",), (None,), ([],), ((),), ({},), (1 << 40,), (1.5, 2), ("a", "b", "c"),
       (b"", 0, 0),
       (lambda: 0, [1]), (type, type, type), ("x", (), {}), ("x", (int, str), {}), ("x", 5, {}),
       (object(),)]
made = 0
for name in dir(builtins):
    thing = getattr(builtins, name)
    if isinstance(thing, type):
        for arguments in odd:
            try:
                thing(*arguments)
                made += 1
            except Exception:
                pass
            except (SystemExit, KeyboardInterrupt, GeneratorExit):
                pass
print(made > 50)  # expect: True
