# Annotations of variables, in modules and classes.
x: int = 5
y: str
print(__annotations__)
class A:
    a: int = 1
    b: 'str'
    def f(self):
        self.z: int = 3
        return self.z
print(A.__annotations__, A().f())
