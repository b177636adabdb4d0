# What changes a dictionary or a set that is walked over is an error.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
def shrink():
    d = {1: 1, 2: 2}
    for k, v in d.items():
        del d[k]
def replace():
    d = {1: 1}
    for k in d:
        del d[k]
        d[k + 1] = 1
def grow_set():
    s = {1}
    for k in s:
        s.add(k + 1)
def same_size():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = 0
    return d
attempt(grow)  # expect: RuntimeError dictionary changed size during iteration
attempt(shrink)  # expect: RuntimeError dictionary changed size during iteration
attempt(replace)  # expect: RuntimeError dictionary keys changed during iteration
attempt(grow_set)  # expect: RuntimeError Set changed size during iteration
attempt(same_size)  # expect: {1: 0, 2: 0}
# A key whose comparison changes the dictionary it is looked for in.
class Key:
    def __init__(self, d):
        self.d = d
    def __hash__(self):
        return 5
    def __eq__(self, other):
        self.d.clear()
        for i in range(100):
            self.d[i + 1000] = i
        return False
for size in (1, 7, 50):
    d = {i + 5: i for i in range(size)}
    k = Key(d)
    print(k in d, len(d), d.get(1003))
# expect: False 100 3
# expect: False 100 3
# expect: False 100 3
