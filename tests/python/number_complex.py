# complex(): from what, as text, divided as CPython does.
print(f"{1+2j:.2f}", format(1.5-2j,'10.1f'), "{:+.3e}".format(3j), f"{1+2j:>20}", f"{complex(1,-0.0)}", (1+2j)**2, pow(2j,2), complex("1+2j"), 1j.real, (3+4j).conjugate(), abs(3+4j))

print(-0j, complex(0,-1), -(0j), complex(-0.0, 0), -1j*0, 1j*-1)

class V:
    def __complex__(self): return 1+2j
class W:
    def __float__(self): return 2.5
class X:
    def __index__(self): return 3
class N:
    def __complex__(self): return "a"
try:
    complex(N())
except TypeError as error:
    print(error)
print(complex(V()), complex(W()), complex(X()), complex(V(), 1))

class MC(complex):
    def __repr__(self): return "MC(%s)"%complex.__repr__(self)
print(MC(1,2), repr(MC(3)), MC(1,2)+1, MC("1+2j"), complex(MC(4)), type(complex(MC(4))))

print((1+2j)/(3-1j), 1j**0.5, 2**1j, (1+1j)==(1+1j), 1j!=1, hash(1j)==hash(1j), (1+0j)==1)
