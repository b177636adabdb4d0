# Folded by the compiler, before anything runs.
# limit: time=300ms
# outcome: out_of_time | out_of_memory | raised
exec("x = 7 ** (7 ** (7 ** 7))")
