# Steps through memory that no cache likes.
# limit: time=300ms
# outcome: out_of_time
b = bytearray(40000000)
i = 0
while True:
    i = (i + 7368787) % 40000000
    b[i] = 1
