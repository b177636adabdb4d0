# What except* raises in the end
def f(*excs):
    try:
        if excs: raise ExceptionGroup('g',list(excs))
        print('ok')
    except* (ValueError,KeyError) as e:
        print('VK',[repr(x) for x in e.exceptions])
        for x in e.exceptions:
            if x.args==(9,): raise RuntimeError('again')
            if x.args==(8,): raise
    except* OSError:
        print('os')
    else: print('else')
    finally: print('fin')
for a in [(),(ValueError(1),),(ValueError(1),OSError(2)),(ValueError(9),TypeError(2)),(ValueError(8),TypeError(2)),(TypeError(3),)]:
    try: f(*a)
    except BaseException as e: print('out',repr(e), repr(getattr(e,'exceptions',None)))
try:
    try: raise ValueError('n')
    except* TypeError: pass
except ValueError as e: print('naked',repr(e))
try:
    try: raise ValueError('n')
    except* ValueError as e: raise KeyError('k')
except BaseException as e: print('naked',repr(e), repr(e.__context__))
for t in (ExceptionGroup, int):
    try:
        try: raise ValueError('n')
        except* t: pass
    except TypeError as e: print(e)
def loop():
    for i in range(3):
        try:
            raise ExceptionGroup('x',[ValueError(i)])
        except* ValueError as e:
            print(i,e.exceptions)
    return 'done'
print(loop())
print(issubclass(ExceptionGroup,Exception), ExceptionGroup.__mro__, isinstance(ExceptionGroup('a',[ValueError()]),Exception), issubclass(BaseExceptionGroup,Exception))
try: raise ExceptionGroup('a',[ValueError()])
except Exception as e: print('caught',e)
class MG(ExceptionGroup): pass
print(MG.__mro__, issubclass(MG,Exception))
