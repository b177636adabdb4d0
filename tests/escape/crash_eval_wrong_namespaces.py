# outcome: any
for ns in (5, "x", [], None, object(), {1: 2}):
    try:
        eval("x", ns)
    except Exception:
        pass
    try:
        exec("x = 1", {}, ns)
    except Exception:
        pass
