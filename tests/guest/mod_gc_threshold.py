# gc.threshold: a collection whenever so much has been allocated.
# collect: no
import gc
print(gc.threshold())  # expect: -1
gc.threshold(1000)
print(gc.threshold() <= 1024)  # expect: True
l = [[i, str(i), {i: (i, float(i))}] for i in range(300)]
print(sum(x[0] for x in l), l[123], "".join(x[1] for x in l)[:30])
# expect: 44850 [123, '123', {123: (123, 123.0)}] 012345678910111213141516171819
print(sorted(l, key=lambda x: x[1])[5][0], [x[2][x[0]][1] for x in l if x[0] % 100 == 7])
# expect: 102 [7.0, 107.0, 207.0]
gc.threshold(-1)
print(gc.threshold())  # expect: -1
