# Every index beyond the view is refused.
b = bytearray(16)
m = memoryview(b)
bad = 0
for i in (16, 17, -17, 2**20, -(2**20), 2**31 - 1, -(2**31), 2**32 + 1, 2**64):
    for act in (lambda: m[i], lambda: b[i], lambda: m.__setitem__(i, 1)):
        try:
            act()
            bad += 1
        except (IndexError, OverflowError, AttributeError, TypeError):
            pass
print(bad)  # expect: 0
