"""copyreg: how objects are taken apart, for pickle and copy."""

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


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _stream(cls, value, place):
    made = cls(value)
    made.seek(place)
    return made


def _partial(cls, function, args, keywords):
    return cls(function, *args, **keywords)


def _native(cls):
    # The nearest of its bases that no class statement made.
    for base in cls.__mro__:
        if "__module__" not in base.__dict__:
            return base


def _slotnames(cls):
    names = []
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name[:2] == "__" and name[-2:] != "__" and c.__name__.strip("_"):
                name = "_%s%s" % (c.__name__.lstrip("_"), name)
            if name not in ("__dict__", "__weakref__"):
                names.append(name)
    return names


# What object.__getstate__() says.
def _state(self):
    state = getattr(self, "__dict__", None) or None
    if not hasattr(self, "__slots__"):
        return state
    slots = {name: getattr(self, name) for name in _slotnames(type(self)) if hasattr(self, name)}
    return (state, slots) if slots else state


# What object.__reduce__() says: the class, its built-in part, and what it remembers.
def _reduce(self):
    cls = type(self)
    if isinstance(self, BaseException):
        state = dict(getattr(self, "__dict__", ()))
        return (cls, self.args, state) if state else (cls, self.args)
    base = _native(cls)
    if base is cls and base is not object:
        raise TypeError("cannot pickle %r object" % cls.__name__)
    state = self.__getstate__()
    parts = _reconstructor, (cls, base, None if base is object else base(self))
    return parts if state is None else parts + (state,)


# Kinds whose objects are not copied, and known by a name.
_WHOLE = ("function", "builtin_function_or_method", "method_descriptor", "wrapper_descriptor", "_lru_cache_wrapper", "code",
          "GenericAlias", "UnionType", "itemgetter", "attrgetter", "methodcaller")


def _special(self, cls, name):
    # How an object of a built-in kind is made anew; None: by its __new__().
    if name in ("set", "frozenset"):
        return cls, (list(self),), self.__getstate__()
    if name == "bytearray":
        return cls, (bytes(self),), self.__getstate__()
    if name == "array":
        return cls, (self.typecode, list(self)), self.__getstate__()
    if name in ("range", "slice"):
        return cls, (self.start, self.stop, self.step)
    if name == "complex":
        return cls, (self.real, self.imag), self.__getstate__()
    if name == "deque":
        return cls, () if self.maxlen is None else ((), self.maxlen), self.__getstate__(), iter(self)
    if name == "Pattern":
        from re import compile

        return compile, (self.pattern, self.flags)
    if name in ("method", "bound_method"):
        return getattr, (self.__self__, self.__func__.__name__)
    if name == "partial":
        return _partial, (cls, self.func, self.args, self.keywords), self.__getstate__()
    if name in _WHOLE:
        return getattr(self, "__qualname__", name)
    if name in ("ellipsis", "NotImplementedType"):
        return repr(self)
    if name in ("StringIO", "BytesIO"):
        return _stream, (cls, self.getvalue(), self.tell()), self.__getstate__()
    if isinstance(self, BaseException):
        return _reduce(self)


# What object.__reduce_ex__() says.
def _reduce_ex(self, protocol):
    cls = type(self)
    if cls.__reduce__ is not object.__reduce__:
        return self.__reduce__()
    base = _native(cls)
    if base is not object:
        special = _special(self, cls, base.__name__)
        if special is not None:
            return special
    args, options = (), {}
    if hasattr(cls, "__getnewargs_ex__"):
        args, options = self.__getnewargs_ex__()
    elif hasattr(cls, "__getnewargs__"):
        args = self.__getnewargs__()
    elif base is object:
        return __newobj__, (cls,), self.__getstate__(), None, None
    elif base in (int, float, bytes, tuple):
        args = (base(self),)
    elif base is str:
        args = (str.__str__(self),)
    elif not issubclass(base, (list, dict)):
        raise TypeError("cannot pickle %r object" % cls.__name__)
    made = (__newobj_ex__, (cls, args, options)) if options else (__newobj__, (cls,) + tuple(args))
    items = iter(self) if isinstance(self, list) else None
    return made + (self.__getstate__(), items, iter(self.items()) if isinstance(self, dict) else None)
