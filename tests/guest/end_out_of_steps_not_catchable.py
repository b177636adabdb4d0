# limit: steps=1000000
# outcome: out_of_steps
# No handler sees the stop: neither except, nor finally, nor with.
class Grip:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        print("exit ran")
        return True


while True:
    try:
        with Grip():
            while True:
                pass
    except BaseException as e:
        print("caught", repr(e))
    finally:
        print("finally ran")
