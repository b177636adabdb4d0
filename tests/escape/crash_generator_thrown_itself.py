# outcome: any
def g():
    try:
        yield 1
    except ValueError:
        me.throw(ValueError)
        me.close()
        yield me


me = g()
next(me)
me.throw(ValueError)
