# Each level catches the error and goes down again: exponential, never deep.
# limit: time=300ms
# outcome: out_of_time
def f():
    try:
        f()
    finally:
        f()


f()
