# Exception groups: split, subgroup, derive
eg=ExceptionGroup("top",[ValueError("a"),ExceptionGroup("in",[TypeError("b"),ValueError("c")])])
print(eg, repr(eg), eg.message, eg.exceptions)
m,r=eg.split(ValueError); print(repr(m),repr(r))
print(repr(eg.subgroup(TypeError)), eg.subgroup(KeyError))
print(repr(eg.subgroup(lambda e: isinstance(e,TypeError))))
print(repr(eg.derive([KeyError(1)])))
m,r=eg.split((ValueError,TypeError)); print(repr(m),r)
class MyG(ExceptionGroup):
    def derive(self,excs): return MyG(self.message,excs)
x=MyG('z',[ValueError(1),TypeError(2)])
print(repr(x.split(ValueError)))
for a in (lambda:ExceptionGroup('x',[]),lambda:ExceptionGroup('x',[1]),lambda:ExceptionGroup(1,[ValueError()]),lambda:ExceptionGroup('x',[KeyboardInterrupt()])):
    try: a()
    except Exception as e: print(type(e).__name__,e)
print(type(BaseExceptionGroup('x',[ValueError()])), type(BaseExceptionGroup('x',[KeyboardInterrupt()])))
