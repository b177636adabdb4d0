import weakref


class Thing:
    def __init__(self, n):
        self.n = n

    def act(self):
        return self.n * 2

    def __call__(self):
        return "called"


thing = Thing(3)
r = weakref.ref(thing)
print(r() is thing, r == weakref.ref(thing), isinstance(r, weakref.ref))
values = weakref.WeakValueDictionary()
values["a"] = thing
keys = weakref.WeakKeyDictionary()
keys[thing] = 5
group = weakref.WeakSet([thing])
print(values["a"] is thing, "a" in values, len(values), values.get("b"), keys[thing], len(keys), thing in group, len(group))
p = weakref.proxy(thing)
print(p.n, p.act(), p())
p.n = 4
print(thing.n)
m = weakref.WeakMethod(thing.act)
print(m()())
f = weakref.finalize(thing, lambda x: x + 1, 4)
print(f.alive, f(), f.alive, f())
for wrong in (5, "text", [1], None):
    try:
        weakref.ref(wrong)
    except TypeError as error:
        print(error)
