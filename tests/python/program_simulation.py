# Random numbers, graphs, caches, cells
import random, heapq, math, bisect
from collections import deque, defaultdict
random.seed(42)
print([random.randint(1,6) for _ in range(5)], random.choice('abc'), random.sample(range(10),3), round(random.gauss(0,1),6))
l=list(range(10)); random.shuffle(l); print(l, random.choices([1,2,3],weights=[1,2,3],k=4), round(random.uniform(1,2),8), random.getrandbits(16))
def dijkstra(g,s):
    d={s:0}; q=[(0,s)]
    while q:
        x,u=heapq.heappop(q)
        if x>d.get(u,math.inf): continue
        for v,w in g[u].items():
            if x+w<d.get(v,math.inf): d[v]=x+w; heapq.heappush(q,(d[v],v))
    return d
print(dijkstra({'a':{'b':1,'c':4},'b':{'c':2,'d':5},'c':{'d':1},'d':{}},'a'))
class LRU:
    def __init__(self,n): self.n=n; from collections import OrderedDict; self.d=OrderedDict()
    def get(self,k):
        if k not in self.d: return -1
        self.d.move_to_end(k); return self.d[k]
    def put(self,k,v):
        self.d[k]=v; self.d.move_to_end(k)
        if len(self.d)>self.n: self.d.popitem(last=False)
c=LRU(2); c.put(1,1); c.put(2,2); c.get(1); c.put(3,3); print(c.get(2),c.get(3),c.d)
def life(cells):
    n=collections.Counter((x+dx,y+dy) for x,y in cells for dx in (-1,0,1) for dy in (-1,0,1) if dx or dy)
    return {p for p,k in n.items() if k==3 or k==2 and p in cells}
import collections
s={(1,0),(1,1),(1,2)}
for _ in range(3): s=life(s); print(sorted(s))
print(bisect.bisect_left([1,3,5],3), bisect.insort, ) if 0 else None
print(math.isqrt(10**20),math.comb(50,25),math.gcd(12,18),math.lcm(4,6),math.prod([1,2,3]),math.dist((0,0),(3,4)),math.isclose(0.1+0.2,0.3))
