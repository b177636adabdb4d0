"""copyreg: functions that take objects apart for pickle and copy."""

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


# What object.__reduce__() says: the class, its built-in part, and what it remembers.
def _reduce(self):
    cls = type(self)
    if isinstance(self, BaseException):
        state = dict(getattr(self, "__dict__", ()))
        return (cls, self.args, state) if state else (cls, self.args)
    if cls.__module__ == "builtins":
        raise TypeError("cannot pickle %r object" % cls.__name__)
    base = next((base for base in cls.__mro__ if base.__module__ == "builtins"), object)
    args = cls, base, None if base is object else base(self)
    state = self.__getstate__() if hasattr(self, "__getstate__") else dict(getattr(self, "__dict__", ())) or None
    return (_reconstructor, args) if state is None else (_reconstructor, args, state)
