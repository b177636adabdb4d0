# Comprehensions: nested loops, conditions, own scope.
squares = [n * n for n in range(10) if n % 2]
print(squares, sum(squares))
print([(x, y) for x in range(3) for y in range(x)])
print({n % 3 for n in range(10)})
print(sorted({word: len(word) for word in "to be or not".split()}.items()))
print([[row[i] for row in ((1, 2), (3, 4))] for i in range(2)])
print(list(x for x in range(4)), any(x > 2 for x in range(4)))
n = 7
print([n for n in range(2)], n)
