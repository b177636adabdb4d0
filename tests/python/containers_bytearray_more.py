# bytearray: slices, errors, methods
b=bytearray(b'abc')
for i in b: pass
b[1:1]=b'ZZ'; print(b); b[:0]=[1,2]; print(b); b[5:]=b''; print(b); b[3:1]=b'!'; print(b)
print(b.__class__, b+bytearray(b'x'), b'x'*3, bytearray(b'a')*3, b'a' in bytearray(b'cat'), bytearray(b'xyz')[1], bytearray(b'xyz')[-1:])
print(bytearray(b'hello').swapcase(), bytearray(b'a,b').split(b','), bytearray(b'x').ljust(3), bytearray(b'abc').endswith(b'c'), bytearray(b'%d-%s')%(1,b'z'))
for f in (lambda:b.append('x'),lambda:b.extend('x'),lambda:b.__setitem__(0,300),lambda:b.__setitem__(0,'a'),lambda:b.__setitem__(99,1),lambda:bytearray(1.5),lambda:bytearray([1,'a']),lambda:bytearray(b'a')+'x',lambda:b.index(99),lambda:b.pop(99),lambda:b['a'],lambda:b.__setitem__(slice(0,1),5),lambda:bytearray().pop(), lambda: bytearray(b'a')<5, lambda: b'a'+5):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
b=bytearray(range(20)); del b[::3]; print(list(b)); del b[-1]; del b[1:4]; print(list(b)); del b[10:2:-2]; print(list(b))
b=bytearray(b'xyz'); b[2:4]=b; print(b)
it=iter(bytearray(b'ab')); print(next(it),list(it),type(it).__name__)
d=bytearray(5); d[0]=255; print(d,d==bytes(d),bytes(d)==d,d!=b'x',{bytes(d):1}); print(sorted(bytearray(b'hello')),bytes(reversed(bytearray(b'abc'))))
import struct
struct.pack_into('<H',d,1,0x1234); print(d)
x=bytearray(b'test'); y=x; y[0]=ord('b'); print(x, x is y, x.copy() is x, int.from_bytes(x,'big'), bytearray.fromhex('de ad'), x.hex('-'))
class B(bytearray):
    def f(self): return len(self)
print(bytearray(b'a\x00b\xff').decode('latin1'), bytearray('hé','utf-8'), bytearray(b'one two').title(), bytearray(b' x ').strip())
