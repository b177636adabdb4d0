# print() and formatting
import sys
print(1,2,sep='-',end='!\n'); print(*[1,2],sep=''); print('a',file=sys.stdout,flush=True); print(); print('x','y',sep='\n'); print(None,True,...,NotImplemented)
for f in (lambda:print(1,sep=5),lambda:print(1,end=5),lambda:print(1,foo=2)):
    try: f()
    except TypeError as e: print(e)
import io
b=io.StringIO(); print('hi',file=b); print(repr(b.getvalue()))
print([1,'a',None,1.0,(1,),{2},{'a':[1]},b'x',frozenset([1]),range(3),slice(1,2),type,int,len.__class__ if 0 else 0, ...])
print({1:'a','b':2.5}, {(1,2):[3]}, set(), frozenset(), (), (1,), [], {}, '', "it's", 'q"q', 'a\'b"c', '\n\t\\\x00\x7f\xa0é\u200b\U0001f600')
class A: pass
class B:
    def __repr__(self): return 'B!'
    def __str__(self): return 'strB'
    def __format__(self,s): return 'fmt:'+s
print(B(),[B()],f'{B()} {B()!r} {B()!s} {B():abc}','%s %r'%(B(),B()),'{0!r:>5} {0}'.format(B()), str(A())[:15], A, A().__class__)
x=5; print(f'{x=} {x=:>3}', f'{"a" if x else "b"}', f'{x:{x}}', f'{x!r:>{x}}')
print(repr('a'*3), ascii('é'), 'a' 'b', r'\n', b'\xff\n', rb'\n', """multi
line""")
print('%s'%(1,), '%d%%'%5, '%x %X %o %c %r'%(255,255,8,65,'q'), '%(a)s'%{'a':1}, '%.3s|%10.2e|%+d|% d'%('abcdef',1234.5,5,5), '%s %s'%('a',[1]))
for f in (lambda:'%d'%'x',lambda:'%s %s'%1,lambda:'%s'%(1,2),lambda:'{}'.format(),lambda:'{a}'.format(b=1),lambda:'{0.x}'.format(1),lambda:'{:d}'.format('x'),lambda:'{:z}'.format(5),lambda:format(5,'abc'),lambda:'%(a)s'%{},lambda:'{!x}'.format(1),lambda:'{'.format(1),lambda:'%q'%1, lambda:f'{5:.2d}', lambda: '{:s}'.format(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
