# Names with two underscores belong to the class.
class A:
    def __private(self): return 'p'
    def pub(self): return self.__private()
    __x = 5
    def getx(self): return self.__x
class B(A):
    def __private(self): return 'B'
print(B().pub(), A().getx(), B()._A__private(), [n for n in sorted(A.__dict__) if 'A__' in n])
