# Two long equal lists, compared in one operator, for ever.
# limit: time=300ms
# outcome: out_of_time
a = [1.5] * 1000000
b = [1.5] * 1000000
while a == b:
    pass
