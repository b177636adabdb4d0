# What goes wrong, and what is said of it
def f():
    try: return 'try'
    finally: print('finally')
print(f())
def g():
    for i in range(3):
        try:
            if i==1: continue
            if i==2: break
            print(i)
        finally: print('fin',i)
    else: print('else')
g()
def h():
    try: 1/0
    except ZeroDivisionError as e: err=e
    try: print(e)
    except UnboundLocalError as x: print('unbound')
    return err
print(repr(h()))
try:
    try: raise ValueError('a')
    except ValueError: raise TypeError('b')
except TypeError as e: print(repr(e.__context__),e.__cause__)
try:
    try: raise ValueError('a')
    except ValueError: raise TypeError('b') from None
except TypeError as e: print(e.__context__ is not None,e.__suppress_context__)
try: raise ValueError
except ValueError as e: print(repr(e),e.args,str(e)=='')
try: raise 5
except TypeError as e: print(e)
try: assert 1==2,'msg'
except AssertionError as e: print(e)
try: [].pop()
except (KeyError,IndexError) as e: print(type(e).__name__,e)
for code in ['{}["k"]','[][1]','int("x")','"a"+1','None.x','len(5)','foo','1/0','[1,2].index(5)','"abc".index("z")','{}.pop("a")','set().pop()','next(iter([]))','"a"*"b"','[1]<["a"]','sorted([1,"a"])','{[]}','int([])','float("x")','chr(-1)','ord("ab")','range(1.5)','"%d"%"a"','(1).foo()','f(1)','max([])','sum("a")','abs("x")','round("x")','open','dict([1])','tuple(5)','zip(1)','list(None)','"".join([1])','bytes([300])','import_x','pow(2,-1,4)','divmod(1,0)','1%0','1.0//0','2**-1','0**-1','[1,2,3][1:2:0]','range(0,1,0)','a,b=1','a,b=[1]','a,b=[1,2,3]','a,*b=[]','"abc"[5]','(1,2)[5]','b"abc"[5]','[1][1.5]','{1:2}[3]','type("X",(int,str),{})','object.x','super().x','del zz','lambda:0+x','isinstance(1,1)','iter(5)','reversed(5)','enumerate(5)','hash([])','hash({})','hash(set())','globals()["q"]','"{} {}".format(1)','"abc".encode("xx")','b"\\xff".decode()','"é".encode("ascii")','complex("x")','print(1,foo=2)','int("5",1)','int(5,5)','str(b"x","xx")','"x".zfill("a")','"x".center()','[].append()','[].append(1,2)','[].insert(1)','{}.update(1)','{}.fromkeys()','set([[]])','frozenset(1)','getattr(1,"x")','setattr(1,"x",1)','delattr(1,"x")','vars(1)','callable()','id()','format(1,2)','bin("x")','oct(1.5)','ascii()','any(1)','all()','__import__("nope")','eval("1+")','exec("x=")']:
    try:
        exec(code); print('ok',code)
    except Exception as e: print(code,'->',type(e).__name__,e)
