# Assignment expressions.
if (n := 10) > 5:
    print(n)
# expect: 10
data = [1, 2, 3, 4]
print([y for x in data if (y := x * 2) > 4], y)  # expect: [6, 8] 8
items = iter([1, 2, 0, 3])
while (v := next(items)):
    print(v)
# expect: 1
# expect: 2
print((a := 1) + (b := 2), a, b, len(s := "hello"), s)  # expect: 3 1 2 5 hello
def f():
    return [last := i for i in range(5)], last
print(f())  # expect: ([0, 1, 2, 3, 4], 4)
