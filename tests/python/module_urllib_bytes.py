import urllib.parse as U
def show(f):
    try: return f()
    except Exception as e: return type(e).__name__+': '+str(e)
urls=['http://user:pa%20ss@Host.com:8080/a/b;p?q=1&r=2#frag','//x/y','mailto:a@b.c','a:b:c','http://[::1]:80/x','http://h:99999/','?q','#f','','http://a/b?c#d?e','HTTP://EXAMPLE.com','file:///etc/passwd','http:///x','path/only','tel:+1','ftp://u@h','http://h:/','http://a:b@c:d@e:5/','http://a\n.b/\tc','ws://x:1/;p','x://y;z/w;v','http://[fe80::1%eth0]/','sip:a;b','/a;b/c;d;e']
for u in urls:
    for v in (u,u.encode()):
        r=show(lambda: U.urlsplit(v)); print(repr(r)); print(repr(show(lambda: U.urlparse(v))))
        if not isinstance(r,str): print([show(lambda: getattr(r,n)) for n in ('username','password','hostname','port')], show(r.geturl), show(lambda: U.urlunsplit(r)), show(lambda: r.encode() if hasattr(r,'encode') else r.decode()))
        print(show(lambda: U.urldefrag(v)))
for base in ('http://a/b/c/d;p?q','http://a','file:///x/y','b/c',b'http://a/b/'):
    for rel in ('g','./g','../g','../../../g','g?y','?y','#s','','//h','http:g','g;x=1/../y','/./g','.','..','g/./h/../i','mailto:x'):
        print(base,rel,show(lambda: U.urljoin(base, rel if isinstance(base,str) else rel.encode())))
print(show(lambda: U.urljoin('a',b'b')), show(lambda: U.urlsplit(b'a','http')))
for q in ('a=1&b=2&a=3','a=&b','a=%20+%C3%A9&c=%zz','','a;b=c','=x&y=','a=1&&b=2'):
    for k in ({},{'keep_blank_values':True},{'strict_parsing':True},{'separator':';'},{'max_num_fields':1},{'encoding':'latin-1'}):
        print(q,sorted(k),show(lambda: U.parse_qs(q,**k)),show(lambda: U.parse_qsl(q.encode(),**k)))
for d in ({'a':1,'b':[1,2]},[('x','é &'),('y',b'\xff')],{'k':'a b'},(),[1],'abc',{'n':None,'t':(1,'q')},{'s':{1}}):
    print(show(lambda: U.urlencode(d)),show(lambda: U.urlencode(d,doseq=True)),show(lambda: U.urlencode(d,True,safe='&/',quote_via=U.quote)),show(lambda: U.urlencode(d,encoding='latin-1')))
for s in ('a b/é~','a+b%','%C3%A9%','é%41','%E9','100%',b'a b\xff',b'','%u1234','a%2'):
    print(show(lambda: U.quote(s)),show(lambda: U.quote(s,safe='')),show(lambda: U.quote_plus(s)),show(lambda: U.unquote(s)),show(lambda: U.unquote_plus(s)),show(lambda: U.unquote_to_bytes(s)),show(lambda: U.unquote(s,'latin-1')),show(lambda: U.quote(s,encoding='latin-1')),show(lambda: U.quote(s,safe=b'/b')))
U.uses_netloc.append('redis'); print(U.urlunsplit(('redis','','p','','')))
