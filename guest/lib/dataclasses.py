"""dataclasses. The methods of a class are written as one text, and compiled once."""

import copy as _copy
import inspect as _inspect
import types as _types
from keyword import iskeyword as _iskeyword


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Factory:
    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _Factory()
_FIELDS = "__dataclass_fields__"
_FIELD, _CLASSVAR, _INITVAR = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return "dataclasses.InitVar[%s]" % getattr(self.type, "__name__", repr(self.type))

    def __class_getitem__(cls, type):
        return cls(type)


class _DataclassParams:
    def __init__(self, **params):
        self.__dict__.update(params)

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join(["%s=%r" % pair for pair in self.__dict__.items()])


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return "Field(%s)" % ",".join(["%s=%s" % (name, self._field_type if name == "_field_type"
                                                  else repr(getattr(self, name))) for name in _REPR_ORDER])

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)


_REPR_ORDER = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
               "_field_type")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(annotation):
    # What the annotation says the field is; it may be a text.
    if isinstance(annotation, str):
        head = annotation.split("[")[0].split(".")[-1].strip()
    elif annotation is InitVar or isinstance(annotation, InitVar):
        head = "InitVar"
    elif annotation is KW_ONLY:
        head = "KW_ONLY"
    else:
        head = getattr(annotation, "_name", None) if type(annotation).__module__ == "typing" else None
    return {"ClassVar": _CLASSVAR, "InitVar": _INITVAR, "KW_ONLY": KW_ONLY}.get(head, _FIELD)


def _collect(cls, kw_only):
    """All fields by name, the bases' first."""
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        fields.update(base.__dict__.get(_FIELDS, {}))
    seen = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        kind = _kind(annotation)
        if kind is KW_ONLY:
            if seen:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            kw_only = seen = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            f = default
        else:
            if type(default) is _types_member:
                default = MISSING
            f = field(default=default)
        f.name, f.type, f._field_type = name, annotation, kind
        if kind is not _FIELD and f.default_factory is not MISSING:
            raise TypeError("field %s cannot have a default factory" % name)
        if kind is _CLASSVAR and f.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % name)
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if kind is _FIELD and type(f.default).__hash__ is None:
            raise ValueError("mutable default %r for field %s is not allowed: use default_factory" % (
                type(f.default), name))
        fields[name] = f
        if isinstance(default, Field):
            if default.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, default.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError("%r is a field but has no type annotation" % name)
    return fields


class _Slotted:
    __slots__ = ("member",)


_types_member = type(_Slotted.__dict__.get("member"))


def _init_text(fields, frozen, post_init, names):
    this = "__dataclass_self__" if any([f.name == "self" for f in fields]) else "self"
    params, keywords, body, after = [this], [], [], []
    names["_annotations"] = annotations = {}
    seen_default = None
    for f in fields:
        if f._field_type is _CLASSVAR:
            continue
        name = f.name
        value = name
        param = name
        if f.default_factory is not MISSING:
            names["_make_" + name] = f.default_factory
            param = "%s=_factory" % name
            value = "_make_%s() if %s is _factory else %s" % (name, name, name)
            if not f.init:
                value = "_make_%s()" % name
        elif f.default is not MISSING:
            names["_default_" + name] = f.default
            param = "%s=_default_%s" % (name, name)
            if not f.init:
                value = None
        elif not f.init:
            value = None
        if f.init:
            annotations[name] = f.type.type if type(f.type) is InitVar else f.type
            if f.kw_only:
                keywords.append(param)
            else:
                if "=" in param:
                    seen_default = name
                elif seen_default is not None:
                    raise TypeError("non-default argument %r follows default argument" % name)
                params.append(param)
        if f._field_type is _INITVAR:
            after.append(name)
        elif value is not None:
            body.append("_set(%s, %r, %s)" % (this, name, value) if frozen else "%s.%s = %s" % (this, name, value))
    if keywords:
        params.append("*")
    if post_init:
        body.append("%s.__post_init__(%s)" % (this, ", ".join(after)))
    annotations["return"] = None
    return "def __init__(%s):\n  %s\n" % (", ".join(params + keywords), "\n  ".join(body or ["pass"]))


def _tuple_text(who, fields):
    return "(%s)" % "".join(["%s.%s," % (who, f.name) for f in fields])


_COMPARISONS = (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="))
_printing = set()


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    bases = [base for base in cls.__mro__[1:] if _FIELDS in base.__dict__]
    for base in bases:
        if base.__dataclass_params__.frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not base.__dataclass_params__.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    fields = _collect(cls, kw_only)
    setattr(cls, _FIELDS, fields)
    cls.__dataclass_params__ = _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    plain = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f for f in plain if f.compare]
    own = cls.__dict__
    has_hash = "__hash__" in own and not (own["__hash__"] is None and "__eq__" in own)
    names = {"_factory": _FACTORY, "_set": object.__setattr__, "_Frozen": FrozenInstanceError, "_printing": _printing}
    text = []
    if init and "__init__" not in own:
        # Those that are given by name only come last.
        text.append(_init_text(list(fields.values()), frozen, hasattr(cls, "__post_init__"), names))
    if repr and "__repr__" not in own:
        shown = ", ".join(["%s={self.%s!r}" % (f.name, f.name) for f in plain if f.repr])
        text.append("def __repr__(self):\n  if id(self) in _printing: return '...'\n  _printing.add(id(self))\n"
                    "  try: return f'{self.__class__.__qualname__}(%s)'\n  finally: _printing.discard(id(self))\n" % shown)
    mine, others = _tuple_text("self", compared), _tuple_text("other", compared)
    if eq and "__eq__" not in own:
        text.append("def __eq__(self, other):\n  if other.__class__ is self.__class__: return %s == %s\n"
                    "  return NotImplemented\n" % (mine, others))
    if order:
        for name, sign in _COMPARISONS:
            if name in own:
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering" % (
                    name, cls.__name__))
            text.append("def %s(self, other):\n  if other.__class__ is self.__class__: return %s %s %s\n"
                        "  return NotImplemented\n" % (name, mine, sign, others))
    if frozen:
        for name, more, verb in (("__setattr__", ", value", "assign to"), ("__delattr__", "", "delete")):
            if name in own:
                raise TypeError("Cannot overwrite attribute %s in class %s" % (name, cls.__name__))
            text.append("def %s(self, name%s):\n  if type(self) is cls or name in _names: raise _Frozen(f'cannot %s field {name!r}')\n"
                        "  super(cls, self).%s(name%s)\n" % (name, more, verb, name, more))
        names["_names"] = set([f.name for f in plain])
    if unsafe_hash or eq and frozen and not has_hash:
        if unsafe_hash and has_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        hashed = [f for f in plain if (f.compare if f.hash is None else f.hash)]
        text.append("def __hash__(self):\n  return hash(%s)\n" % _tuple_text("self", hashed))
    made = {}
    names["cls"] = cls
    exec("\n".join(text), names, made)
    for name, method in made.items():
        method.__qualname__ = "%s.%s" % (cls.__qualname__, name)
        if name == "__init__":
            method.__annotations__ = names["_annotations"]
        method.__module__ = cls.__module__
        setattr(cls, name, method)
    if eq and not has_hash and "__hash__" not in made:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([f.name for f in fields.values()
                                    if f.init and not f.kw_only and f._field_type is not _CLASSVAR])
    if slots:
        cls = names["cls"] = _with_slots(cls, plain, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + str(_inspect.signature(cls)).replace(" -> None", "")
    return cls


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, plain, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    inherited = set()
    for base in cls.__mro__[1:]:
        there = base.__dict__.get("__slots__", ())
        inherited.update((there,) if isinstance(there, str) else there)
    namespace = dict(cls.__dict__.items())
    names = [f.name for f in plain]
    slots = names + ["__weakref__"] if weakref_slot else names
    namespace["__slots__"] = tuple([name for name in slots if name not in inherited])
    if frozen:
        namespace.setdefault("__getstate__", _get_state)
        namespace.setdefault("__setstate__", _set_state)
    for name in names + ["__dict__", "__weakref__"]:
        namespace.pop(name, None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    return new


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                        weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda o, go: dict_factory([(f.name, go(getattr(o, f.name))) for f in fields(o)]), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, lambda o, go: tuple_factory([go(getattr(o, f.name)) for f in fields(o)]), dict)


def _inner(obj, make, dict_factory):
    def go(o):
        if _is_instance(o):
            return make(o, go)
        if isinstance(o, tuple) and hasattr(o, "_fields"):
            return type(o)(*[go(item) for item in o])
        if isinstance(o, (list, tuple)):
            return type(o)([go(item) for item in o])
        if isinstance(o, dict):
            pairs = [(go(key), go(value)) for key, value in o.items()]
            if hasattr(o, "default_factory"):
                return type(o)(o.default_factory, pairs)
            return type(o)(pairs)
        return _copy.deepcopy(o)

    return go(obj)


def replace(obj, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[name] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if _iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % name)
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % name)
        annotations[name] = annotation
    namespace["__annotations__"] = annotations
    return dataclass(_types.new_class(cls_name, bases, {}, lambda ns: ns.update(namespace)), **options)
