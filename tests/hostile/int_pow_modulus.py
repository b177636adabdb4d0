# Three-argument pow with operands of a hundred thousand digits.
# limit: time=300ms
# outcome: out_of_time
n = (1 << 300000) + 1
pow(3, n, n)
