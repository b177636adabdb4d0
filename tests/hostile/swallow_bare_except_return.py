# Functions that turn every exception into a value.
# limit: time=300ms
# outcome: out_of_time
def f():
    try:
        while True:
            pass
    except:
        return "swallowed"
    finally:
        return "kept"


while f():
    pass
