# limit: time=300ms
# outcome: out_of_time
# stdout: any
while True:
    print(end="x")
