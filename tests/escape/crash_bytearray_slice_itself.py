# A bytearray assigned to a slice of itself.
# outcome: any
b = bytearray(b"1234567")
for i in range(20):
    b[-1:] = b
