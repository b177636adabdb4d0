# Handlers, finally, re-raising, exc_info, tracebacks as objects.
try:
    1/0
except ZeroDivisionError as e:
    err = e
try: e
except NameError as x: print(x)
tb = err.__traceback__
print(tb.tb_lineno, tb.tb_next, err.with_traceback(None) is err, err.__traceback__)
import sys
def f():
    try: {}['k']
    except KeyError: return sys.exc_info()[0]
print(f(), sys.exc_info())
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally:
            print('fin', i)
    else: print('else')
    while True:
        try: return 'r'
        finally: print('cleanup')
print(f())
def g():
    try: return 1
    finally: return 2
print(g())
def h():
    try:
        raise ValueError
    except ValueError:
        try: raise
        except ValueError as e: return 'reraised'
print(h())
try: raise
except RuntimeError as e: print(e)
