"""abc: classes that say what others have to have."""


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if getattr(value, "__isabstractmethod__", False):
        return True
    for name in ("fget", "fset", "fdel", "__func__"):
        if getattr(getattr(value, name, None), "__isabstractmethod__", False):
            return True
    return False


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._abc_registry = []
        return update_abstractmethods(cls)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(cls, subclass) and cls is not subclass:
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        global _token
        _token += 1
        return subclass

    def _abc_registry_clear(cls):
        cls._abc_registry.clear()

    # Nothing is remembered.
    def _abc_caches_clear(cls):
        pass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for other in cls.__dict__["_abc_registry"]:
            if issubclass(subclass, other):
                return True
        for other in cls.__subclasses__():
            if issubclass(subclass, other):
                return True
        return False

    def __subclasshook__(cls, subclass):
        return NotImplemented


def update_abstractmethods(cls):
    found = set()
    for name, value in cls.__dict__.items():
        if _is_abstract(value):
            found.add(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(_lookup(cls, name)):
                found.add(name)
    cls.__abstractmethods__ = frozenset(found)
    return cls


def _lookup(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]


class ABC(metaclass=ABCMeta):
    __slots__ = ()


_token = 0  # how often something was registered


def get_cache_token():
    return _token


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True
