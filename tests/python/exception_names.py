# name and obj of errors
try: (3).foo
except AttributeError as e: print(e.name,e.obj,e)
try: foo
except NameError as e: print(e.name,e)
def f():
    print(x)
    x=1
try: f()
except UnboundLocalError as e: print(e,e.name if hasattr(e,'name') else None)
def g():
    del y
    y=1
try: g()
except UnboundLocalError as e: print(e)
def h():
    def k(): return z
    k()
    z=1
try: h()
except NameError as e: print(type(e).__name__,e)
e=ImportError('m',name='n',path='p'); print(e.name,e.path,e.msg)
e=AttributeError('m',name='n',obj=3); print(e.name,e.obj)
e=StopIteration(5); print(e.value)
e=OSError(2,'No such','file'); print(e, e.errno,e.strerror,e.filename,type(e))
e=SystemExit(3); print(e.code)
e=KeyError('a'); print(e,repr(e),e.args)
e=SyntaxError('bad',('f',1,2,'text')); print(e.msg,e.lineno,e.offset,e.text,e.filename)
