"""contextvars: variables of a context; there is one context at a time, and copies."""

_NONE = object()
_values = {}


class Token:
    MISSING = _NONE

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False


class ContextVar:
    def __init__(self, name, *, default=_NONE):
        self.name = name
        self._default = default

    def get(self, default=_NONE):
        if self in _values:
            return _values[self]
        if default is not _NONE:
            return default
        if self._default is not _NONE:
            return self._default
        raise LookupError(self)

    def set(self, value):
        token = Token(self, _values.get(self, _NONE))
        _values[self] = value
        return token

    def reset(self, token):
        if token._used:
            raise RuntimeError("Token has already been used once")
        if token.var is not self:
            raise ValueError("Token was created by a different ContextVar")
        token._used = True
        if token.old_value is _NONE:
            _values.pop(self, None)
        else:
            _values[self] = token.old_value


class Context:
    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **kwargs):
        global _values
        outer, _values = _values, self._values
        try:
            return callable(*args, **kwargs)
        finally:
            _values = outer

    def copy(self):
        new = Context()
        new._values = self._values.copy()
        return new

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def items(self):
        return self._values.items()

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()


def copy_context():
    new = Context()
    new._values = _values.copy()
    return new
