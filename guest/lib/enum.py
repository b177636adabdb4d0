"""enum."""


class auto:
    """A value that the class gives; what is computed from one waits for it."""

    def __init__(self, compute=None):
        self.compute = compute
        self.value = None

    def _value(self, generate):
        if self.value is None:
            self.value = generate() if self.compute is None else self.compute(generate)
        return self.value

    def __or__(self, other):
        return auto(lambda generate: _resolved(self, generate) | _resolved(other, generate))

    def __and__(self, other):
        return auto(lambda generate: _resolved(self, generate) & _resolved(other, generate))

    def __xor__(self, other):
        return auto(lambda generate: _resolved(self, generate) ^ _resolved(other, generate))

    def __ror__(self, other):
        return auto(lambda generate: other | _resolved(self, generate))

    def __invert__(self):
        return auto(lambda generate: ~_resolved(self, generate))


def _resolved(value, generate):
    return value._value(generate) if isinstance(value, auto) else value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_property = property


class property(_property):
    pass


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" != name[-2]


class EnumType(type):
    def __new__(meta, cls_name, bases, namespace, boundary=None, _simple=False, **kwds):
        enums = [base for base in bases if isinstance(base, EnumType)]
        if not enums:
            cls = super().__new__(meta, cls_name, bases, namespace)
            cls._member_map_ = {}
            cls._value2member_map_ = {}
            return cls
        for base in enums:
            if base._member_map_:
                raise TypeError("<enum '%s'> cannot extend %r" % (cls_name, base))
        ignore = namespace.get("_ignore_", ())
        ignore = ignore.replace(",", " ").split() if isinstance(ignore, str) else ignore
        members, own = [], {}
        for name, value in namespace.items():
            if name in ignore or name == "_ignore_":
                continue
            if isinstance(value, nonmember):
                own[name] = value.value
            elif isinstance(value, member):
                members.append((name, value.value))
            elif _is_sunder(name) and name not in _SUNDERS:
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % name)
            elif _is_dunder(name) or _is_sunder(name) or _is_private(cls_name, name) or _is_descriptor(value):
                own[name] = value
            else:
                if name == "mro":
                    raise ValueError("invalid enum member name(s) 'mro'")
                members.append((name, value))
        order = own.pop("_order_", None)
        cls = super().__new__(meta, cls_name, bases, own, **kwds)
        cls._member_map_ = {}
        cls._member_names_ = []
        cls._value2member_map_ = {}
        cls._member_type_ = data = _data_type(bases)
        # The data's type comes before Enum, but does not say how members are shown.
        for name in ("__repr__", "__str__", "__format__"):
            for base in cls.__mro__[:-1]:
                if base not in data.__mro__ and name in base.__dict__:
                    if base is not cls:
                        type.__setattr__(cls, name, base.__dict__[name])
                    break
        if boundary is not None:
            cls._boundary_ = boundary
        cls._flag_mask_ = 0
        cls._unhashable_ = []
        last, names = [], []
        for name, value in members:
            def generate():
                return cls._generate_next_value_(name, _first, len(names), list(last))

            if isinstance(value, tuple):
                value = tuple([_resolved(item, generate) for item in value])
            value = _resolved(value, generate)
            cls._add(name, value, data)
            names.append(name)
            last.append(cls._member_map_[name]._value_)
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if [name for name in wanted if name in cls._member_names_] != cls._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, wanted))
        return cls

    def _add(cls, name, value, data):
        args = value if isinstance(value, tuple) else (value,)
        if data is tuple:
            args = (value,)
        new = _own_new(cls)
        if new is not None:
            made = new(cls, *args)
        elif data.__new__ is object.__new__:
            made = object.__new__(cls)
        else:
            made = data.__new__(cls, *args)
        if "_value_" not in made.__dict__:
            made._value_ = value if data is object or new is not None and data is object else _data_value(data, args)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        init = cls.__init__
        if init is not Enum.__init__:
            made.__init__(*args)
        first = cls._find(value)
        if first is not None:
            made = first
        else:
            if not issubclass(cls, Flag) or _is_single(value):
                cls._member_names_.append(name)
            if issubclass(cls, Flag) and isinstance(value, int) and value > 0:
                cls._flag_mask_ |= value
            try:
                cls._value2member_map_[value] = made
            except TypeError:
                cls._unhashable_.append(made)
        cls._member_map_[name] = made
        type.__setattr__(cls, name, made)

    def _find(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for made in cls._unhashable_:
                if made._value_ == value:
                    return made

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and cls._member_map_:
            return cls._lookup(value)
        if names is None and not isinstance(value, str):
            return cls._lookup(value)
        return cls._create(value, names or (), module, qualname, type, start, boundary)

    def _lookup(cls, value):
        if type(value) is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        error = None
        try:
            found = cls._missing_(value)
        except Exception as raised:
            error = raised
            found = None
        if isinstance(found, cls) or isinstance(found, int) and getattr(cls, "_boundary_", None) is EJECT:
            return found
        unknown = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if found is None and error is None:
            raise unknown
        if error is None:
            error = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, found))
        raise error

    def _create(cls, name, names, module, qualname, data, start, boundary):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if hasattr(names, "items"):
            names = list(names.items())
        if module is None:
            import sys

            module = sys._getframe(2).f_globals.get("__name__", "__main__")
        namespace = {"__module__": module, "__qualname__": qualname or name}
        last = []
        for item in names:
            if isinstance(item, str):
                value = cls._generate_next_value_(item, start, len(last), list(last))
            else:
                item, value = item
            last.append(value)
            namespace[item] = value
        bases = (cls,) if data is None else (data, cls)
        return type(cls)(name, bases, namespace, boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(value).__qualname__, type(cls).__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __repr__(cls):
        return "<%s '%s'>" % ("flag" if issubclass(cls, Flag) else "enum", cls.__name__)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                       "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_)

    @_property
    def __members__(cls):
        import types

        return types.MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)


EnumMeta = EnumType
_first = 1


def _is_private(cls_name, name):
    return name.startswith("_%s__" % cls_name) and name[-1] != "_"


def _is_descriptor(value):
    return not isinstance(value, (auto, type)) and (
        isinstance(value, _property) or hasattr(value, "__get__") or hasattr(value, "__set__") or type(value) in _METHODS)


_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_")
_METHODS = (type(lambda: None), staticmethod, classmethod)


def _data_type(bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object or isinstance(base, EnumType):
                continue
            if "__new__" in base.__dict__ or base.__module__ == "builtins" or "__dataclass_fields__" in base.__dict__:
                return base
            for inner in base.__mro__:
                if inner.__module__ == "builtins" and inner is not object:
                    return base
    return object


def _data_value(data, args):
    return data(*args)


def _own_new(cls):
    for base in cls.__mro__:
        if not isinstance(base, EnumType):
            continue
        new = base.__dict__.get("__new__")
        if new is not None:
            return new.__func__ if isinstance(new, staticmethod) else new


def _is_single(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


def _refused(name):
    def write(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute %r" % name)

    return write


class Enum(metaclass=EnumType):
    def __init__(self, *args):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    name = _property(lambda self: self._name_, _refused("name"))
    value = _property(lambda self: self._value_, _refused("value"))

    def __repr__(self):
        data = type(self)._member_type_
        shown = repr(self._value_) if data in (object, tuple) or not isinstance(self, data) else data.__repr__(self._value_)
        return "<%s.%s: %s>" % (type(self).__name__, self._name_, shown)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return sorted(["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        for name, value in zip(("encoding", "errors"), values[1:]):
            if not isinstance(value, str):
                raise TypeError("%s must be a string, not %r" % (name, value))
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** (max(last_values).bit_length())

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask = cls._flag_mask_
        all_bits = 2 ** mask.bit_length() - 1
        if value < 0:
            value = (all_bits if cls._boundary_ in (EJECT, KEEP) and -value <= all_bits + 1 else mask) + 1 + value if (
                cls._boundary_ is KEEP) else value & mask
        unknown = value & ~mask
        if unknown:
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, _bits(value, bits), _bits(mask, bits)))
            if cls._boundary_ is EJECT:
                return value
            if cls._boundary_ is CONFORM:
                value &= mask
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        data = cls._member_type_
        made = object.__new__(cls) if data is object else data.__new__(cls, value)
        made._value_ = value
        made.__objclass__ = cls
        names, rest = [], value
        for member in cls:
            if member._value_ & value:
                names.append(member._name_)
                rest &= ~member._value_
        if names and rest and cls._boundary_ is STRICT:
            raise ValueError("%r: no members with value %r" % (cls, rest))
        made._name_ = "|".join(names + ([str(rest)] if rest and names else [])) or None
        cls._value2member_map_[value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, type(self).__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([member for member in type(self) if member._value_ & self._value_])

    def __len__(self):
        return len(list(iter(self)))

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return "<%s: %r>" % (name, self._value_)
        return "<%s.%s: %r>" % (name, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (type(self).__name__, self._value_)
        return "%s.%s" % (type(self).__name__, self._name_)

    def _operand(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    def __invert__(self):
        cls = type(self)
        if cls._boundary_ is KEEP:
            return cls(~self._value_ & (2 ** cls._flag_mask_.bit_length() - 1)) if self._value_ >= 0 else cls(~self._value_)
        return cls(cls._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary.STRICT, FlagBoundary.CONFORM, FlagBoundary.EJECT, FlagBoundary.KEEP
Flag._boundary_ = STRICT


def _bits(value, bits):
    return "0b0 " + ("%%0%dd" % bits) % int(bin(value)[2:])


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __iter__ = Flag.__iter__
    __len__ = Flag.__len__
    __repr__ = Flag.__repr__


def unique(enumeration):
    duplicates = ["%s -> %s" % (name, member._name_) for name, member in enumeration._member_map_.items()
                  if name != member._name_]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(duplicates)))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck.CONTINUOUS, EnumCheck.NAMED_FLAGS, EnumCheck.UNIQUE


def verify(*checks):
    def check(enumeration):
        if UNIQUE in checks:
            aliases = ["%s -> %s" % (name, member._name_) for name, member in enumeration._member_map_.items()
                       if name != member._name_]
            if aliases:
                raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))
        flags = issubclass(enumeration, Flag)
        values = [member._value_ for member in enumeration]
        if CONTINUOUS in checks and values:
            low, high = min(values), max(values)
            between = [1 << i for i in range(low.bit_length(), high.bit_length() - 1)] if flags else range(low + 1, high)
            missing = [str(value) for value in between if value not in values]
            if missing:
                raise ValueError("invalid %s %r: missing values %s" % (
                    "flag" if flags else "enum", enumeration.__name__, ", ".join(missing)))
        if NAMED_FLAGS in checks:
            names, lost = [], 0
            for name, member in enumeration._member_map_.items():
                value = member._value_
                if name not in enumeration._member_names_ and value >= 0:
                    bits = [1 << i for i in range(value.bit_length()) if value >> i & 1 and 1 << i not in values]
                    if bits:
                        names.append(name)
                        lost |= sum(bits)
            if names:
                alias = "alias %s is" % names[0] if len(names) == 1 else "aliases %s and %s are" % (
                    ", ".join(names[:-1]), names[-1])
                raise ValueError("invalid Flag %r: %s missing %s 0x%x [use enum.show_flag_values(value) for details]" % (
                    enumeration.__name__, alias, "value" if _is_single(lost) else "combined values of", lost))
        return enumeration

    return check


def global_enum(cls, update_str=False):
    import sys

    sys.modules[cls.__module__].__dict__.update(cls._member_map_)
    return cls
