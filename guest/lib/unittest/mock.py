"""unittest.mock: objects that record how they are used, and take others' places."""

import asyncio
import inspect
import sys
import types


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED
FILTER_DIR = True


class InvalidSpecError(Exception):
    pass


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 0

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _arguments_text(args, kwargs):
    return ", ".join([repr(a) for a in args] + ["%s=%r" % item for item in kwargs.items()])


class _Call(tuple):
    """(name, args, kwargs), or (args, kwargs) where the name does not matter."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, dict):
                kwargs = part
            else:
                args = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return self if len(self) == 3 else ("", self[0], self[1])

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented
        if isinstance(other, _Call):
            theirs = other._parts()
        else:
            try:
                theirs = _Call(other)._parts()
            except TypeError:
                return NotImplemented
        own = self._parts()
        own_parent = getattr(self, "_mock_parent", None)
        other_parent = getattr(other, "_mock_parent", None)
        if own_parent is not None and other_parent is not None and own_parent != other_parent:
            return False
        if own[0] and theirs[0] and own[0] != theirs[0]:
            return False
        return (tuple(theirs[1]), theirs[2]) == (tuple(own[1]), own[2])

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, *args, **kwargs):
        name = self._mock_name
        return _Call(("" if name is None else name, args, kwargs), name="()" if name is None else name + "()", parent=self)

    def __getattr__(self, attr):
        if attr[:2] == "__" or attr[:5] == "_mock":
            raise AttributeError(attr)
        name = self._mock_name
        return _Call(name=attr if name is None else "%s.%s" % (name, attr), parent=self, from_kall=False)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        name, args, kwargs = self._parts()
        if not self._mock_from_kall:
            own = self._mock_name or "call"
            return "call" + own if own.startswith("()") else own
        name = name or "call"
        if name != "call":
            name = "call" + name if name.startswith("()") else "call.%s" % name
        return "%s(%s)" % (name, _arguments_text(args, kwargs))

    def call_list(self):
        calls = []
        item = self
        while item is not None:
            if item._mock_from_kall:
                calls.append(item)
            item = item._mock_parent
        return _CallList(calls[::-1])


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any([self[i : i + n] == value for i in range(len(self) - n + 1)])

    def __repr__(self):
        import pprint

        return pprint.pformat(list(self))


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_magic(name):
    return name[:2] == "__" and name[-2:] == "__"


_PLAIN = ("call_count", "called", "call_args", "call_args_list", "mock_calls", "method_calls")


_claimed = property(lambda self: type(self) if self._spec_class is None else self._spec_class)


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        # A class for each mock, so that each has its own special methods.
        made = type(cls.__name__, (cls,), {"__module__": cls.__module__, "__class__": _claimed})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, unsafe=False, **kwargs):
        own = self.__dict__
        own["_mock_children"] = {}
        own["_mock_parent"] = parent
        own["_mock_name"] = name
        own["_mock_new_name"] = _new_name
        own["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        own["_mock_sealed"] = False
        own["_mock_wraps"] = wraps
        own["_mock_return_value"] = DEFAULT
        own["_mock_side_effect"] = None
        own["_mock_delegate"] = None
        own["_mock_unsafe"] = unsafe
        own["_mock_signature"] = None
        self._mock_add_spec(spec_set if spec_set is not None else spec, spec_set is not None)
        self._forget()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set):
        own = self.__dict__
        own["_spec_class"] = own["_mock_methods"] = None
        own["_spec_set"] = spec_set
        if spec is not None:
            if isinstance(spec, NonCallableMock):
                raise InvalidSpecError("Cannot spec a Mock object. [object=%r]" % (spec,))
            if isinstance(spec, (list, tuple)):
                own["_mock_methods"] = list(spec)
            else:
                own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
                own["_mock_methods"] = dir(spec) + list(getattr(spec, "__annotations__", ()))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        mock.__dict__["_mock_parent"] = mock.__dict__["_mock_new_parent"] = None
        mock.__dict__["_mock_new_name"] = ""
        mock.__dict__["_mock_name"] = None
        setattr(self, attribute, mock)

    def _forget(self):
        own = self.__dict__
        own["called"] = False
        own["call_count"] = 0
        own["call_args"] = None
        for name in ("call_args_list", "mock_calls", "method_calls"):
            own[name] = _CallList()

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in list(self._mock_children.values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if isinstance(value, NonCallableMock) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            names = path.split(".")
            target = self
            for name in names[:-1]:
                target = getattr(target, name)
            setattr(target, names[-1], value)

    def _value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.__dict__["_mock_return_value"] = value
        return value

    return_value = property(lambda self: self._value(), lambda self, value: self._set_return(value))

    def _set_return(self, value):
        self.__dict__["_mock_return_value"] = value
        self._adopt(value, "()", None)

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value) and value is not DEFAULT:
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def _get_child_mock(self, **kwargs):
        if self._mock_sealed:
            name = kwargs.get("name") or kwargs.get("_new_name") or ""
            raise AttributeError(self._extract_mock_name() + ("." + name if name and name != "()" else name))
        kind = type(self).__mro__[1]
        if issubclass(kind, AsyncMock):
            if kwargs.get("_new_name") == "()":
                kind = MagicMock
        elif kwargs.get("_new_name") in _ASYNC_MAGIC:
            kind = AsyncMock
        elif issubclass(kind, PropertyMock):
            kind = MagicMock
        elif kind is NonCallableMagicMock:
            kind = MagicMock
        elif kind is NonCallableMock:
            kind = Mock
        return kind(**kwargs)

    def __getattr__(self, name):
        if name == "_mock_methods":
            raise AttributeError(name)
        own = self.__dict__
        if "_mock_children" not in own:
            raise AttributeError(name)
        methods = own["_mock_methods"]
        if methods is not None:
            if name not in methods and not isinstance(own["_mock_children"].get(name), NonCallableMock):
                raise AttributeError("Mock object has no attribute %r" % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not own["_mock_unsafe"] and name.startswith(("assert", "assret", "asert", "aseert", "assrt")) and (
                methods is None or name not in methods):
            raise AttributeError("%r is not a valid assertion. Use a spec for the mock if %r is meant to be an attribute."
                                 % (name, name))
        child = own["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if own["_mock_wraps"] is None else getattr(own["_mock_wraps"], name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own["_mock_children"][name] = child
        elif isinstance(child, _Later):
            child = create_autospec(child.spec, child.spec_set, child.instance, _parent=self, _name=name)
            own["_mock_children"][name] = child
        return child

    def _adopt(self, value, new_name, name):
        if not isinstance(value, NonCallableMock):
            return
        own = value.__dict__
        if own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None or own["_mock_new_parent"] is not None:
            return
        ancestor = self
        while ancestor is not None:
            if ancestor is value:
                return
            ancestor = ancestor._mock_new_parent
        own["_mock_new_parent"] = self
        own["_mock_new_name"] = new_name
        if name is not None:
            own["_mock_parent"] = self
            own["_mock_name"] = name

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect", "__class__") or name in _PLAIN or isinstance(
                getattr(type(self), name, None), PropertyMock):
            if name == "__class__":
                own["_spec_class"] = value
                return
            return object.__setattr__(self, name, value)
        if own["_spec_set"] and own["_mock_methods"] is not None and name not in own["_mock_methods"] and name not in own:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if _is_magic(name) and name in _magics:
            if own["_mock_methods"] is not None and name not in own["_mock_methods"]:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if isinstance(value, NonCallableMock):
                self._adopt(value, name, name)
                own["_mock_children"][name] = value
                setattr(type(self), name, _Bound(value))
            else:
                setattr(type(self), name, lambda me, *args, **kwargs: value(me, *args, **kwargs))
                own["_mock_children"][name] = value
            return
        if own["_mock_sealed"] and name not in own and name not in own["_mock_children"]:
            raise AttributeError("Cannot set %s.%s" % (self._extract_mock_name(), name))
        if isinstance(value, NonCallableMock):
            self._adopt(value, name, name)
            own["_mock_children"][name] = value
            own.pop(name, None)
        else:
            own["_mock_children"].pop(name, None)
            own[name] = value

    def __delattr__(self, name):
        own = self.__dict__
        if name in _magics and name in type(self).__dict__:
            delattr(type(self), name)
        if own["_mock_children"].get(name) is _deleted:
            raise AttributeError(name)
        own.pop(name, None)
        own["_mock_children"][name] = _deleted

    def __dir__(self):
        names = set(self._mock_methods or [n for n in dir(type(self)) if n[0] != "_"])
        names.update([n for n in self.__dict__ if not n.startswith(("_mock", "_spec"))])
        names.update([n for n, child in self._mock_children.items() if child is not _deleted])
        return sorted(names)

    def _extract_mock_name(self):
        path, item = "", self
        while item._mock_new_parent is not None:
            step = item._mock_new_name
            path = (step if step == "()" else "." + step) + path
            item = item._mock_new_parent
        return (item._mock_name or "mock") + path

    def __repr__(self):
        name = self._extract_mock_name()
        shown = " name=%r" % name if name not in ("mock", "mock.") else ""
        spec = ""
        if self._spec_class is not None:
            spec = " spec%s=%r" % ("_set" if self._spec_set else "", self._spec_class.__name__)
        return "<%s%s%s id='%d'>" % (type(self).__name__, shown, spec, id(self))

    # What was called.

    def _key(self, one):
        """A call, with its arguments in the places that the signature says."""
        signature = self._mock_signature
        if signature is None or not isinstance(one, tuple):
            return one
        name, args, kwargs = one._parts() if isinstance(one, _Call) else _Call(one)._parts()
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error
        return _Call((name, bound.args, bound.kwargs))

    def _describe(self, args, kwargs):
        return "%s(%s)" % (self._mock_name or "mock", _arguments_text(args, kwargs))

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_text()))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or "mock"))

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_text()))

    def assert_called_with(self, *args, **kwargs):
        expected = self._describe(args, kwargs)
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." % expected)
        wanted = self._key(_Call((args, kwargs), two=True))
        if wanted != self._key(self.call_args):
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: %s" % (
                expected, self._describe(self.call_args.args, self.call_args.kwargs)))

    def assert_called_once_with(self, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_text()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, *args, **kwargs):
        wanted = self._key(_Call((args, kwargs), two=True))
        if wanted not in [self._key(one) for one in self.call_args_list]:
            raise AssertionError("%s call not found" % self._describe(args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        wanted = [self._key(one) for one in calls]
        have = _CallList([self._key(one) for one in self.mock_calls])
        if not any_order:
            if wanted not in have:
                raise AssertionError("Calls not found.\nExpected: %r%s" % (_CallList(calls), self._calls_text("  Actual").rstrip(".")))
            return
        missing = []
        for one in wanted:
            if one in list(have):
                have.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._mock_name or "mock", tuple(missing), have))

    def _calls_text(self, prefix="Calls"):
        return "\n%s: %r." % (prefix, self.mock_calls) if self.mock_calls else ""


def _record(self, args, kwargs):
    own = self.__dict__
    own["called"] = True
    own["call_count"] += 1
    made = _Call((args, kwargs), two=True)
    own["call_args"] = made
    own["call_args_list"].append(made)
    # Each one above hears of it, under the name by which it knows this one.
    is_method = own["_mock_parent"] is not None
    method_name = own["_mock_name"]
    name = own["_mock_new_name"]
    is_call = name == "()"
    own["mock_calls"].append(_Call(("", args, kwargs)))
    parent = own["_mock_new_parent"]
    while parent is not None:
        if is_method:
            parent.method_calls.append(_Call((method_name, args, kwargs)))
            is_method = parent._mock_parent is not None
            if is_method:
                method_name = "%s.%s" % (parent._mock_name, method_name)
        parent.mock_calls.append(_Call((name, args, kwargs)))
        above = parent._mock_new_name
        if above:
            name = above + ("" if is_call else ".") + name
        is_call = above == "()"
        parent = parent._mock_new_parent


def _answer(self, args, kwargs):
    effect = self._mock_side_effect
    if effect is not None:
        if _is_exception(effect):
            raise effect
        if callable(effect):
            result = effect(*args, **kwargs)
        else:
            result = next(effect)
            if _is_exception(result):
                raise result
        if result is not DEFAULT:
            return result
    if self._mock_return_value is not DEFAULT:
        return self._mock_return_value
    if self._mock_wraps is not None:
        return self._mock_wraps(*args, **kwargs)
    return self._value()


class _Callable:
    def __call__(self, *args, **kwargs):
        if self._mock_signature is not None:
            self._mock_signature.bind(*args, **kwargs)
        _record(self, args, kwargs)
        return _answer(self, args, kwargs)


class Mock(_Callable, NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None, unsafe=False, **kwargs):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, None, _new_name, _new_parent, unsafe)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)


class _Bound:
    """A special method that a mock was put in for: called without self."""

    def __init__(self, mock):
        self.mock = mock

    def __get__(self, obj, kind=None):
        return self.mock


class _Magic:
    """A special method that becomes a mock at its first use."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind=None):
        if obj is None:
            return self
        name = self.name
        methods = obj.__dict__["_mock_methods"]
        child = obj.__dict__["_mock_children"].get(name)
        if child is None:
            child = obj._get_child_mock(parent=obj, name=name, _new_name=name, _new_parent=obj)
            obj.__dict__["_mock_children"][name] = child
            if name in _results:
                child.return_value = _results[name]
            elif name == "__str__":
                child.return_value = repr(obj)
            elif name == "__hash__":
                child.return_value = id(obj) >> 4
            elif name in _effects:
                child.side_effect = _effects[name](obj, child)
            elif name in _COMPARE or name in _OPERATORS and methods is not None and name not in methods:
                child.return_value = NotImplemented
        return child


def _iterate(obj, child):
    def make():
        value = child._mock_return_value
        return iter([]) if value is DEFAULT else iter(value)

    return make


def _equal(obj, child):
    def compare(other):
        value = child._mock_return_value
        return value if value is not DEFAULT else True if obj is other else NotImplemented

    return compare


def _unequal(obj, child):
    def compare(other):
        return DEFAULT if child._mock_return_value is not DEFAULT else False if obj is other else NotImplemented

    return compare


def _aiterate(obj, child):
    async def make():
        for item in iter([] if child._mock_return_value is DEFAULT else child._mock_return_value):
            yield item

    return make


_COMPARE = ("__lt__", "__gt__", "__le__", "__ge__")
_numbers = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_OPERATORS = ["__%s__" % n for n in _numbers]
_inplace = ["__i%s__" % n for n in _numbers]
_right = ["__r%s__" % n for n in _numbers]
_results = {"__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
            "__bool__": True, "__index__": 1, "__aexit__": False}
_effects = {"__iter__": _iterate, "__eq__": _equal, "__ne__": _unequal, "__aiter__": _aiterate}
_ASYNC_MAGIC = ("__aenter__", "__aexit__", "__anext__")
_magics = (list(_COMPARE) + _OPERATORS + _inplace + _right + list(_results) + list(_effects) + list(_ASYNC_MAGIC)
           + ["__str__", "__hash__", "__enter__", "__getitem__", "__setitem__", "__delitem__", "__divmod__", "__rdivmod__", "__neg__", "__pos__",
              "__abs__", "__invert__", "__round__", "__trunc__", "__floor__", "__ceil__", "__fspath__", "__reversed__",
              "__missing__", "__next__", "__call__", "__get__", "__set__", "__delete__", "__repr__", "__format__"])
_made = [n for n in _magics if n not in ("__reversed__", "__missing__", "__next__", "__call__", "__get__", "__set__",
                                         "__delete__", "__repr__", "__format__", "__anext__") and n not in _right]


class _MagicMixin:
    def _only_those_of(self, methods):
        if methods is not None:
            for name in _made:
                if name not in methods and name not in ("__eq__", "__ne__", "__hash__", "__str__", "__lt__", "__gt__", "__le__",
                                                        "__ge__"):
                    setattr(type(self), name, None if name == "__iter__" else _Absent(name))


class _Absent:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind=None):
        raise AttributeError(self.name)


for _name in _made:
    setattr(_MagicMixin, _name, _Magic(_name))


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    def __init__(self, *args, **kwargs):
        NonCallableMock.__init__(self, *args, **kwargs)
        self._only_those_of(self._mock_methods)


class MagicMock(_MagicMixin, Mock):
    def __init__(self, *args, **kwargs):
        Mock.__init__(self, *args, **kwargs)
        self._only_those_of(self._mock_methods)


class PropertyMock(Mock):
    def __get__(self, obj, kind=None):
        return self()

    def __set__(self, obj, value):
        self(value)


class AsyncMock(MagicMock):
    def __init__(self, *args, **kwargs):
        MagicMock.__init__(self, *args, **kwargs)
        own = self.__dict__
        own["await_count"] = 0
        own["await_args"] = None
        own["await_args_list"] = _CallList()

    def __call__(self, *args, **kwargs):
        _record(self, args, kwargs)
        return self._await(args, kwargs)

    async def _await(self, args, kwargs):
        own = self.__dict__
        own["await_count"] += 1
        own["await_args"] = _Call((args, kwargs), two=True)
        own["await_args_list"].append(own["await_args"])
        try:
            result = _answer(self, args, kwargs)
        except StopIteration:
            raise StopAsyncIteration
        if inspect.isawaitable(result) and not isinstance(result, NonCallableMock):
            result = await result
        return result

    def _awaited(self, holds, text):
        if not holds:
            raise AssertionError(text)

    def assert_awaited(self):
        self._awaited(self.await_count, "Expected %s to have been awaited." % (self._mock_name or "mock"))

    def assert_awaited_once(self):
        self._awaited(self.await_count == 1, "Expected %s to have been awaited once. Awaited %s times." % (
            self._mock_name or "mock", self.await_count))

    def assert_awaited_with(self, *args, **kwargs):
        self._awaited(self.await_args == _Call((args, kwargs), two=True), "expected await not found.\nExpected: %s\n  Actual: %s" % (
            self._describe(args, kwargs), self.await_args))

    def assert_awaited_once_with(self, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, *args, **kwargs):
        self._awaited(_Call((args, kwargs), two=True) in list(self.await_args_list), "%s await not found" % self._describe(args, kwargs))

    def assert_not_awaited(self):
        self._awaited(not self.await_count, "Expected %s to not have been awaited. Awaited %s times." % (
            self._mock_name or "mock", self.await_count))


# --- patches ---

def _import(name):
    parts = name.split(".")
    thing = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(path)
            thing = getattr(thing, part)
    return thing


class _Patch:
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and (new is not DEFAULT or autospec is not None):
            raise ValueError("Cannot use 'new' and 'new_callable' together" if new is not DEFAULT
                             else "Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new = getter, attribute, new
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.new_callable, self.kwargs = new_callable, kwargs
        self.attribute_name = None
        self.also = []
        self.stack = []

    def copy(self):
        made = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.also = [one.copy() for one in self.also]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX):
                    value = getattr(func, name)
                    if callable(value):
                        setattr(func, name, self.copy()(value))
            return func
        return _decorate(self, func)

    def _original(self, target):
        name = self.attribute
        own = getattr(target, "__dict__", {})
        if name in own:
            return own[name], True
        try:
            return getattr(target, name), False
        except AttributeError:
            if self.create or target is sys.modules.get("builtins") and hasattr(target, name):
                return DEFAULT, False
            raise AttributeError("%r does not have the attribute %r" % (target, name))

    def _replacement(self, original):
        kwargs = dict(self.kwargs)
        spec = original if self.spec is True else self.spec
        spec_set = original if self.spec_set is True else self.spec_set
        if self.autospec is not None and self.autospec is not False:
            what = original if self.autospec is True else self.autospec
            return create_autospec(what, spec_set is not None and spec_set is not False, _name=self.attribute, **kwargs)
        kind = self.new_callable
        given = spec_set if spec_set not in (None, False) else spec
        if kind is None:
            is_async = inspect.iscoroutinefunction(original if given in (None, False) else given)
            kind = AsyncMock if is_async else MagicMock
            if given not in (None, False) and not callable(given) and not isinstance(given, (list, tuple)):
                kind = NonCallableMagicMock
        if spec not in (None, False):
            kwargs["spec"] = spec
        if spec_set not in (None, False):
            kwargs["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock):
            kwargs["name"] = self.attribute
        made = kind(**kwargs)
        if isinstance(given, type) and isinstance(made, NonCallableMock):
            kwargs.pop("name", None)
            made.return_value = kind(_new_parent=made, _new_name="()", **kwargs)
        return made

    def __enter__(self):
        target = self.getter()
        original, local = self._original(target)
        new = self.new if self.new is not DEFAULT else self._replacement(original)
        self.target = target
        self.original, self.local = original, local
        if isinstance(target, type) and not local and self.attribute in getattr(target, "__dict__", {}):
            self.local = True
        setattr(target, self.attribute, new)
        self.stack.append((target, original, local))
        if self.attribute_name is None:
            return new
        found = {}
        if self.new is DEFAULT:
            found[self.attribute_name] = new
        for one in self.also:
            value = one.__enter__()
            if one.new is DEFAULT:
                found.update(value)
        return found

    def __exit__(self, *about):
        target, original, local = self.stack.pop()
        for one in self.also[::-1]:
            one.__exit__(*about)
        if local and original is not DEFAULT:
            setattr(target, self.attribute, original)
        else:
            delattr(target, self.attribute)
            if not self.create and not hasattr(target, self.attribute):
                setattr(target, self.attribute, original)
        return False

    def start(self):
        value = self.__enter__()
        _started.append(self)
        return value

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)


_started = []


def _decorate(one, func):
    if hasattr(func, "_mock_patches"):
        func._mock_patches.append(one)
        return func

    def enter(args, kwargs, undo):
        added = []
        for p in patched._mock_patches:
            value = p.__enter__()
            undo.append(p)
            if getattr(p, "attribute_name", None) is not None:
                kwargs.update(value)
            elif getattr(p, "new", None) is DEFAULT:
                added.append(value)
        return args + tuple(added)

    def leave(undo):
        while undo:
            undo.pop().__exit__(None, None, None)

    if inspect.iscoroutinefunction(func):
        async def patched(*args, **kwargs):
            undo = []
            try:
                args = enter(args, kwargs, undo)
                return await func(*args, **kwargs)
            finally:
                leave(undo)
    else:
        def patched(*args, **kwargs):
            undo = []
            try:
                args = enter(args, kwargs, undo)
                return func(*args, **kwargs)
            finally:
                leave(undo)

    from functools import update_wrapper

    update_wrapper(patched, func)
    patched._mock_patches = [one]
    return patched


def _split(target):
    module, _, attribute = target.rpartition(".")
    if not module:
        raise TypeError("Need a valid target to patch. You supplied: %r" % (target,))
    return (lambda: _import(module)), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not isinstance(target, str):
        raise TypeError("Need a valid target to patch. You supplied: %r" % (target,))
    getter, attribute = _split(target)
    return _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None,
                  **kwargs):
    if isinstance(target, str):
        raise TypeError("%r must be the actual object to be patched, not a str" % target)
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = (lambda: _import(target)) if isinstance(target, str) else (lambda: target)
    made = None
    for attribute, new in kwargs.items():
        one = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        if made is None:
            made = one
        else:
            made.also.append(one)
    return made


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def copy(self):
        return _PatchDict(self.in_dict, self.values, self.clear)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        return _decorate(self, func)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        target = self.in_dict
        self.before = {key: target[key] for key in target}
        if self.clear:
            self._empty()
        for key, value in self.values.items():
            target[key] = value
        return target

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *about):
        self._empty()
        for key, value in self.before.items():
            self.in_dict[key] = value
        return False

    def start(self):
        value = self.__enter__()
        _started.append(self)
        return value

    def stop(self):
        if self in _started:
            _started.remove(self)
            return self.__exit__(None, None, None)


def _stopall():
    for one in _started[::-1]:
        one.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = "test"


# --- specs ---

class _Later:
    """An attribute of a spec, made when it is asked for."""

    def __init__(self, spec, spec_set, instance):
        self.spec, self.spec_set, self.instance = spec, spec_set, instance


def _signature(spec, instance):
    try:
        if isinstance(spec, type):
            if instance:
                spec, bound = spec.__call__, True
            else:
                spec, bound = spec.__init__, True
        else:
            bound = False
        found = inspect.signature(spec)
        if bound or instance == "method":
            found = inspect.Signature(list(found.parameters.values())[1:])
        return found
    except (TypeError, ValueError, AttributeError):
        return None


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError("Cannot autospec a Mock object. [object=%r]" % (spec,))
    is_type = isinstance(spec, type)
    about = {"spec_set" if spec_set else "spec": spec}
    if spec is None:
        about = {}
    kind = MagicMock
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    elif not callable(spec) or is_type and instance is True and not hasattr(spec, "__call__"):
        kind = NonCallableMagicMock
    about.update(kwargs)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=_name if _parent is not None else "", name=_name, unsafe=unsafe, **about)
    function = inspect.isfunction(spec)
    if function:
        mock.__dict__["_spec_class"] = None
        mock.__dict__["_mock_methods"] = None
    if function or is_type and not instance:
        mock.__dict__["_mock_signature"] = _signature(spec, instance)
    if function:
        # Put into a class, it is a method.
        type(mock).__get__ = lambda me, obj, kind=None: me if obj is None else types.MethodType(me, obj)
    if _parent is not None and not instance:
        _parent.__dict__["_mock_children"][_name] = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, True, _parent=mock, _name="()")
    if not function:
        for name in dir(spec):
            if _is_magic(name) or name[:1] == "_" and not is_type:
                continue
            try:
                value = getattr(spec, name)
            except AttributeError:
                continue
            method = (is_type or type(spec).__module__ != "builtins") and inspect.isfunction(value) and not isinstance(
                getattr(spec, "__dict__", {}).get(name), staticmethod)
            mock.__dict__["_mock_children"][name] = _Later(value, spec_set, "method" if method and (instance or not is_type) else False)
    elif instance == "method":
        mock.__dict__["_mock_signature"] = _signature(spec, instance)
    return mock


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)
    value = mock._mock_return_value
    if isinstance(value, NonCallableMock) and value is not mock and value._mock_new_parent is mock:
        seal(value)


# --- files ---

def mock_open(mock=None, read_data=""):
    text = read_data
    new_line = b"\n" if isinstance(text, bytes) else "\n"

    def lines():
        parts = text.split(new_line)
        found = [part + new_line for part in parts[:-1]]
        return found + [parts[-1]] if parts[-1] else found

    rest = [lines()]

    def read(size=-1):
        whole = text[:0].join(rest[0])
        if handle.read._mock_return_value is not DEFAULT:
            return handle.read.return_value
        if size is None or size < 0:
            rest[0] = []
            return whole
        left = whole[size:]
        rest[0] = [left] if left else []
        return whole[:size]

    def readline(size=-1):
        if handle.readline._mock_return_value is not DEFAULT:
            return handle.readline.return_value
        return rest[0].pop(0) if rest[0] else text[:0]

    def readlines(hint=-1):
        if handle.readlines._mock_return_value is not DEFAULT:
            return handle.readlines.return_value
        found, rest[0] = rest[0], []
        return found

    def iterate():
        while rest[0]:
            yield rest[0].pop(0)

    def step():
        if not rest[0]:
            raise StopIteration
        return rest[0].pop(0)

    if mock is None:
        mock = MagicMock(name="open")
    handle = MagicMock(spec=_FILE)
    handle.__enter__.return_value = handle
    handle.__exit__.return_value = None
    for name, effect in (("read", read), ("readline", readline), ("readlines", readlines)):
        child = getattr(handle, name)
        child.return_value = DEFAULT
        child.side_effect = effect
    handle.write.return_value = None
    handle.__iter__.side_effect = iterate
    handle.__next__ = MagicMock(side_effect=step)

    def open_again(*args, **kwargs):
        rest[0] = lines()
        return DEFAULT

    mock.side_effect = open_again
    mock.return_value = handle
    return mock


_FILE = ["read", "readline", "readlines", "readinto", "write", "writelines", "close", "closed", "flush", "seek", "tell",
         "truncate", "name", "mode", "encoding", "errors", "newlines", "buffer", "detach", "fileno", "isatty", "readable",
         "writable", "seekable", "line_buffering", "__enter__", "__exit__", "__iter__", "__next__"]

__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
           "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal"]
