# outcome: any
p = property()
for act in (lambda: p.getter(5), lambda: p.deleter(p), lambda: repr(p), lambda: p.fget,
            lambda: property(5, 5, 5)):
    try:
        act()
    except Exception:
        pass


class C:
    x = property(5, "x", [])


C().x
