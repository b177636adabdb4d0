# Built-in functions and operators, and what they say of wrong arguments.
import sys
def t(s):
    try: print(s, "->", eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)
class A:
    x = 1
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
class It:
    def __iter__(self): return iter([1,2])
class R:
    def __reversed__(self): return iter([9])
class Add:
    def __add__(self, o): return "add"
    def __radd__(self, o): return "radd"
for s in """sum([1,2],10)
sum([[1],[2]],[])
sum([1,2],start=5)
sum(["a"],"")
sum(["a"])
sum([1.5,2])
sum(x for x in [True,True])
sum([b"a"], b"")
sum(5)
min(3,1,2)
min([3,1,2],key=lambda x:-x)
min([],default=7)
min([])
max([])
max(1)
max("abc")
max(1,"a")
max({1:2,5:1})
max(3,5,key=lambda x:-x)
max([1,2],[1,3])
max(1,2,default=3)
min()
list(enumerate("ab",start=5))
list(enumerate("ab",2))
enumerate(5)
list(zip([1,2],"ab"))
list(zip([1,2],"a",strict=True))
list(zip([1],"ab",strict=True))
list(zip([1,2],"ab",strict=True))
list(zip([1,2],"ab",[1],strict=True))
list(zip())
zip(1)
zip([1],2)
list(map(lambda a,b:a+b,[1,2],[3,4,5]))
list(map(None,[1]))
list(filter(None,[0,1,2,""]))
list(filter(lambda x:x>1,[0,1,2]))
list(reversed(A()))
list(reversed(R()))
reversed(5)
list(reversed("abc"))
list(reversed((1,2)))
list(reversed({1:2,3:4}))
reversed({1})
list(reversed(range(5)))
divmod(7,-2),divmod(-7,2),divmod(7.5,2)
divmod("a",1)
all([]),any([]),all([1,0]),any([0,1])
all(5)
abs(-3),abs(-2.5),abs(3+4j)
abs("a")
pow("a",2)
iter(5)
list(iter([1,2,3].pop,1))
next(iter([]),5)
next(iter([]))
callable(len),callable(A),callable(A()),callable(5),callable(lambda:1)
hex(255),oct(8),bin(5),hex(-255),bin(-5),oct(-8)
hex("a")
ord("a"),chr(97),chr(0x1f600),ord(b"a")
ord("ab")
chr(-1)
chr("a")
isinstance(1,int),isinstance(1,(str,int)),isinstance(True,int),isinstance(1,(str,(float,int)))
isinstance(1,5)
issubclass(bool,int),issubclass(int,(str,object)),issubclass(A,A)
issubclass(5,int)
getattr(A,"x"),getattr(A,"y",5),hasattr(A,"x"),hasattr(A,"z")
getattr(A,"zz")
getattr(A(),"zz")
len(A()),len("abc"),len({}),len(range(5))
len(5)
len(x for x in [])
type(5).__name__,type(A()).__name__
5+"a"
"a"+5
5-"a"
[]-[]
{}+{}
None+1
"a"*"b"
5/"a"
5//None
5%[]
5**"a"
5@5
5<<"a"
5&1.5
~1.5
-"a"
+[]
5<"a"
"a"<5
[]<5
None<None
{}<{}
1j<1j
A()<A()
A["x"]
{}[1]
[][0]
()[0]
""[0]
b""[0]
"abc"[10]
"a" in 5
5 in [5]
1 in None
None.foo
(5).foo
"a".foo
[].foo
{}.foo
().foo
A.foo
A().foo
int("12",3),int("0x1f",16),int("ff",16),int(" 5 "),int(3.9)
str(5),str(None),str([1]),str()
bool([]),bool("a"),bool()
Add()+1,1+Add(),sum([Add()],0)
vars(A)["x"]
sorted(dir([]))[-3:]
eval("1+1"),eval("x+1",{"x":5}),eval("x+y",{"x":5},{"y":2})
exec("a=1")
id(1)==id(1)
hash("a")==hash("a"),hash(1.0)==hash(1)
complex(1,2),complex("1+2j")
NotImplemented,Ellipsis,...
bytes(3),bytes([1,2]),bytes("a","utf8")
bytes("a")
frozenset([1]),set("a"),list(frozenset())
slice(1),slice(1,2,3)
range(5),range(1,5,2),range(0)
range(1,2,0)
range(1.5)
range("a")
list(range(10))[::-1]
sys.maxsize
sys.version_info[:2],sys.version_info.major
sys.byteorder
sys.hash_info.modulus
sys.getrecursionlimit()
sys.getsizeof([])>0
sys.intern("a")
sys.exc_info()
isinstance(sys.path,list),isinstance(sys.modules,dict)
sys.maxunicode
sys.implementation.name!=""
sys.getdefaultencoding()
sys.platform!=""
callable(exit),callable(quit)
__name__
globals() is globals(),"sys" in globals()
super
property
staticmethod,classmethod
object()!=object()
repr(object())[:18]
memoryview(b"abc")[1],bytes(memoryview(b"abc")[1:])
compile("1+1","f","eval")!=None
eval(compile("1+1","f","eval"))
__import__("sys") is sys
print(1,2,sep="-",end="!\\n")
print(1,foo=2)
print(sep=5)
print("a",file=None)
list(5 for _ in [1])
dict(a=1)|{"b":2}
(lambda:1).__name__
{1}.remove(2)
{1}|[2]
{1}<[2]
{1}-{1}
frozenset()|{1}
set([[]])
dict([(1,)])
object().foo
A().__class__.__name__
int.__name__,(5).__class__
(5).__add__(3),(5).__eq__(5),"a".__len__(),(5).__lt__(6)
[1,2].__class__ is list
str.upper("a"),list.pop([1])
dict.get({1:2},1)
type("X",(),{"a":1}).a
type("X",(A,),{})().x
1 if True else 2
1<2<3,1<2>3,1==1.0==True
"%d %s"%(1,2)
zip([1],[2]).__next__()
iter([1]).__next__()
type({}.keys()),type({}.values()),type({}.items())""".split("\n"):
    t(s)
