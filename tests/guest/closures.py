# Closures, nonlocal, global, late binding.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get(), counter()[1]())  # expect: 6 0
total = 0
def add(x):
    global total, made
    total += x
    made = True
add(3); add(4)
print(total, made)  # expect: 7 True
adders = [lambda x, i=i: x + i for i in range(3)]
print([a(10) for a in adders])  # expect: [10, 11, 12]
def deep(a):
    def l1(b):
        def l2(c):
            def l3(d):
                return a, b, c, d
            return l3
        return l2
    return l1
print(deep(1)(2)(3)(4))  # expect: (1, 2, 3, 4)
def late():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [f() for f in fs]
print(late())  # expect: [2, 2, 2]
def unbound():
    print(later)
    later = 1
try:
    unbound()
except NameError as e:
    print("NameError")
# expect: NameError
def d():
    x = 1
    del x
    try:
        x
    except NameError:
        return "deleted"
print(d())  # expect: deleted
