# Iteration protocols, unpacking, generators
class Fib:
    def __init__(self,n): self.n=n
    def __iter__(self):
        a,b=0,1
        for _ in range(self.n): yield a; a,b=b,a+b
class Count:
    def __init__(self): self.i=0
    def __next__(self):
        self.i+=1
        if self.i>3: raise StopIteration
        return self.i
    def __iter__(self): return self
class Seq:
    def __getitem__(self,i):
        if i>=3: raise IndexError
        return i*10
    def __len__(self): return 3
print(list(Fib(10)),list(Count()),list(Seq()),list(reversed(Seq())),20 in Seq(),*Seq())
a,*b,c=Fib(6); print(a,b,c)
(x,y),z=(1,2),3; print(x,y,z); [p,q]=[1,2]; print(p,q)
for i,(j,k) in enumerate([(1,2),(3,4)]): print(i,j,k)
def g():
    r=yield 1
    while r!='stop': r=yield r
    return 'done'
it=g(); print(next(it),it.send('a'),it.send('b'))
try: it.send('stop')
except StopIteration as e: print(e.value)
def d(): r=yield from g(); print('r',r)
it=d(); next(it)
try: it.send('stop')
except StopIteration: pass
def clean():
    try: yield 1
    finally: print('cleanup')
it=clean(); next(it); it.close()
it=clean(); next(it)
try: it.throw(ValueError('x'))
except ValueError as e: print('thrown',e)
print(list(zip(*[(1,2),(3,4)])), list(map(lambda x,y:x+y,[1,2],[3,4])), max([3,1,2],key=lambda x:-x), sorted('bca',reverse=True), sum([[1],[2]],[]), any([]), all([]))
print(next(iter([]),'def'), list(iter(lambda c=Count(): next(c),3)), list(filter(None,[0,1,'',2])), dict(zip('ab',[1,2])), list(range(10,0,-3)), range(5)[::-1], range(0,10,2)==range(0,9,2), 4 in range(0,10,2))
print([*range(3)],{**{'a':1},'b':2},(*'ab',),{*[1,2]},[x for x in range(5) if x%2 if x>1],{x:y for x,y in zip('ab','cd')},[[j for j in range(i)] for i in range(3)])
