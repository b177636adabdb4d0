"""typing_extensions: what is in typing, and what later versions have there."""

import typing
from typing import *
from typing import TypeVar as _TypeVar


def _forms():
    for name in ("Annotated BinaryIO ClassVar Concatenate Final ForwardRef IO Literal LiteralString Never NoReturn NotRequired ParamSpec "
                 "ParamSpecArgs ParamSpecKwargs Required Self TextIO TypeAlias TypeGuard TypedDict TypeVarTuple Unpack NamedTuple "
                 "Protocol Generic Type assert_never assert_type clear_overloads dataclass_transform final get_args get_origin "
                 "get_overloads get_type_hints is_typeddict no_type_check overload reveal_type runtime_checkable").split():
        if hasattr(typing, name):
            globals()[name] = getattr(typing, name)
    for name in "ReadOnly TypeIs TypeForm".split():
        globals()[name] = typing._Special(name, typing._one)


_forms()
runtime = runtime_checkable
NoDefault = type("NoDefaultType", (), {"__repr__": lambda self: "typing_extensions.NoDefault", "__module__": "typing_extensions"})()


def TypeVar(name, *constraints, default=NoDefault, infer_variance=False, **kwargs):
    made = _TypeVar(name, *constraints, **kwargs)
    made.__default__ = default
    return made


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = type_params

    def __repr__(self):
        return self.__name__

    def __getitem__(self, item):
        return self.__value__[item]

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]


class Doc:
    def __init__(self, documentation):
        self.documentation = documentation

    def __repr__(self):
        return "Doc(%r)" % self.documentation

    def __eq__(self, other):
        return isinstance(other, Doc) and self.documentation == other.documentation

    def __hash__(self):
        return hash(self.documentation)


class Buffer:
    pass


def override(arg):
    try:
        arg.__override__ = True
    except (AttributeError, TypeError):
        pass
    return arg


class deprecated:
    def __init__(self, message, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', not %r" % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg):
        import functools
        import warnings

        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        message, category, level = self.message, self.category, self.stacklevel
        if isinstance(arg, type):
            made = arg.__init__

            def init(self, *args, **kwargs):
                warnings.warn(message, category, level + 1)
                made(self, *args, **kwargs)

            arg.__init__ = init
            arg.__deprecated__ = message
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warnings.warn(message, category, level + 1)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


def get_original_bases(cls):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def is_protocol(tp):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp):
    return frozenset(typing._protocol_names(tp))
