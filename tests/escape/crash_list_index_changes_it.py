# An __index__ that empties what is indexed.
# outcome: any
class I:
    def __index__(self):
        l.clear()
        return 5

    __int__ = __index__


l = list(range(100))
for act in (lambda: l[I()], lambda: l[I() : I()], lambda: l.insert(I(), 1), lambda: l.pop(I()),
            lambda: l * I()):
    l.extend(range(100))
    try:
        act()
    except Exception:
        pass
