# Garbage is found and its memory used again: sixty times the limit goes by.
# limit: memory=8M cpu=20s
total = 0
for i in range(1000):
    total += len(bytes(500000))
print(total)  # expect: 500000000
total = 0
for i in range(300000):
    total += len([i, str(i), {i: i}])
print(total)  # expect: 900000
text = ""
for i in range(3000):
    text += "some more text "
print(len(text))  # expect: 45000
