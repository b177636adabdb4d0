"""xml.sax: what _sax has, once it is asked for; saxutils does without."""


def __getattr__(name):
    if name in ("handler", "xmlreader", "saxutils"):
        __import__("xml.sax." + name)
        return globals()[name]
    import _sax

    if name[:1] == "_" or not hasattr(_sax, name):
        raise AttributeError("module 'xml.sax' has no attribute '%s'" % name)
    return getattr(_sax, name)
