# Generators in every way
def countdown(n):
    while n>0:
        x=yield n
        if x is not None: n=x
        else: n-=1
g=countdown(3); print(next(g),g.send(10),next(g)); g.close()
try: next(g)
except StopIteration: print('closed')
def chain(*its):
    for it in its: yield from it
print(list(chain('ab',[1],range(2))))
def flatten(x):
    for e in x:
        if isinstance(e,list): yield from flatten(e)
        else: yield e
print(list(flatten([1,[2,[3,[4]]]])))
def primes():
    c={}; n=2
    while True:
        if n not in c: yield n; c[n*n]=[n]
        else:
            for p in c[n]: c.setdefault(p+n,[]).append(p)
            del c[n]
        n+=1
import itertools; print(list(itertools.islice(primes(),10)))
def outer():
    try:
        r=yield from inner()
        print('inner returned',r)
    except KeyError as e: print('outer caught',e)
    yield 'last'
def inner():
    try: yield 1
    except ValueError: yield 'recovered'
    return 'x'
g=outer(); print(next(g),g.throw(ValueError('v')),next(g))
g=outer(); next(g)
try: print(g.throw(KeyError('k')))
except StopIteration: print('si')
def f():
    try: yield 1
    except GeneratorExit: print('exit'); raise
g=f(); next(g); g.close(); del g
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e)
gg=(x*x for x in range(3)); print(type(gg).__name__,sum(gg),list(gg), f.__name__, gg.__name__)
print([*(x for x in 'ab')], dict((k,v) for k,v in [(1,2)]), set(x%3 for x in range(9)), tuple(i for i in range(3)), max(x for x in [1,5,2]), ' '.join(str(i) for i in range(3)), sorted((x,-x) for x in range(3)))
def coro():
    total=0; count=0; avg=None
    while True:
        v=yield avg
        if v is None: return total
        total+=v; count+=1; avg=total/count
c=coro(); next(c); print(c.send(10),c.send(20))
try: c.send(None)
except StopIteration as e: print('ret',e.value)
try: g=countdown(1); g.send(5)
except TypeError as e: print(e)
def rec():
    try: next(G)
    except ValueError as e: print(e)
    yield 1
G=rec(); next(G)
lst=[1,2,3,4]; it=iter(lst); print(list(zip(it,it)), [next(it,None)])
r=reversed([1,2,3]); print(next(r),list(r)); e=enumerate('ab',1); print(next(e),list(e)); m=map(str,[1]); print(next(m)); z=zip('a'); print(next(z)); f=filter(None,[0,1]); print(list(f))
print(list(iter(int,1))[:0] if 0 else 'skip', list(range(3)).__iter__().__next__(), [].__len__(), (5).__add__(3), 'a'.__contains__('a'), [1,2].__getitem__(0), {}.__class__.__name__)
