"""functools: what is called most is C, and in _functools."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        values = getattr(wrapped, name, {})
        if name != "__dict__":
            getattr(wrapper, name).update(values)
            continue
        # A function without attributes has no dictionary yet that could be changed.
        for key, value in values.items():
            try:
                setattr(wrapper, key, value)
            except (AttributeError, TypeError):
                pass
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


_CacheInfo = namedtuple("CacheInfo", ("hits", "misses", "maxsize", "currsize"))


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed, _CacheInfo), maxsize)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda fun: update_wrapper(_lru_cache_wrapper(fun, maxsize, typed, _CacheInfo), fun)


def cache(user_function):
    return lru_cache(None)(user_function)


def _from(root, name):
    # How each comparison follows from the one that the class has.
    def opposite(self, other):
        result = getattr(self, root)(other)
        return result if result is NotImplemented else not result

    def or_equal(self, other):
        result = getattr(self, root)(other)
        return result if result is NotImplemented else result or self == other

    def and_not_equal(self, other):
        result = getattr(self, root)(other)
        return result if result is NotImplemented else result and self != other

    def not_and_not_equal(self, other):
        result = getattr(self, root)(other)
        return result if result is NotImplemented else not result and self != other

    def not_or_equal(self, other):
        result = getattr(self, root)(other)
        return result if result is NotImplemented else not result or self == other

    strict = root in ("__lt__", "__gt__")
    same_way = root[2] == name[2]
    if same_way:
        method = or_equal if strict else and_not_equal
    elif (name in ("__lt__", "__gt__")) == strict:
        method = not_and_not_equal if strict else not_or_equal
    else:
        method = opposite
    method.__name__ = name
    return method


def total_ordering(cls):
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    roots = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # CPython's preference: __lt__, then __le__, __gt__, __ge__.
    root = roots[0]
    for name in names:
        if name not in roots:
            setattr(cls, name, _from(root, name))
    return cls


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, "__doc__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names (%r and %r)."
                            % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = instance.__dict__[self.attrname] = self.func(instance)
        return value


class partialmethod:
    def __init__(self, func, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        func = self.func
        if hasattr(func, "__get__") and not callable(func):
            return partial(func.__get__(instance, owner), *self.args, **self.keywords)
        if instance is None:
            return lambda first, *args, **kwargs: func(first, *(self.args + args), **dict(self.keywords, **kwargs))
        return partial(func, instance, *self.args, **self.keywords)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        for base in registry:
            if base is not object and issubclass(cls, base):
                return registry[base]
        return func

    def register(cls, func=None):
        if func is not None:
            registry[cls] = func
            return func
        if isinstance(cls, type):
            return lambda func: register(cls, func)
        annotations = getattr(cls, "__annotations__", None)
        if not annotations:
            raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` "
                            "or plain `@register` on an annotated function." % (cls,))
        for annotation in annotations.values():
            for choice in getattr(annotation, "__args__", None) or (annotation,):
                registry[choice] = cls
            break
        return cls

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % func.__name__)
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(type(args[0]))
            if hasattr(found, "__get__"):
                return found.__get__(instance, owner)(*args, **kwargs)
            return found(instance, *args, **kwargs)

        method.register = self.register
        return method
