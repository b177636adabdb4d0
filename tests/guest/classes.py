# Classes: attributes, methods, inheritance, super, class and static methods.
class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self):
        return self.name + " makes " + self.sound()
    def sound(self):
        return "nothing"
    @classmethod
    def make(cls, name):
        return cls(name.upper())
    @staticmethod
    def legs():
        return 4
class Dog(Animal):
    def sound(self):
        return "woof"
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def sound(self):
        return super().sound().upper()
p = Puppy("rex", 1)
print(p.speak(), Dog("fido").speak(), Animal("x").speak(), Animal.count, p.age)
# expect: rex makes WOOF fido makes woof x makes nothing 3 1
print(Dog.make("bob").name, Dog.legs(), p.legs(), type(p).__name__, p.__class__ is Puppy)
# expect: BOB 4 4 Puppy True
print(isinstance(p, Animal), isinstance(p, (int, Dog)), issubclass(Puppy, Animal),
      issubclass(Dog, Puppy))
# expect: True True True False
print(hasattr(p, "age"), getattr(p, "nope", "default"), Puppy.sound(p))  # expect: True default WOOF
setattr(p, "extra", 5)
del p.age
print(p.extra, hasattr(p, "age"))  # expect: 5 False
m = p.speak
print(m())  # expect: rex makes WOOF
class Empty: pass
e = Empty()
e.x = 1
Empty.y = 2
print(e.x + e.y, sorted(e.__dict__.items()))  # expect: 3 [('x', 1)]
try:
    p.missing
except AttributeError as err:
    print(type(err).__name__)
# expect: AttributeError
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
    def only(self): return "only B"
class C(A, B): pass
print(C().who(), C().only())  # expect: A only B
T = type("T", (A,), {"z": 26, "f": lambda self: self.z})
print(T().f(), T().who(), T.__name__)  # expect: 26 A T
