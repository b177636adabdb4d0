# An offset that does not fit into 24 bits.
# outcome: any
# limit: memory=unlimited
b = bytearray(20000000)
b[17000000] = 7
m = memoryview(b)[17000000:]
print(m[0])
# stdout: any
