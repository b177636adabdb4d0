# limit: memory=4M
# outcome: out_of_memory
# error: MemoryError
# spent: memory<=4194304
hold = []
print("filling")  # expect: filling
while True:
    hold.append(bytes(10000))
