# Slices are cut to the object, whatever the bounds.
b = bytearray(b"0123456789")
m = memoryview(b)
print(bytes(m[5:10**9]), bytes(m[-(10**9) : 2]), len(m[10**8 :]), len(m[8:2]))
# expect: b'56789' b'01' 0 0
print(bytes(m[2:][3:][1:]), bytes(m[1:9][:-3]))  # expect: b'6789' b'12345'
