# The product is 2**32: no room at all is asked for.
# outcome: any
[1, 2, 3, 4] * (1 << 30)
