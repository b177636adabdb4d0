"""copy: shallow and deep copies."""

from copyreg import __newobj__, _reduce_ex, dispatch_table
from re import Match, Pattern


class Error(Exception):
    pass


error = Error
_ATOMS = {type(None), type(Ellipsis), type(NotImplemented), bool, int, float, complex, str, bytes, range, type, property,
          type(lambda: None), type(len), type((lambda: (yield))), slice, Pattern, Match}


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls in (tuple, frozenset) or isinstance(x, type):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if cls is bytearray:
        return x[:]
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls)
    return x if isinstance(reduced, str) else _rebuilt(x, reduced, None)


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
        copier = getattr(cls, "__deepcopy__", None)
        if copier is not None:
            y = copier(x, memo)
        elif cls is _Method:
            y = _Method(x.__func__, deepcopy(x.__self__, memo))
        else:
            reduced = _reduced(x, cls)
            if isinstance(reduced, str):
                return x
            y = _rebuilt(x, reduced, memo)
    if y is not x:
        memo[key] = y
        # The memo goes by place: what was copied has to stay where it is.
        memo.setdefault(id(memo), []).append(x)
    return y


_Method = type(Error().with_traceback)


def _reduced(x, cls, protocol=4):
    reduce = dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    return _reduce_ex(x, protocol) if cls.__reduce_ex__ is object.__reduce_ex__ else x.__reduce_ex__(protocol)


def _rebuilt(x, reduced, memo):
    if reduced[0] is __newobj__ and len(reduced) == 5 and reduced[3] is reduced[4] and len(reduced[1]) == 1:
        # An object of a class, and its attributes: most are.
        state = reduced[2]
        y = __newobj__(reduced[1][0])
        if memo is not None:
            memo[id(x)] = y
            state = deepcopy(state, memo) if state is not None else None
        if state is not None:
            _set_state(y, state)
        return y
    deep = (lambda value: value) if memo is None else (lambda value: deepcopy(value, memo))
    make, args, state, items, pairs = reduced + (None,) * (5 - len(reduced))
    y = make(*[deep(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deep(state))
    for item in items or ():
        y.append(deep(item))
    for key, value in pairs or ():
        y[deep(key)] = deep(value)
    return y


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        if isinstance(y, BaseException):
            slots = dict(slots or (), **state)
        else:
            y.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(y, name, value)
