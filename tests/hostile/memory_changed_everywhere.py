# Much to take back: all of a large block, changed, before the run does not end.
# limit: time=500ms
# outcome: out_of_time
big = bytearray(48 << 20)
def change():
    n = 0
    while True:
        n += 1
        for i in range(0, len(big), 1024):
            big[i] = n & 255
change()
