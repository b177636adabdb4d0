# Two small structures whose comparison takes 2**40 steps.
# limit: time=300ms
# outcome: out_of_time
a, b = [1], [1]
for _ in range(40):
    a, b = [a, a], [b, b]
a == b
