# Output without end: counted, dropped, and the clock runs.
# limit: time=300ms
# outcome: out_of_time
# stdout: any
while True:
    print("flood" * 20)
