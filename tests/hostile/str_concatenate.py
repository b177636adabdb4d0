# Ever longer copies.
# limit: time=300ms
# outcome: out_of_time | out_of_memory
s = ""
while True:
    s += "longer"
