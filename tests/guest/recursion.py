# Recursion within the limit: functions, generators, data.
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(300))  # expect: 300
def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))  # expect: 9
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(7))  # expect: True True
def flat(x):
    for i in x:
        if isinstance(i, list):
            yield from flat(i)
        else:
            yield i
nest = [0]
for i in range(1, 40):
    nest = [nest, i]
print(sum(flat(nest)))  # expect: 780
def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(10, "a", "b", "c"))  # expect: 1023
