# limit: memory=4M
# A MemoryError may be caught, and the program goes on.
def fill():
    hold = []
    while True:
        hold.append(bytes(10000))


try:
    fill()
except MemoryError as e:
    print("MemoryError")  # expect: MemoryError
try:
    bytes(100000000)
except MemoryError:
    print("too large at once")  # expect: too large at once
print(len(bytes(300000)))  # expect: 300000
