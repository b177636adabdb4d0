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


class mappingproxy:
    __module__ = "builtins"

    def __init__(self, mapping):
        if not hasattr(mapping, "__getitem__") or isinstance(mapping, (list, tuple, str)):
            raise TypeError("mappingproxy() argument must be a mapping, not %s" % type(mapping).__name__)
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
        return self._mapping == (_plain(other))

    def __repr__(self):
        return "mappingproxy(%r)" % (self._mapping,)

    def __str__(self):
        return str(self._mapping)

    def __or__(self, other):
        return self._mapping | (_plain(other))

    def __ror__(self, other):
        return _plain(other) | self._mapping

    def __reversed__(self):
        return reversed(self._mapping)

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


def _plain(mapping):
    return mapping._mapping if isinstance(mapping, mappingproxy) else mapping


MappingProxyType = mappingproxy


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
        else:
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved.extend(entries)
    return tuple(resolved) if resolved != list(bases) else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    for base in bases if isinstance(meta, type) else ():
        if issubclass(type(base), meta):
            meta = type(base)
        elif not issubclass(meta, type(base)):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases")
    return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}, kwds


def coroutine(func):
    return func
