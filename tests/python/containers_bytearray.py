# bytearray in full
b=bytearray(b'0123456789')
print(b[::2],b[::-1],b[8:2:-2])
b[::2]=b'abcde'
print(b)
del b[::3]
print(b)
b[1:3]=b'XYZW'
print(b)
b+=b'q'
b*=2
print(b, b+b'x', b'x'+b, 2*bytearray(b'ab'))
print(b.pop(),b.pop(0)); b.insert(1,65); b.remove(65); b.reverse(); print(b)
b.extend([1,2]); b.append(3); print(b); b.clear(); print(b)
b=bytearray(b'hello world'); print(b.upper(),b.find(b'o'),b.split(),b.replace(b'o',b'0'),b.startswith(b'he'),b.hex(),b.decode(),b.title(),b.strip(b'hd'))
print(b.count(b'l'),b.index(b'w'),b.join([b'1',b'2']), b.center(20,b'*'), b.partition(b' '),b.isalpha(),b.zfill(20), b.translate(bytes(range(256)),b'l'))
print(bytearray(3),bytearray('é','utf8'),bytearray([1,2]),bytearray())
for x in (lambda:b[100],lambda:bytearray([256]),lambda:b.append(300),lambda:bytearray('x'),lambda:b.remove(0),lambda:bytearray(-1), lambda: b.index(b'zz'),lambda:bytearray().pop()):
    try: x()
    except Exception as e: print(type(e).__name__,e)
try: b[::2]=b'1'
except ValueError as e: print(e)
print(b==b'hello world', b'hello world'==b, b<b'z', hash if 0 else '', 104 in b, b'lo' in b)
try: hash(b)
except TypeError as e: print(e)
print(bytearray.fromhex('00ff'), b.copy() is b, list(b[:3]), b.__len__())
b[0]=72; print(b); del b[0]; print(b); del b[1:3]; print(b)
print(bytes(b), repr(b), str(b), '%s'%b, b%() if 0 else '')
print(isinstance(b,bytearray), bytearray(b'%d')%5)
