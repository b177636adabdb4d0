# Algorithms as contests have them
import sys
from collections import defaultdict, deque, Counter
import heapq, bisect, math
from itertools import permutations, combinations, product, accumulate, groupby, islice, count, cycle, takewhile, dropwhile, starmap, tee, pairwise, compress, repeat
from functools import lru_cache, cmp_to_key, reduce, partial
def solve(data):
    it=iter(data.split()); n=int(next(it)); a=[int(next(it)) for _ in range(n)]
    return sum(a),max(a),sorted(a)[::-1]
print(*solve("3\n1 2 3"))
MOD=10**9+7
@lru_cache(maxsize=None)
def c(n,k): return 1 if k==0 or k==n else (c(n-1,k-1)+c(n-1,k))%MOD
print(c(100,50),pow(3,MOD-2,MOD),pow(2,-1,MOD))
class DSU:
    def __init__(s,n): s.p=list(range(n)); s.sz=[1]*n
    def find(s,x):
        while s.p[x]!=x: s.p[x]=s.p[s.p[x]]; x=s.p[x]
        return x
    def union(s,a,b):
        a,b=s.find(a),s.find(b)
        if a==b: return False
        if s.sz[a]<s.sz[b]: a,b=b,a
        s.p[b]=a; s.sz[a]+=s.sz[b]; return True
d=DSU(5); print(d.union(0,1),d.union(1,0),d.find(1)==d.find(0))
class Seg:
    def __init__(s,a):
        s.n=len(a); s.t=[0]*(2*s.n); s.t[s.n:]=a
        for i in range(s.n-1,0,-1): s.t[i]=s.t[2*i]+s.t[2*i+1]
    def q(s,l,r):
        l+=s.n; r+=s.n; x=0
        while l<r:
            if l&1: x+=s.t[l]; l+=1
            if r&1: r-=1; x+=s.t[r]
            l>>=1; r>>=1
        return x
print(Seg([1,2,3,4,5]).q(1,4))
g=[[0]*3 for _ in range(3)]; g[1][1]=5; print(g, list(map(list,zip(*g))), [''.join(map(str,r)) for r in g])
def bfs(grid,s):
    R,C=len(grid),len(grid[0]); q=deque([(*s,0)]); seen={s}
    while q:
        r,c,d=q.popleft()
        if grid[r][c]=='E': return d
        for dr,dc in ((0,1),(1,0),(0,-1),(-1,0)):
            nr,nc=r+dr,c+dc
            if 0<=nr<R and 0<=nc<C and grid[nr][nc]!='#' and (nr,nc) not in seen: seen.add((nr,nc)); q.append((nr,nc,d+1))
    return -1
print(bfs(["S.#","..E","###"],(0,0)))
def lis(a):
    t=[]
    for x in a:
        i=bisect.bisect_left(t,x)
        if i==len(t): t.append(x)
        else: t[i]=x
    return len(t)
print(lis([10,9,2,5,3,7,101,18]))
print(sorted(['10','9','2'],key=cmp_to_key(lambda a,b:int(a)-int(b))), list(islice(count(5,2),3)), list(takewhile(lambda x:x<3,[1,2,3,1])), list(combinations('abc',2)), list(permutations([1,2,3],2))[:3], list(product('ab',repeat=2)), list(pairwise([1,2,3])), list(starmap(pow,[(2,3)])), [k+str(len(list(v))) for k,v in groupby('aabccc')], list(accumulate([3,1,2],max)), list(compress('abc',[1,0,1])))
dp=[[float('inf')]*4 for _ in range(4)]; dp[0][0]=0; print(dp[0], min(map(min,dp)), -float('inf')<0)
s='abracadabra'; print({x:s.count(x) for x in dict.fromkeys(s)}, s.find('cad'), s[::-1], s[1:8:2], sorted(set(s)), s.replace('a','',2), s.split('a',2), 'z' not in s)
print(int('1010',2), bin(10)[2:].zfill(8), format(255,'x'), hex(255), oct(8), f'{5:b}', 5^3, ~5, 5&3, 5|3, 1<<10, -5>>1, (-5)%3, -5//3, 7//-2)
h=[(3,'c'),(1,'a')]; heapq.heapify(h); heapq.heappush(h,(2,'b')); print(heapq.heappop(h), heapq.nsmallest(2,h), heapq.heapreplace(h,(9,'z')))
print(list(zip(range(3),'abc')), dict(enumerate('ab')), [*range(5,0,-2)], sum(x*x for x in range(5)), any(x>3 for x in [1,4]), max((len(w),w) for w in ['a','bbb']), min([3,1,2],default=0), max([],default=-1))
for i in range(3):
    for j in range(3):
        if j==1: break
    else: continue
    print(i,j,end=';')
print()
a,b=1,2; a,b=b,a+b; x=y=[]; x.append(1); print(a,b,y); a=[1,2,3]; a[0],a[-1]=a[-1],a[0]; print(a); i=0; i,a[i]=1,9; print(i,a)
while (n:=len(a))>1: a.pop()
print(n,a)
mat=[[1,2],[3,4]]; print([[sum(x*y for x,y in zip(r,c)) for c in zip(*mat)] for r in mat], [row[:] for row in mat], sum(mat,[]), [x for r in mat for x in r if x%2==0])
print("%.2f %5.1f %s"%(1/3,2.25,1e6), round(0.125,2), round(2.675,2), 0.1*3, 1e-7, 100000000000000000.0, 123456.789e3, 5e-5, 1/3)
print(str(10**50), 2**200%1000007, math.factorial(30), -7%5, divmod(-17,5), int(-3.99), round(-0.5), 10**18*10**18)
