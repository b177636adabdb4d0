# A tokenizer and a calculator
import re
from collections import namedtuple
Token=namedtuple('Token','type value line column')
def tokenize(code):
    keywords={'IF','THEN','ENDIF','FOR','NEXT','GOSUB','RETURN'}
    spec=[('NUMBER',r'\d+(\.\d*)?'),('ASSIGN',r':='),('END',r';'),('ID',r'[A-Za-z]+'),('OP',r'[+\-*/]'),('NEWLINE',r'\n'),('SKIP',r'[ \t]+'),('MISMATCH',r'.')]
    rx='|'.join('(?P<%s>%s)'%p for p in spec)
    ln=1; ls=0
    for mo in re.finditer(rx,code):
        kind=mo.lastgroup; value=mo.group(); col=mo.start()-ls
        if kind=='NUMBER': value=float(value) if '.' in value else int(value)
        elif kind=='ID' and value in keywords: kind=value
        elif kind=='NEWLINE': ls=mo.end(); ln+=1; continue
        elif kind=='SKIP': continue
        elif kind=='MISMATCH': raise RuntimeError(f'{value!r} unexpected on line {ln}')
        yield Token(kind,value,ln,col)
for t in tokenize('IF q THEN\n tot := tot + p * 1.5;\nENDIF;'): print(t)
class Calc:
    def __init__(self,s): self.t=re.findall(r'\d+|[-+*/()^]',s); self.i=0
    def peek(self): return self.t[self.i] if self.i<len(self.t) else None
    def next(self): v=self.peek(); self.i+=1; return v
    def expr(self):
        v=self.term()
        while (op:=self.peek()) in ('+','-'):
            self.next(); r=self.term(); v=v+r if op=='+' else v-r
        return v
    def term(self):
        v=self.factor()
        while (op:=self.peek()) in ('*','/'):
            self.next(); r=self.factor(); v=v*r if op=='*' else v/r
        return v
    def factor(self):
        if self.peek()=='-': self.next(); return -self.factor()
        if self.peek()=='(':
            self.next(); v=self.expr(); assert self.next()==')'; return v
        return int(self.next())
for e in ('1+2*3','(1+2)*3','2*-(3-5)/4'): print(e,'=',Calc(e).expr())
