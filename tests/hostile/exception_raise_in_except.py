# Every handler raises, every handler is left.
# limit: time=300ms
# outcome: out_of_time | out_of_memory
def f(e):
    try:
        raise e
    except Exception as x:
        return ValueError(x)


e = ValueError()
while True:
    e = f(e)
