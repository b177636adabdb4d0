# What kills a collector that misses roots in wasm locals: long plain loops.
# limit: cpu=20s
x = 1000
for _ in range(1000000):
    x += 1
print(x)  # expect: 1001000
y = 0.5
z = 1 << 70
for i in range(100000):
    y += 1.5
    z += i
print(y, z - (1 << 70))  # expect: 150000.5 4999950000
