# A function's code object counts and names its parameters, and has nothing to run.
def f(a, b):
    pass
code = f.__code__
print(code.co_name, code.co_argcount, code.co_varnames)  # expect: f 2 ('a', 'b')
for name in ("co_code", "co_consts", "replace"):
    print(hasattr(code, name))
try:
    f.__code__ = code
    type(f)(code, {})
except Exception as e:
    print(type(e).__name__)
# expect: False
# expect: False
# expect: False
# expect: AttributeError
