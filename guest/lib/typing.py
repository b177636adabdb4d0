"""typing: names for annotations. Nothing is checked when a program runs."""

import collections
import collections.abc as _abc
from abc import ABCMeta

TYPE_CHECKING = False


def _name(t):
    if t is None or t is type(None):
        return "None" if t is None else "NoneType"
    if t is Ellipsis:
        return "..."
    if isinstance(t, type) and not hasattr(t, "__origin__"):
        module = getattr(t, "__module__", "builtins")
        return t.__qualname__ if module == "builtins" else module + "." + t.__qualname__
    if isinstance(t, (list, tuple)):
        return "[" + ", ".join([_name(item) for item in t]) + "]"
    return repr(t)


def _type(t):
    return type(None) if t is None else ForwardRef(t) if isinstance(t, str) else t


class _Form:
    """What can stand in an annotation, and be joined with |."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Special(_Form):
    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, item):
        if self._getitem is None:
            raise TypeError("typing.%s is not generic" % self._name)
        return self._getitem(self, item)

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate %r" % self)

    def __hash__(self):
        return hash(self._name)

    def __reduce__(self):
        return self._name

    def __instancecheck__(self, instance):
        raise TypeError("%r cannot be used with isinstance()" % self)

    __subclasscheck__ = __instancecheck__


class _Alias(_Form):
    """An origin with its arguments: List[int], or a generic class of the program's."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__module__ = "typing" if name else getattr(origin, "__module__", "typing")

    @property
    def __parameters__(self):
        return _parameters(self.__args__)

    def __repr__(self):
        name = "typing." + self._name if self._name else _name(self.__origin__)
        args = self.__args__
        if self._name == "Callable" and args:
            first = "..." if len(args) == 2 and args[0] is Ellipsis else "[" + ", ".join([_name(a) for a in args[:-1]]) + "]"
            return "%s[%s, %s]" % (name, first, _name(args[-1]))
        if self._name == "Literal":
            return "%s[%s]" % (name, ", ".join([repr(arg) for arg in args]))
        if self._name == "Annotated":
            return "%s[%s, %s]" % (name, _name(self.__origin__), ", ".join([repr(a) for a in self.__metadata__]))
        return "%s[%s]" % (name, ", ".join([_name(arg) for arg in args]) if args else "()")

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._name == "Union" == other._name:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, frozenset(self.__args__) if self._name == "Union" else self.__args__))

    def __getitem__(self, item):
        items = item if isinstance(item, tuple) else (item,)
        parameters = self.__parameters__
        if not parameters:
            raise TypeError("%r is not a generic class" % self)
        if len(items) != len(parameters):
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(items) > len(parameters) else "few", self, len(items), len(parameters)))
        return _replaced(self, dict(zip(parameters, [_type(item) for item in items])))

    def __call__(self, *args, **kwargs):
        if self.__origin__ is Union or self._name == "Literal":
            raise TypeError("Cannot instantiate %r" % self)
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name[:2] == "__" or name == "_name":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if self._name in ("Union", "Literal"):
            raise TypeError("Cannot subclass %r" % self)
        # Of a class that is there anyway, or comes from a later one, no Generic.
        if self.__origin__ is Generic:
            for base in bases[bases.index(self) + 1 :]:
                if isinstance(base, _Alias) or isinstance(base, type) and issubclass(base, Generic):
                    return ()
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        if self._name == "Union":
            return any(isinstance(instance, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self._name == "Union":
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


_GenericAlias = _Alias  # some packages ask for it by this name


class _Bare(_Form):
    """List, Dict and the like, which stand for a class."""

    def __init__(self, name, origin, maximum=None):
        self._name = name
        self.__origin__ = origin
        self._maximum = maximum

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, item):
        items = tuple([_type(i) for i in item]) if isinstance(item, tuple) else (_type(item),)
        if self._maximum is not None and len(items) != self._maximum:
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % (
                "many" if len(items) > self._maximum else "few", self, len(items), self._maximum))
        return _Alias(self.__origin__, items, self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (
                self._name, self.__origin__.__name__))
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __hash__(self):
        return hash(self._name)


def _parameters(args):
    found = []
    for arg in args:
        for t in (arg,) if isinstance(arg, TypeVar) else getattr(arg, "__parameters__", ()):
            if isinstance(t, TypeVar) and t not in found:
                found.append(t)
    return tuple(found)


def _replaced(t, values):
    if isinstance(t, TypeVar):
        return values.get(t, t)
    if not _parameters((t,)):
        return t
    args = tuple([_replaced(arg, values) for arg in t.__args__])
    if not isinstance(t, _Alias):
        return t.__origin__[args]
    return Union[args] if t._name == "Union" else _Alias(t.__origin__, args, t._name)


def _union(self, item):
    if item == ():
        raise TypeError("Cannot take a Union of no types.")
    args = []
    for arg in item if isinstance(item, tuple) else (item,):
        arg = _type(arg)
        parts = arg.__args__ if _is_union(arg) else (arg,)
        for part in parts:
            if part not in args:
                args.append(part)
    return args[0] if len(args) == 1 else _Union(Union, tuple(args), "Union")


def _is_union(t):
    return isinstance(t, _Union) or type(t).__name__ == "UnionType"


class _Union(_Alias):
    def __repr__(self):
        args = self.__args__
        if type(None) in args and len(args) == 2:
            return "typing.Optional[%s]" % _name(args[0] if args[1] is type(None) else args[1])
        if type(None) in args:
            return "typing.Union[%s]" % ", ".join([_name(arg) for arg in args])
        return _Alias.__repr__(self)


def _callable(self, item):
    args, result = item
    args = tuple([_type(arg) for arg in args]) if isinstance(args, list) else (args,)
    return _Alias(_abc.Callable, args + (_type(result),), "Callable")


def _literal(self, item):
    args = []
    for arg in item if isinstance(item, tuple) else (item,):
        for value in arg.__args__ if isinstance(arg, _Alias) and arg._name == "Literal" else (arg,):
            if not any(value == other and type(value) is type(other) for other in args):
                args.append(value)
    return _Alias(Literal, tuple(args), "Literal")


def _annotated(self, item):
    alias = _Alias(_type(item[0]), (_type(item[0]),), "Annotated")
    alias.__metadata__ = tuple(item[1:])
    return alias


def _one(self, item):
    return _Alias(self, (_type(item),), self._name)


def _several(self, item):
    return _Alias(self, item if isinstance(item, tuple) else (item,), self._name)


Any = _Special("Any")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
Union = _Special("Union", _union)
Optional = _Special("Optional", lambda self, item: Union[item, None])
Literal = _Special("Literal", _literal)
Annotated = _Special("Annotated", _annotated)
ClassVar = _Special("ClassVar", _one)
Final = _Special("Final", _one)
Required = _Special("Required", _one)
NotRequired = _Special("NotRequired", _one)
TypeGuard = _Special("TypeGuard", _one)
Unpack = _Special("Unpack", _one)
Concatenate = _Special("Concatenate", _several)


class _CallableForm(_Bare):
    def __getitem__(self, item):
        return _callable(self, item)


List = _Bare("List", list, 1)
Dict = _Bare("Dict", dict, 2)
Set = _Bare("Set", set, 1)
FrozenSet = _Bare("FrozenSet", frozenset, 1)
Tuple = _Bare("Tuple", tuple)
Type = _Bare("Type", type, 1)
Deque = _Bare("Deque", collections.deque, 1)
DefaultDict = _Bare("DefaultDict", collections.defaultdict, 2)
OrderedDict = _Bare("OrderedDict", collections.OrderedDict, 2)
Counter = _Bare("Counter", collections.Counter, 1)
ChainMap = _Bare("ChainMap", collections.ChainMap, 2)
Callable = _CallableForm("Callable", _abc.Callable)
Hashable = _Bare("Hashable", _abc.Hashable, 0)
Sized = _Bare("Sized", _abc.Sized, 0)
Iterable = _Bare("Iterable", _abc.Iterable, 1)
Iterator = _Bare("Iterator", _abc.Iterator, 1)
Reversible = _Bare("Reversible", _abc.Reversible, 1)
Container = _Bare("Container", _abc.Container, 1)
Collection = _Bare("Collection", _abc.Collection, 1)
Sequence = _Bare("Sequence", _abc.Sequence, 1)
MutableSequence = _Bare("MutableSequence", _abc.MutableSequence, 1)
ByteString = _Bare("ByteString", _abc.ByteString, 0)
AbstractSet = _Bare("AbstractSet", _abc.Set, 1)
MutableSet = _Bare("MutableSet", _abc.MutableSet, 1)
Mapping = _Bare("Mapping", _abc.Mapping, 2)
MutableMapping = _Bare("MutableMapping", _abc.MutableMapping, 2)
MappingView = _Bare("MappingView", _abc.MappingView, 1)
KeysView = _Bare("KeysView", _abc.KeysView, 1)
ItemsView = _Bare("ItemsView", _abc.ItemsView, 2)
ValuesView = _Bare("ValuesView", _abc.ValuesView, 1)
Generator = _Bare("Generator", _abc.Generator, 3)
Awaitable = _Bare("Awaitable", _abc.Awaitable, 1)
Coroutine = _Bare("Coroutine", _abc.Coroutine, 3)
AsyncIterable = _Bare("AsyncIterable", _abc.AsyncIterable, 1)
AsyncIterator = _Bare("AsyncIterator", _abc.AsyncIterator, 1)
AsyncGenerator = _Bare("AsyncGenerator", _abc.AsyncGenerator, 2)


class TypeVar(_Form):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield self


AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


class ForwardRef(_Form):
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class NewType(_Form):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return self.__module__ + "." + self.__qualname__


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, item):
        items = item if isinstance(item, tuple) else (item,)
        if cls not in (Generic, Protocol):
            expected = len(_class_parameters(cls))
            if not expected:
                raise TypeError("%s is not a generic class" % _shown(cls))
            if len(items) != expected and not any(isinstance(t, TypeVarTuple) for t in _class_parameters(cls)):
                raise TypeError("Too %s arguments for %s; actual %d, expected %d" % (
                    "many" if len(items) > expected else "few", _shown(cls), len(items), expected))
        return _Alias(cls, tuple([_type(i) for i in items]))

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.__parameters__ = _class_parameters(cls)


def _shown(cls):
    return "<class '%s'>" % _name(cls)


def _class_parameters(cls):
    bases = cls.__dict__.get("__orig_bases__", ())
    for base in bases:
        if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
            return _parameters(base.__args__)
    return _parameters(bases)


class _ProtocolMeta(ABCMeta):
    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all(hasattr(instance, name) for name in _protocol_names(cls)):
                return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        if cls.__dict__.get("_is_runtime_protocol"):
            if all(hasattr(subclass, name) for name in _protocol_names(cls)):
                return True
        return super().__subclasscheck__(subclass)


_NO_MEMBERS = ("__module__", "__qualname__", "__doc__", "__slots__", "__dict__", "__parameters__", "__orig_bases__",
               "__abstractmethods__", "__annotations__", "__init__", "__new__", "__class_getitem__", "__init_subclass__",
               "__subclasshook__", "_abc_registry", "_is_protocol", "_is_runtime_protocol", "__weakref__", "__match_args__")


def _protocol_names(cls):
    names = []
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol") and base is not Protocol:
            names.extend(base.__dict__.get("__annotations__", ()))
            names.extend([name for name in base.__dict__ if name not in _NO_MEMBERS])
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
    cls._is_runtime_protocol = True
    return cls


def _supports(name, method):
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), {method: lambda self: None, "__module__": "typing"}))


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        fields = namespace.get("__annotations__", {})
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s %s" % (
                    field, "s" if len(defaults) > 1 else "", ", ".join([f for f in fields if f in namespace])))
        made = collections.namedtuple(name, list(fields), defaults=defaults, module=namespace.get("__module__"))
        own = {key: value for key, value in namespace.items() if key not in fields}
        own["__slots__"] = ()
        rest = tuple([base for base in bases if base is not _NamedTuple])
        return type(name, (made,) + rest, own)


class _NamedTupleForm:
    def __call__(self, typename, fields=None, **kwargs):
        types = dict(fields if fields is not None else kwargs)
        made = type(typename, (collections.namedtuple(typename, list(types)),), {"__slots__": ()})
        made.__annotations__ = types
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


_NamedTuple = type.__new__(_NamedTupleMeta, "_NamedTuple", (), {})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        cls = type.__new__(meta, name, (dict,), namespace)
        annotations = {}
        required, optional = [], []
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required.extend(getattr(base, "__required_keys__", ()))
            optional.extend(getattr(base, "__optional_keys__", ()))
        for key, value in namespace.get("__annotations__", {}).items():
            annotations[key] = value
            origin = get_origin(value)
            is_required = origin is Required or total and origin is not NotRequired
            (required if is_required else optional).append(key)
        cls.__annotations__ = annotations
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    def __call__(self, typename, fields=None, total=True, **kwargs):
        namespace = {"__annotations__": dict(fields if fields is not None else kwargs)}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDict = type.__new__(_TypedDictMeta, "_TypedDict", (dict,), {})
TypedDict = _TypedDictForm()


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


def _lazy(name):
    import re

    return _Bare(name, type(re.compile("")) if name == "Pattern" else type(re.match("", "")), 1)


def __getattr__(name):
    if name in ("Pattern", "Match"):
        return _lazy(name)
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        return _Bare(name, getattr(contextlib, "Abstract" + name), 1)
    raise AttributeError("module 'typing' has no attribute '%s'" % name)


def cast(typ, val):
    return val


def assert_type(val, typ):
    return val


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable, but got: %r" % (arg,))


def reveal_type(obj):
    import sys

    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def _not_called(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
        "module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    return _not_called


def _same(arg):
    return arg


final = no_type_check = no_type_check_decorator = override = _same


def get_overloads(func):
    return []


def clear_overloads():
    pass


def dataclass_transform(**kwargs):
    return _same


def is_typeddict(tp):
    return isinstance(type(tp), type) and type(tp) is _TypedDictMeta


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if tp._name == "Annotated" else tp.__origin__
    return Generic if tp is Generic else getattr(tp, "__origin__", None)


def get_args(tp):
    if isinstance(tp, _Alias):
        if tp._name == "Annotated":
            return (tp.__origin__,) + tp.__metadata__
        if tp._name == "Callable" and not (len(tp.__args__) == 2 and tp.__args__[0] is Ellipsis):
            return (list(tp.__args__[:-1]), tp.__args__[-1])
        return tp.__args__
    return getattr(tp, "__args__", ())


def _evaluated(t, names):
    if isinstance(t, ForwardRef):
        t = t.__forward_arg__
    if isinstance(t, str):
        t = _evaluated(eval(t, names), names)
    if isinstance(t, _Alias) and any(isinstance(arg, ForwardRef) for arg in t.__args__):
        args = tuple([_evaluated(arg, names) for arg in t.__args__])
        return Union[args] if t._name == "Union" else _Alias(t.__origin__, args, t._name)
    return _type(t)


def _eval_type(t, globalns, localns=None, recursive_guard=frozenset()):
    return _evaluated(t, dict(globalns or (), **(localns or {})))


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys

    hints = {}
    for owner in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        names = globalns
        if names is None:
            names = getattr(owner, "__globals__", None)
        if names is None:
            module = sys.modules.get(getattr(owner, "__module__", "__main__")) or sys.modules.get("__main__")
            names = getattr(module, "__dict__", {})
        names = dict(names)
        names.update(localns or {})
        own = owner.__dict__.get("__annotations__", {}) if isinstance(obj, type) else getattr(owner, "__annotations__", {})
        for key, value in own.items():
            value = _evaluated(value, names)
            if not include_extras and isinstance(value, _Alias) and value._name == "Annotated":
                value = value.__origin__
            hints[key] = value
    return hints
