# memoryview
m=memoryview(b'0123456789')
print(m[0],m[1:3].tobytes(),m[::2].tobytes(),m[::-1].tolist(),len(m),m.nbytes,m.itemsize,m.format,m.readonly,m.shape,m.ndim,m.strides,m.contiguous)
b=bytearray(b'abcdefgh')
m=memoryview(b); m[0]=65; m[2:4]=b'XY'; print(b); m[::2]=b'1234'; print(b)
print(m==b, m[1:]==b[1:], m.hex(), bytes(m), m.obj is b)
try: memoryview(b'a')[0]=1
except TypeError as e: print(e)
c=memoryview(bytearray(8)).cast('I'); print(len(c),c.itemsize,c.format,c.tolist()); c[0]=258; print(c.tobytes()); print(c.cast('B').tolist())
with memoryview(b'abc') as q: print(q.tolist())
try: q[0]
except ValueError as e: print(e)
try: m[0:2]=b'abc'
except ValueError as e: print(e)
import array
a=memoryview(array.array('h',[1,2,-3])); print(a.tolist(),a.format,a.itemsize,a.nbytes,a[2])
print(hash(memoryview(b'ab'))==hash(b'ab'), 98 in memoryview(b'ab'), list(m), repr(m)[:10])
