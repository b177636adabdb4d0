# limit: time=2s
# outcome: any
for a in (0, 1, -1, 2**30 - 1, -(2**30), 2**31 - 1, -(2**31), 2**40):
    for s in (1, -1, 2**30, -(2**30), 2**31 - 1):
        try:
            r = range(a, -a, s)
            len(r), r[0], r[-1], r[5:7], 3 in r, list(zip(r, range(3))), r == r
        except (ValueError, OverflowError, IndexError):
            pass
