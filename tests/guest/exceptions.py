# try, except, else, finally: which parts run, in which order.
def f(x):
    try:
        print("try")
        if x == 1:
            raise ValueError("one")
        if x == 2:
            return "returned"
        if x == 3:
            {}["k"]
    except ValueError as e:
        print("except", e, e.args)
        return "from except"
    except (KeyError, IndexError) as e:
        print("key", type(e).__name__)
    else:
        print("else")
    finally:
        print("finally")
    return "end"
for i in range(4):
    print(f(i))
# expect: try
# expect: else
# expect: finally
# expect: end
# expect: try
# expect: except one ('one',)
# expect: finally
# expect: from except
# expect: try
# expect: finally
# expect: returned
# expect: try
# expect: key KeyError
# expect: finally
# expect: end
def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            print("f", i)
    try:
        return "try"
    finally:
        return "finally wins"
print(g())
# expect: f 0
# expect: f 1
# expect: f 2
# expect: finally wins
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("new")
    finally:
        print("cleanup")
except KeyError as e:
    print("outer", e.args)
# expect: cleanup
# expect: outer ('new',)
try:
    try:
        raise TypeError("again")
    except TypeError:
        raise
except TypeError as e:
    print(e)
# expect: again
try:
    raise ValueError
except Exception as e:
    print(e.args, str(e) == "", isinstance(e, Exception))
# expect: () True True
try:
    e
except NameError:
    print("unbound after except")
# expect: unbound after except
try:
    raise RuntimeError("a") from None
except RuntimeError as e:
    print(e)
# expect: a
