# Text processing
import string, textwrap, collections, itertools, functools, operator
t="""The quick brown fox jumps over the lazy dog. The dog barks; the fox runs away!
It's a "test" -- isn't it?"""
w=[x.strip(string.punctuation).lower() for x in t.split()]
c=collections.Counter(w); print(c.most_common(3), c['the'], sum(c.values()), c.total())
print(sorted(c.items(),key=lambda kv:(-kv[1],kv[0]))[:5])
print({k:list(g) for k,g in itertools.groupby(sorted(set(w),key=len),key=len)}.keys())
print(textwrap.fill(t,30)); print(t.translate(str.maketrans('','',string.punctuation)))
print('{:<10}|{:>10}|{:^10}|{:*^10}'.format('a','b','c','d'), f'{3.14159:.2f} {1234567:,} {255:#x} {255:08b} {0.25:.1%} {1e10:g} {"x":>5}{5:+d}')
print(' '.join(x.capitalize() for x in w[:3]), t.title()[:20], t.swapcase()[:10], 'abc'.center(9,'-'), '%5.1f|%-5s|%05d'%(3.14159,'ab',42))
print(functools.reduce(operator.mul,range(1,6)), list(itertools.accumulate([1,2,3])), list(itertools.chain.from_iterable([[1],[2,3]])), list(itertools.zip_longest('ab','c',fillvalue='-')))
print('a-b_c d'.replace('-',' ').split(), 'x=1;y=2'.partition(';'), dict(p.split('=') for p in 'x=1;y=2'.split(';')), 'aXbX'.rsplit('X',1), 'line1\nline2\r\nline3'.splitlines())
print(ord('é'),chr(8364),'ß'.upper(),'İ'.lower(),'ǆ'.title(),'Straße'.casefold(),'été'.encode(),'日本'.encode('utf-8').hex(),'\u00e9'=='é')
def caesar(s,k): return ''.join(chr((ord(ch)-97+k)%26+97) if ch.islower() else ch for ch in s)
print(caesar('hello, world',3),caesar(caesar('hello',3),-3))
def roman(n):
    r=''
    for v,s in zip((1000,900,500,400,100,90,50,40,10,9,5,4,1),('M','CM','D','CD','C','XC','L','XL','X','IX','V','IV','I')):
        q,n=divmod(n,v); r+=s*q
    return r
print([roman(x) for x in (1,4,9,1994,3999)])
