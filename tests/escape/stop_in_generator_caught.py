# A generator that is stopped hands the stop to no one.
# limit: steps=300000
# outcome: out_of_steps
def g():
    while True:
        try:
            while True:
                pass
        except BaseException as e:
            yield e


for e in g():
    print("caught", e)
