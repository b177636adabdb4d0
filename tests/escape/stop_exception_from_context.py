# sys.exc_info() does not hand over the exception of a stop.
# limit: steps=300000
# outcome: out_of_steps
import sys

seen = []


def f():
    try:
        while True:
            pass
    finally:
        seen.append(sys.exc_info())
        print(seen)


f()
