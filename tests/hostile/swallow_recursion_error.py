# limit: time=300ms
# outcome: out_of_time
def f():
    try:
        f()
    except RuntimeError:
        while True:
            pass


f()
