# Classes of exceptions: the hierarchy, own ones, attributes.
class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
class Sub(AppError):
    def __str__(self):
        return "Sub<%d>" % self.code
try:
    raise Sub(7, "text")
except AppError as e:
    print(e, e.code, e.args, type(e).__name__)
# expect: Sub<7> 7 ('text',) Sub
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError),
      issubclass(KeyboardInterrupt, Exception), issubclass(SystemExit, Exception),
      issubclass(UnicodeError, ValueError))
# expect: True True False False True
class Empty(Exception):
    pass
try:
    raise Empty
except Empty as e:
    print(repr(e), e.args)
# expect: Empty() ()
try:
    raise Empty(1, "two")
except Empty as e:
    print(repr(e), e.args, str(e))
# expect: Empty(1, 'two') (1, 'two') (1, 'two')
for bad in (5, "text", int):
    try:
        raise bad
    except TypeError:
        print("TypeError")
# expect: TypeError
# expect: TypeError
# expect: TypeError
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print("assert", e)
# expect: assert message
e = OSError(2, "no file")
print(e.errno, e.args)  # expect: 2 (2, 'no file')
