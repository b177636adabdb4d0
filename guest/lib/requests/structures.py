class CaseInsensitiveDict(dict):
    def __init__(self, data=None, **kwargs):
        self._names = {}
        self.update(data or {}, **kwargs)

    def _key(self, key):
        return self._names.get(key.lower(), key)

    def __setitem__(self, key, value):
        self.pop(key, None)
        self._names[key.lower()] = key
        dict.__setitem__(self, key, value)

    def __getitem__(self, key):
        return dict.__getitem__(self, self._key(key))

    def __delitem__(self, key):
        self.pop(key)

    def __contains__(self, key):
        return key.lower() in self._names

    def get(self, key, default=None):
        return dict.get(self, self._key(key), default)

    def pop(self, key, *default):
        return dict.pop(self, self._names.pop(key.lower(), key), *default)

    def update(self, data=(), **kwargs):
        for pairs in (data, kwargs):
            for key, value in pairs.items() if hasattr(pairs, "items") else pairs:
                self[key] = value
