# resident: no
# error: NameError
# limit: time=1s
for i in range(2000):
    globals()["g%d" % i] = i
for name in list(globals()):
    if name[:1] == "g":
        del globals()[name]
dict.clear(globals())
name
