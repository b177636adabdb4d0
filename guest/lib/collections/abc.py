"""collections.abc: what can do what. A class with the methods is one of the simple
ones; of the others, one that says so."""

from abc import ABCMeta, abstractmethod
from _functools import _lru_cache_wrapper, partial
from array import array
from operator import attrgetter, itemgetter, methodcaller
from ucollections import deque


_UNHASHABLE = (list, dict, set, bytearray, deque, type({}.keys()), type({}.items()))
_CALLABLE = (type, type(len), type(print), type(globals), type(divmod), type(setattr), type([].append), type(lambda: 0), type((lambda x: lambda: x)(0)), type(lambda: (yield)),
             type(list.append), type(int.__add__), staticmethod, _lru_cache_wrapper, partial, itemgetter, attrgetter, methodcaller)


def _has(*names):
    # Every class with these methods is one.
    def hook(cls, subclass):
        if "_needs" in cls.__dict__:
            for name in names:
                if getattr(subclass, name, None) is None:
                    return NotImplemented
            return True
        return NotImplemented

    return classmethod(hook)


class _Generic(metaclass=ABCMeta):
    __slots__ = ()

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class Hashable(metaclass=ABCMeta):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is Hashable:
            for base in subclass.__mro__:
                if base in _UNHASHABLE:
                    return NotImplemented
                if "__hash__" in base.__dict__:
                    return NotImplemented if base.__dict__["__hash__"] is None else True
            return True
        return NotImplemented


class Sized(metaclass=ABCMeta):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _has("__len__")


class Container(_Generic):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _has("__contains__")


class Callable(_Generic):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwargs):
        return False

    @classmethod
    def __subclasshook__(cls, subclass):
        # A class itself can be called, so a look at it does not tell.
        if cls is Callable and (issubclass(subclass, _CALLABLE) or any("__call__" in c.__dict__ for c in subclass.__mro__)):
            return True
        return NotImplemented


class Iterable(_Generic):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        return iter(())

    __subclasshook__ = _has("__iter__")


class Iterator(Iterable):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _has("__iter__", "__next__")


class Reversible(Iterable):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        return iter(())

    __subclasshook__ = _has("__reversed__", "__iter__")


class Generator(Iterator):
    _needs = True
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise val or typ

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")

    __subclasshook__ = _has("__iter__", "__next__", "send", "throw", "close")


class Awaitable(_Generic):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        return iter(())

    __subclasshook__ = _has("__await__")


class Coroutine(Awaitable):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise val or typ

    def close(self):
        pass

    __subclasshook__ = _has("__await__", "send", "throw", "close")


class AsyncIterable(_Generic):
    _needs = True
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return self

    __subclasshook__ = _has("__aiter__")


class AsyncIterator(AsyncIterable):
    _needs = True
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _has("__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    _needs = True
    __slots__ = ()

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise val or typ

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _has("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Collection(Sized, Iterable, Container):
    _needs = True
    __slots__ = ()
    __subclasshook__ = _has("__len__", "__iter__", "__contains__")


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self <= other

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self >= other

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self <= other

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        for value in list(self):
            self.discard(value)

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in list(it):
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it):
        for value in list(it):
            self.discard(value)
        return self


class Mapping(Collection):
    __slots__ = ()
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    __slots__ = ()
    _none = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_none):
        try:
            value = self[key]
        except KeyError:
            if default is MutableMapping._none:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), **kwds):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._mapping)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
            return found is value or found == value
        except KeyError:
            return False

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(value is other or value == other for other in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        n = len(self)
        start = max(n + start, 0) if start < 0 else start
        stop = n if stop is None else stop + n if stop < 0 else min(stop, n)
        for i in range(start, stop):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)


class ByteString(Sequence):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


for _base, _types in (
    (Set, (frozenset, type({}.keys()), type({}.items()))),
    (MutableSet, (set,)),
    (MutableMapping, (dict,)),
    (Sequence, (tuple, str, range, memoryview)),
    (ByteString, (bytes, bytearray)),
    (MutableSequence, (list, bytearray, deque, array)),
    (KeysView, (type({}.keys()),)),
    (ItemsView, (type({}.items()),)),
    (ValuesView, (type({}.values()),)),
    (Generator, (type((lambda: (yield))()),)),
):
    for _type in _types:
        _base.register(_type)
del _base, _types, _type
