# Shallow but endless.
# limit: time=300ms
# outcome: out_of_time
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


fib(80)
