# Built-ins that swallow exceptions of special methods: hasattr, getattr, in.
# limit: time=300ms
# outcome: out_of_time
class S:
    def __getattr__(self, name):
        while True:
            pass

    def __contains__(self, x):
        while True:
            pass


while True:
    hasattr(S(), "x")
    getattr(S(), "y", None)
