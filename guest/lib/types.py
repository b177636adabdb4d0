"""types: the types that have no name among the builtins."""


def _function():
    pass


def _generator():
    yield


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
BuiltinFunctionType = BuiltinMethodType = type(len)
GeneratorType = type(_generator())
MethodType = type(_Class().method)
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
import sys as _sys

_module = type(_sys)


class _ModuleMeta(type):
    def __instancecheck__(cls, object):
        return cls in type(object).__mro__ or (cls is ModuleType and isinstance(object, _module))


# Modules are of a type that cannot be inherited from; those that programs make are of this one.
class ModuleType(metaclass=_ModuleMeta):
    def __init__(self, name, doc=None):
        self.__name__ = name
        self.__doc__ = doc

    def __repr__(self):
        return "<module %r>" % self.__name__


from _waiting import coroutine as CoroutineType, async_generator as AsyncGeneratorType

try:
    GenericAlias = type(list[int])
    UnionType = type(int | str)
except TypeError:
    pass
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)
    # A function's, a compiled text's, and an entry's.
    _codes = type(_function.__code__), type(compile("", "", "exec")), type(_error.__traceback__.tb_frame.f_code)


class _CodeMeta(type):
    def __instancecheck__(cls, object):
        return type(object) in _codes


class CodeType(metaclass=_CodeMeta):
    pass


_shown = []  # what a repr() is being made of


class SimpleNamespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown:
            return name + "(...)"
        _shown.append(id(self))
        try:
            return "%s(%s)" % (name, ", ".join(["%s=%r" % item for item in self.__dict__.items()]))
        finally:
            _shown.pop()

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__


class MappingProxyType:
    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __repr__(self):
        return "mappingproxy(%r)" % (self._mapping,)

    def __str__(self):
        return str(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    bases = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, bases, kwds)
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            resolved.extend(base.__mro_entries__(bases))
        else:
            resolved.append(base)
    return tuple(resolved)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}, kwds


def coroutine(func):
    return func
