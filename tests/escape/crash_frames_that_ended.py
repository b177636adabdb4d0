# Frames are kept, and asked when their functions have ended and others run.
import gc
import sys

kept = []


def frame_of(n, text):
    kept.append(sys._getframe(n % 3))
    return text


def generator():
    yield frame_of(1, "x")
    yield frame_of(2, "y")


class Caller:
    def __init__(self):
        frame_of(2, self)

    def __lt__(self, other):
        frame_of(1, other)
        return False


for i in range(20):
    list(generator())
    sorted([Caller(), Caller()])
    suspended = generator()
    next(suspended)
    del suspended
    gc.collect()
seen = 0
for frame in kept:
    while frame is not None:
        code = frame.f_code
        names = code.co_name, code.co_filename, frame.f_lineno, frame.f_globals, frame == kept[0]
        try:
            frame.f_locals
        except RuntimeError as e:
            text = str(e)
        seen += 1
        frame = frame.f_back
print(seen > 100, text)  # expect: True the function of this frame has ended: its variables are gone


def deep(n):
    return deep(n - 1) if n else sys._getframe(0)


frame = deep(500)
n = 0
while frame is not None:
    n += 1
    frame = frame.f_back
print(n)  # expect: 502
for depth in -1, 10 ** 30, "x", None:
    try:
        sys._getframe(depth)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__)
# expect: OverflowError
# expect: TypeError
# expect: TypeError
