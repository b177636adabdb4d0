import csv, io, random
random.seed(3)
def show(f):
    try: return f()
    except Exception as e: return type(e).__name__+': '+str(e)
def opts():
    o={}
    if random.random()<.3: o['delimiter']=random.choice(';|\t ')
    if random.random()<.3: o['quotechar']=random.choice(["'",'"',None])
    if random.random()<.3: o['escapechar']=random.choice(['\\','^',None])
    if random.random()<.3: o['doublequote']=random.random()<.5
    if random.random()<.3: o['skipinitialspace']=random.random()<.5
    if random.random()<.3: o['quoting']=random.randint(0,3)
    if random.random()<.3: o['strict']=random.random()<.5
    return o
for i in range(400):
    o=opts()
    text=[''.join(random.choice('ab1,;"\'\\^ \n\r2.') for _ in range(random.randint(0,8)))+random.choice(['\n','\r\n','']) for _ in range(random.randint(0,4))]
    def rd():
        r=csv.reader(text,**o); out=[]
        try:
            for row in r: out.append((row,r.line_num))
        except Exception as e: out.append(type(e).__name__+str(e))
        return out
    print(i,o,text,show(rd))
    rows=[[random.choice(['','a','b c','x,y','q"r',"s't",'u\nv','w\\x',1,2.5,None,True,' lead','a;b','^', 'tr ',-0.0,1e30,'\r']) for _ in range(random.randint(0,4))] for _ in range(2)]
    def wr():
        f=io.StringIO(newline=''); w=csv.writer(f,**o); w.writerows(rows); return f.getvalue()
    print(rows,show(wr))
S=["a,b,c\n1,2,3\n4,5,6\n","name|age|x\n'Jo'|5|1\n'An b'|6|2\n","a;b\n1;2\n","one two\n1 2\n","x\ty\n1\t2\n","'a';'b c';3\n'd';'e';4\n",'"x", "y", "z"\n"1", "2", "3"\n',"nothing\nhere\n","","a:b:c\n1:2:3\n","Harry's,B,0\nOsc,'x',4\n", "2020-01-02,3\n2020-01-03,4\n", 'date;v\n2020-01-02;3,5\n2020-01-03;4,6\n','"a""b",c\n"d",e\n']
for s in S:
    def sn():
        d=csv.Sniffer().sniff(s); return (d.delimiter,d.quotechar,d.doublequote,d.skipinitialspace,d.lineterminator,d.quoting)
    print(repr(s),show(sn),show(lambda: csv.Sniffer().has_header(s)),show(lambda: csv.Sniffer().sniff(s,delimiters=',;').delimiter))
class D(csv.Dialect):
    delimiter=';'
class E(csv.excel): delimiter=';'
csv.register_dialect('e',E); csv.register_dialect('pipes',delimiter='|',quoting=csv.QUOTE_ALL)
for f in (lambda: D(), lambda: csv.reader([],D), lambda: list(csv.reader(['a;b'],E)), lambda: list(csv.reader(['a;b'],'e')), lambda: csv.get_dialect('e').delimiter, lambda: csv.get_dialect('zz'),lambda: csv.reader([],delimiter='ab'), lambda: csv.reader([],foo=1), lambda: csv.writer(5), lambda: csv.reader(5), lambda: csv.list_dialects(), lambda: csv.reader([],quoting=9), lambda: csv.reader([],lineterminator=None), lambda: csv.excel.delimiter, lambda: csv.field_size_limit(), lambda: csv.get_dialect('pipes').quoting, lambda: list(csv.DictReader(['a,b','1,2,3','4'])), lambda: list(csv.DictReader(['a,b','','1,2,3','4'],restkey='r',restval='v')), lambda: csv.reader([],quotechar=''), lambda: csv.reader([],delimiter=None), lambda: csv.reader([], quoting='x'), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.writer(io.StringIO()).writerow('abc'),lambda: next(csv.reader([b'a']))): print(show(f))
