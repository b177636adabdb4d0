"""functools: what is called most is C, and in _functools."""

from types import GenericAlias, MappingProxyType, UnionType

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from abc import get_cache_token
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
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else not result

    def or_equal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else result or self == other

    def and_not_equal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else result and self != other

    def not_and_not_equal(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else not result and self != other

    def not_or_equal(self, other):
        result = getattr(type(self), root)(self, other)
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
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property." % (
                type(instance).__name__, self.attrname))
        value = cache[self.attrname] = self.func(instance)
        return value


class partialmethod:
    def __init__(*args, **keywords):
        self, func = args[:2]
        args = args[2:]
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = dict(func.keywords, **keywords)
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args] + ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partialmethod(%s)" % ", ".join(parts)

    def __get__(self, instance, owner=None):
        func = self.func
        if hasattr(func, "__get__"):
            bound = func.__get__(instance, owner)
            if bound is not func:
                return partial(bound, *self.args, **self.keywords)

        def method(first, *args, **keywords):
            return func(first, *(self.args + args), **dict(self.keywords, **keywords))

        return method if instance is None else partial(method, instance)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def _nearest(cls, registry):
    """The class among those registered that is next to cls, with the abstract ones where they would be among its bases."""
    mro = cls.__mro__
    best, at = object, len(mro)
    for found in registry:
        if found in mro:
            place = mro.index(found)
        elif issubclass(cls, found):
            place = max([i for i, base in enumerate(mro) if issubclass(base, found)]) + 0.5
        else:
            continue
        if place < at or place == at and issubclass(found, best):
            best, at = found, place
        elif place == at and not issubclass(best, found):
            raise RuntimeError("Ambiguous dispatch: %s or %s" % (best, found))
    return best


def singledispatch(func):
    registry = {object: func}
    cache = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None and token != get_cache_token():
            token = get_cache_token()
            cache.clear()
        found = cache.get(cls)
        if found is None:
            found = cache[cls] = registry[cls if cls in registry else _nearest(cls, registry)]
        return found

    def choices(cls):
        # The classes that it names; none: it is something else.
        found = cls.__args__ if isinstance(cls, UnionType) or getattr(cls, "__origin__", None) is _union() else (cls,)
        return found if all([isinstance(c, type) and not isinstance(c, GenericAlias) for c in found]) else ()

    def register(cls, func=None):
        if choices(cls):
            if func is None:
                return lambda func: register(cls, func)
        elif func is not None:
            raise TypeError("Invalid first argument to `register()`. %r is not a class or union type." % (cls,))
        else:
            func = cls
            if not getattr(func, "__annotations__", None):
                raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function." % (cls,))
            from typing import get_type_hints

            name, cls = next(iter(get_type_hints(func).items()))
            if not choices(cls):
                raise TypeError("Invalid annotation for %r. %r is not a class." % (name, cls))
        nonlocal token
        for choice in choices(cls):
            registry[choice] = func
            if hasattr(choice, "__abstractmethods__"):
                token = -1  # what is registered with it later counts, too
        cache.clear()
        return func

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % name)
        found = cache.get(args[0].__class__) if token is None else None
        return (found or dispatch(args[0].__class__))(*args, **kwargs)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    return update_wrapper(wrapper, func)


def _union():
    from typing import Union

    return Union


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(instance, owner)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
