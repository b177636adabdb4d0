# Comparisons, identity of what is looked for
print(1<2<3,1<3>2,1==1.0,True==1,'a'<'b',[1,2]<[1,3],(1,)<(1,2),{1}<{1,2},None is None,1!=2,not 1==2,1 in [1],1 not in [1],[]==(),{}=={},float('nan')==float('nan'),[float('nan')]==[float('nan')])
n=float('nan'); print([n]==[n],n in [n],{n:1}.get(n),max(1,n),min(n,1),sorted([3,1,2])); print(0.0==-0.0,1e400,-1e400,10**400>1e308,2**53==2**53+1.0, 1<1.5<2, True+True, 3==3+0j)
for op in ('1<"a"','[]<()','None<1','{}<{}','1j<2','object()<object()','"a">1','(1,"a")<(1,2)','max(1,"a")'):
    try: print(eval(op))
    except TypeError as e: print(op,e)
print((1,2)==(1,2),(1,2) is (1,2) or 1,'ab' is 'ab' or 1, hash((1,2))==hash((1,2)), {1,2}=={2,1}, frozenset([1])=={1}, [1]!=[2], b'a'==bytearray(b'a'), b'a'=='a', range(3)==range(0,3,1), 1 if [] else 2, 0 or 'x', 1 and 'y', not '')
a=[1]; a.append(a); print(a, a==a); d={}; d['d']=d; print(d)
class E:
    def __eq__(s,o): return True
print(E()==1,1==E(),E()!=1,E() in [1],[E()]==[5], 5 in [E()])
class Ord:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return s.v<o.v
    def __repr__(s): return f'O{s.v}'
print(sorted([Ord(3),Ord(1)]), max(Ord(1),Ord(2)), Ord(1)>Ord(0), min([Ord(5),Ord(4)]))
import functools
print(sorted([3,-1,2],key=abs), sorted('bA',key=str.lower), sorted([(1,'b'),(1,'a')]), sorted({'b':1,'a':2}), sorted([1,2,3],key=lambda x:-x), sorted([True,False,2]))
