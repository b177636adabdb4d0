# No way from bytes to code.
# outcome: raised
def f():
    return 1


code = compile("1", "x", "exec")
type(f)(b"\x00\x01\x02\x03" * 10, {})
