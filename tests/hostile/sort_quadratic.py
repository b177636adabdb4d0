# An order that is the worst for the partition.
# limit: time=300ms
# outcome: out_of_time | done
# stdout: any
l = [i % 2 for i in range(200000)]
while True:
    l.sort()
