# list: every method, aliasing, multiplication, comparison.
l = [3, 1, 2]
l.append(5)
l.extend((7, 8))
l.insert(1, 9)
l.insert(-1, 6)
print(l, len(l), l.index(9), l.count(1))  # expect: [3, 9, 1, 2, 5, 7, 6, 8] 8 1 1
print(l.pop(), l.pop(0), l)  # expect: 8 3 [9, 1, 2, 5, 7, 6]
l.remove(9)
l.reverse()
print(l, l.copy() == l, l.copy() is l)  # expect: [6, 7, 5, 2, 1] True False
l.sort()
print(l, sorted(l, reverse=True), l * 2, [0] * 3, l + [100])
# expect: [1, 2, 5, 6, 7] [7, 6, 5, 2, 1] [1, 2, 5, 6, 7, 1, 2, 5, 6, 7] [0, 0, 0] [1, 2, 5, 6, 7, 100]
l[1:3] = ["a", "b", "c"]
print(l)  # expect: [1, 'a', 'b', 'c', 6, 7]
del l[0], l[-1], l[1:3]
print(l)  # expect: ['a', 6]
l.clear()
print(l, [1, 2] < [1, 3], [1, 2] == [1, 2], [1] < [1, 0], [[]] * 2)
# expect: [] True True True [[], []]
a = b = []
a.append(1)
print(b, a is b)  # expect: [1] True
for bad in (lambda: [].pop(), lambda: [1].index(2), lambda: [1].remove(3), lambda: [1][5]):
    try:
        bad()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
# expect: IndexError
# expect: ValueError
# expect: ValueError
# expect: IndexError
