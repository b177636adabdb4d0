"""copy: shallow and deep copies."""

from ucollections import deque


class Error(Exception):
    pass


error = Error
_ATOMS = {type(None), type(Ellipsis), type(NotImplemented), bool, int, float, complex, str, bytes, range, type, property,
          type(lambda: None), type(len), type((lambda: (yield))), slice}


def _method(x, name):
    # What a program's own class has, not what built-in types have.
    return None if isinstance(x, type) else getattr(x, name, None)


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls in (tuple, frozenset) or isinstance(x, type):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if cls is bytearray:
        return x[:]
    method = _method(x, "__copy__")
    if method is not None:
        return method()
    if isinstance(x, BaseException):
        return _with_state(cls(*x.args), x, None)
    reduced = _reduced(x)
    if reduced is not None:
        return _rebuilt(x, reduced, None)
    return _instance(x, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMS:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for name, value in x.items():
            y[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        y = x
        for old, new in zip(x, items):
            if old is not new:
                y = tuple(items)
                break
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = x[:]
    elif isinstance(x, type):
        return x
    else:
        method = _method(x, "__deepcopy__")
        reduced = None if method is not None else _reduced(x)
        if method is not None:
            y = method(memo)
        elif isinstance(x, BaseException):
            y = _with_state(cls(*deepcopy(x.args, memo)), x, memo)
        elif reduced is not None:
            y = _rebuilt(x, reduced, memo)
        else:
            y = _instance(x, memo)
    memo[key] = y
    # The memo goes by place: what was copied has to stay where it is.
    memo.setdefault(id(memo), []).append(x)
    return y


def _reduced(x):
    for cls in type(x).__mro__:
        if cls is object:
            return None
        if "__reduce_ex__" in cls.__dict__:
            return x.__reduce_ex__(4)
        if "__reduce__" in cls.__dict__:
            return x.__reduce__()


def _rebuilt(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    deep = (lambda value: value) if memo is None else (lambda value: deepcopy(value, memo))
    parts = list(reduced) + [None] * (5 - len(reduced))
    y = parts[0](*[deep(arg) for arg in parts[1]])
    if memo is not None:
        memo[id(x)] = y
    if parts[2] is not None:
        _set_state(y, deep(parts[2]))
    for item in parts[3] or ():
        y.append(deep(item))
    for key, value in parts[4] or ():
        y[deep(key)] = deep(value)
    return y


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
    else:
        for name, value in state.items():
            setattr(y, name, value)


def _with_state(y, x, memo):
    for name, value in getattr(x, "__dict__", {}).items():
        setattr(y, name, value if memo is None else deepcopy(value, memo))
    return y


def _instance(x, memo):
    cls = type(x)
    if not any("__module__" in c.__dict__ for c in cls.__mro__):
        # A built-in type; what has parts that can change is here by name.
        if cls is deque:
            return deque([item if memo is None else deepcopy(item, memo) for item in x], x.maxlen)
        return cls(x.typecode, x) if hasattr(x, "typecode") else x
    deep = (lambda value: value) if memo is None else (lambda value: deepcopy(value, memo))
    # What it is beside its attributes, if it is a kind of a built-in type.
    for base in (list, dict, set, frozenset, tuple, str, int, float, bytes, bytearray):
        if isinstance(x, base):
            if base is dict:
                y = cls.__new__(cls)
            elif base in (list, set, bytearray):
                y = cls.__new__(cls)
            elif base is tuple and hasattr(cls, "_fields"):
                y = cls(*[deep(item) for item in x])
            else:
                y = base.__new__(cls, deep(base(x)))
            break
    else:
        base = None
        try:
            y = cls.__new__(cls)
        except TypeError:
            if hasattr(x, "__dict__"):
                raise
            return x  # a built-in object, which has no parts
    if memo is not None:
        memo[id(x)] = y
    if base is dict:
        for key, value in x.items():
            dict.__setitem__(y, deep(key), deep(value))
    elif base is list:
        for item in x:
            list.append(y, deep(item))
    elif base is set:
        for item in x:
            set.add(y, deep(item))
    elif base is bytearray:
        bytearray.extend(y, x)
    state = getattr(x, "__getstate__", None)
    if state is not None and any("__getstate__" in c.__dict__ for c in cls.__mro__ if c is not object):
        _set_state(y, deep(state()))
        return y
    attributes = getattr(x, "__dict__", None)
    if attributes:
        if hasattr(y, "__setstate__"):
            y.__setstate__(deep(attributes))
        else:
            y.__dict__.update([(name, deep(value)) for name, value in attributes.items()])
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(y, name, deep(getattr(x, name)))
    return y
