"""weakref: references that look weak. Objects go without notice here, and an object
that something refers to weakly stays for as long: nothing is ever seen to go."""


class ReferenceType:
    def __init__(self, object, callback=None):
        if object is None or isinstance(object, (int, float, str, bytes, tuple, list, dict)) and type(object).__module__ == "builtins":
            raise TypeError("cannot create weak reference to '%s' object" % type(object).__name__)
        self._object, self.__callback__ = object, callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return self._object == other._object if isinstance(other, ReferenceType) else NotImplemented

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        return "<weakref at %#x; to '%s' at %#x>" % (id(self), type(self._object).__name__, id(self._object))


ref = ReferenceType


class WeakMethod(ReferenceType):
    pass


class ProxyType:
    def __init__(self, object):
        self.__dict__["_object"] = object

    def __getattr__(self, name):
        return getattr(self._object, name)

    def __setattr__(self, name, value):
        setattr(self._object, name, value)

    def __delattr__(self, name):
        delattr(self._object, name)

    def __repr__(self):
        return "<weakproxy at %#x to %s at %#x>" % (id(self), type(self._object).__name__, id(self._object))

    def __str__(self):
        return str(self._object)

    def __len__(self):
        return len(self._object)

    def __iter__(self):
        return iter(self._object)

    def __getitem__(self, key):
        return self._object[key]

    def __setitem__(self, key, value):
        self._object[key] = value

    def __contains__(self, item):
        return item in self._object

    def __bool__(self):
        return bool(self._object)

    def __eq__(self, other):
        return self._object == other


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return self._object(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None):
    return (CallableProxyType if callable(object) else ProxyType)(object)


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


class WeakValueDictionary(dict):
    def valuerefs(self):
        return [ref(value) for value in self.values()]

    def __repr__(self):
        return "<WeakValueDictionary at %#x>" % id(self)


class WeakKeyDictionary(dict):
    def keyrefs(self):
        return [ref(key) for key in self]

    def __repr__(self):
        return "<WeakKeyDictionary at %#x>" % id(self)


class WeakSet(set):
    def __repr__(self):
        return "<_weakrefset.WeakSet object at %#x>" % id(self)


class finalize:
    """Called when it is called: nothing is seen to go, and a run's end is none."""

    atexit = True

    def __init__(self, obj, func, *args, **kwargs):
        self._about = obj, func, args, kwargs

    def __call__(self, _=None):
        about = self.detach()
        if about is not None:
            return about[1](*about[2], **about[3])

    def detach(self):
        about, self._about = self._about, None
        return about

    def peek(self):
        return self._about

    @property
    def alive(self):
        return self._about is not None
