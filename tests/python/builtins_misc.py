# Built-in functions, match, f-strings, literals
import sys
print(sys.getsizeof([])>0, sys.version_info[0], sys.byteorder, sys.maxunicode, sys.getrecursionlimit()>0, sys.platform!='', sys.argv!=None, sys.float_info.max, sys.int_info.bits_per_digit>0 if hasattr(sys,'int_info') else True, sys.intern('a'))
print(id(1)==id(1), hash('a')==hash('a'), callable(print), type(1), type('a')==str, isinstance(True,int), issubclass(bool,int), isinstance(1,(str,int)), type(None))
print(vars(type('X',(),{'a':1})())=={}, dir([])[-1], getattr([],'zz','def'), hasattr('a','upper'), [m for m in dir('') if m.startswith('is')][:3])
print('%s'%None, str(True), repr(1.0), bool('False'), int(True), float('1e5'), list('abc'), tuple([1]), set('aab')=={'a','b'}, dict(a=1), bytes(3), complex(1), str(b'a'), str(b'a','ascii'), frozenset('a'))
print(chr(97),ord('a'),bin(5),oct(8),hex(255),abs(-1),pow(2,3),pow(2,3,5),round(1.5),divmod(7,2),sum([1,2],10),min(1,2),max('a','b'),len('é'),sorted('ba'),list(reversed('ab')),any([0,1]),all([]),format(1.5,'.2f'),ascii('é'),callable(1))
print(slice(1,2).indices(5), slice(None,None,-1).indices(3), range(10)[2:5], range(10)[-1], list(range(0)), memoryview(b'ab')[0], zip([1],[2],strict=True).__next__())
try: list(zip([1],[1,2],strict=True))
except ValueError as e: print(e)
print(input.__name__, open.__name__ if 'open' in dir(__builtins__) else 'open', __name__=='__main__')
import time; print(time.perf_counter()>=0, isinstance(time.time(),float))
x=5
match x:
    case 1|2: print('a')
    case int(n) if n>3: print('n',n)
match {'k':[1,2,3]}:
    case {'k':[a,*b]}: print(a,b)
match (1,2):
    case (x,y): print(x,y)
class P:
    __match_args__=('x','y')
    def __init__(s,x,y): s.x=x; s.y=y
match P(1,2):
    case P(1,y=z): print(z)
match 'cmd go north'.split():
    case ['cmd','go',('north'|'south') as d]: print(d)
    case _: print('?')
print(f"{3!r:>4}|{'a':^5}|{1.5:e}|{10:,}|{1e6:_}|{True}|{None}|{[1]}|{ {'a':1} }|{'x' * 3}|{x if x else 0}|{(lambda: 4)()}")
assert True, 'no'
try: assert [], f'empty {1}'
except AssertionError as e: print(e)
global_var=1
def setg():
    global global_var, newg
    global_var=2; newg=3
setg(); print(global_var,newg)
print((lambda *a,k=1,**kw:(a,k,kw))(1,2,z=3), (lambda:(yield))().__class__.__name__)
if (n:=10)>5: print(n)
print([y:=1,y**2], [(last:=i) for i in range(3)], last)

