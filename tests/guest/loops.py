# for, while, else, break, continue, nested.
for i in range(5):
    if i == 3:
        break
    if i == 1:
        continue
    print(i)
else:
    print("not reached")
# expect: 0
# expect: 2
for c in "":
    pass
else:
    print("for-else")
# expect: for-else
n = 10
while n > 0:
    n -= 3
    if n < 0:
        break
else:
    print("while-else")
print(n)  # expect: -2
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a + b + c)
# expect: 6
# expect: 15
for i in range(10, 0, -3):
    for j in range(3):
        if j == 1:
            break
    else:
        continue
    print(i, j)
# expect: 10 1
# expect: 7 1
# expect: 4 1
# expect: 1 1
l = [1, 2, 3]
for v in l:
    if len(l) < 6:
        l.append(v * 10)
print(l, i, j)  # expect: [1, 2, 3, 10, 20, 30] 1 1
print(list(range(3)), list(range(5, 1, -2)), range(10)[3], len(range(0, 10, 3)),
      4 in range(0, 10, 2), range(10)[2:5])
# expect: [0, 1, 2] [5, 3] 3 4 True range(2, 5)
