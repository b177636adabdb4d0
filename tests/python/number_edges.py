# Numbers: parsing, formatting, rounding
for x in (0.1,1/3,1e16,1e15,123456789.123456789,1e-5,0.0001,float('inf'),float('nan'),-0.0,1e22,1e23,5e-324,1.7976931348623157e308,2.5,3.0,1e100):
    print(repr(x),str(x),'%g'%x,'%.3f'%x,'%e'%x,f'{x:.10g}',f'{x:,.2f}',round(x,2) if abs(x)<1e300 else '')
print(round(2.5),round(3.5),round(-2.5),round(2.675,2),round(1234,-2),round(0.5),int(-3.7),-7//2,-7%3,7%-3,divmod(-7,2),2**-1,2**100,10**20//3,1e308*10,0.1+0.2,5//2.0,5%2.5,-5.5//2)
print(float('1e3'),float(' 1_000.5 '),float('-inf'),int('0x1f',16),int('101',2),int('-0b11',0),int(' 42 '),int('1_000'),complex('1+2j'),complex(1,2)*2,abs(3+4j),(1+2j).conjugate(),1j**2,complex(0,-1),complex('j'))
for s in ('','abc','1.5.2','0x','--1','1e',):
    for f in (int,float,complex):
        try: print(f(s))
        except ValueError as e: print(f.__name__,e)
print((0.1).as_integer_ratio(),(2.5).is_integer(),(255).to_bytes(2,'big'),int.from_bytes(b'\x01\x00','little'),(10).bit_length(),float.fromhex('0x1.8p1'),(1.5).hex(),(5).bit_count(), 1e16+1, 123456789012345678901234567890, hash(1.0)==hash(1), 0.1.__repr__())
print(1_000_000, 0xff, 0o17, 0b11, 1e3, .5, 5., 1_0.0_1, 3.14j, 10**-2, 7//0.5, True+1, 3 .real, f'{10**21}', f'{1.0}', f'{1e21}', str(1e21))
import math
print(math.floor(-1.5),math.ceil(1.2),math.trunc(-1.7),math.fsum([.1]*10),math.copysign(1,-0.0),math.modf(1.5),math.frexp(8),math.log(8,2),math.log2(8),math.log10(1000),math.factorial(20),math.degrees(math.pi),math.hypot(3,4),math.inf,-math.inf,math.nan,math.pi,math.e,math.tau)
