# NUL bytes and control characters come through.
# expect-json: "a\u0000b\n\u0001\u001b[0m\u007f\n\u0000"
print("a\0b")
print("\x01\x1b[0m\x7f")
print("\0", end="")
