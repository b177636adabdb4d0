# marshal has plain data: no code goes in or comes out.
import marshal


def f():
    pass


for use in (lambda: marshal.dumps(f.__code__), lambda: marshal.dumps(f), lambda: marshal.dumps([print]), lambda: marshal.loads(b"\xe3\0\0\0\0"),
            lambda: marshal.loads(b"M\x06\0\x1f" * 8), lambda: marshal.loads(b"cbuiltins\neval\n.")):
    try:
        print("reached", use())
    except (ValueError, EOFError, TypeError) as e:
        pass
print(marshal.loads(marshal.dumps({"a": [1, (2.5, b"x")]})))  # expect: {'a': [1, (2.5, b'x')]}
