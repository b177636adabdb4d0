# sys.exit passes `except Exception` and runs `finally`.
# exit: 4
import sys


def f():
    try:
        sys.exit(4)
    except Exception:
        print("not caught")
    finally:
        print("finally")  # expect: finally


f()
