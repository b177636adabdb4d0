# array.array in full
from array import array
for c in 'bBhHiIlLqQfd':
    a=array(c,[1,2,3]); print(a,a.itemsize,a.typecode,a.tobytes()[:4],len(a))
a=array('i',range(10))
print(a[::2],a[::-1],a[-3:],a[1:5:3])
a[2:4]=array('i',[7,7,7]); print(a); del a[::2]; print(a); a[::2]=array('i',[0]*len(a[::2])); print(a)
a.insert(1,99); a.append(5); a.extend([1,2]); a.extend(array('i',[3])); print(a, a.pop(), a.pop(0), a.index(99), a.count(0)); a.remove(99); a.reverse(); print(a.tolist()); a.fromlist([4,4]); a.frombytes(b'\1\0\0\0'); print(a)
print(a+array('i',[1]), a*2, 3 in a, a==array('i',a.tolist()), array('i',[1,2])<array('i',[1,3]), array('f',[1.0])==array('i',[1]))
for f in (lambda:array('b',[200]),lambda:array('B',[-1]),lambda:array('i',[1.5]),lambda:a[100],lambda:a.append('x'),lambda:array('i')+[1],lambda:array('Q',[-1]),lambda:array('q',[2**70]),lambda:array('H',[70000]),lambda:array('i','abc'),lambda:array('i',[2**40]),lambda:a.remove(12345),lambda:a.index(9999),lambda:array('i').pop()):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
b=array('h',[1,2]); b.byteswap(); print(b); b+=array('h',[3]); b*=2; print(b)
import copy; c=copy.copy(b); c[0]=0; print(b[0]!=0, copy.deepcopy(b)==b)
print(max(b),sum(b),sorted(b),list(reversed(b)), array('d',[1.5,2.25]), bytes(array('B',[1,2])), [x*2 for x in b])
print(array('l',[2**40]), array('L',[2**63]))
print(array('u','abc') if 0 else '')
print(isinstance(b,array), hasattr(b,'__iter__'))
