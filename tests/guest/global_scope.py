# Module level names: globals(), del, redefinition of built-ins.
x = 1
globals()["made"] = 5
print(made, globals()["x"], "nope" in globals())  # expect: 5 1 False
del x
try:
    x
except NameError as e:
    print("NameError")
# expect: NameError
len = lambda o: "shadowed"
print(len([]))  # expect: shadowed
del len
print(len([]))  # expect: 0
def f():
    return g()
def g():
    return "defined later"
print(f())  # expect: defined later
True_copy = True
print(True_copy is True, None is None)  # expect: True True
