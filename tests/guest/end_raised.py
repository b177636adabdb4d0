# An uncaught exception: type, message, line, and the output so far.
# error: ValueError: bad value
# at: 8
# traceback: Traceback (most recent call last):
# traceback: in <module>
# traceback: ValueError: bad value
print("before")  # expect: before
raise ValueError("bad value")
print("after")
