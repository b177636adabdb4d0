# Slices of lists: reading, assigning, deleting, steps.
l = list(range(10))
print(l[2:5], l[:3], l[7:], l[-3:], l[:-7], l[::3], l[::-1], l[8:2:-2], l[5:5])
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [7, 8, 9] [0, 1, 2] [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] []
l[2:4] = [20]
print(l)  # expect: [0, 1, 20, 4, 5, 6, 7, 8, 9]
l[3:3] = ["x", "y"]
print(l)  # expect: [0, 1, 20, 'x', 'y', 4, 5, 6, 7, 8, 9]
del l[1:4]
print(l)  # expect: [0, 'y', 4, 5, 6, 7, 8, 9]
l[:] = []
print(l)  # expect: []
l[5:9] = [1, 2]
print(l, l[100:], l[-100:1])  # expect: [1, 2] [] [1]
