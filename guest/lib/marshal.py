"""marshal: plain data as bytes, in the form of pickle. There are no bytes of code objects."""

import pickle

version = 4
_PLAIN = (bool, int, float, complex, str, bytes, bytearray, tuple, list, set, frozenset, dict, type(None), type(...))


def _check(value, depth=0):
    if depth > 2000 or not isinstance(value, _PLAIN):
        raise ValueError("unmarshallable object" if depth <= 2000 else "object too deeply nested to marshal")
    if isinstance(value, dict):
        for key, item in value.items():
            _check(key, depth + 1)
            _check(item, depth + 1)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            _check(item, depth + 1)


def dumps(value, version=version):
    _check(value)
    return pickle.dumps(value)


def loads(data):
    try:
        value = pickle.loads(bytes(data))
        _check(value)
    except (pickle.UnpicklingError, IndexError, KeyError) as error:
        raise ValueError("bad marshal data (%s)" % error)
    return value


def dump(value, file, version=version):
    file.write(dumps(value))


def load(file):
    return loads(file.read())
