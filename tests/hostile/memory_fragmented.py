# Holes of every size, and ever larger wishes.
# limit: memory=16M
# outcome: out_of_memory
# error: MemoryError
def f():
    hold = []
    n = 16
    while True:
        new = [bytearray(n) for _ in range(50)]
        hold.extend(new[:25])
        n += n // 8


f()
