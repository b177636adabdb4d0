"""xml.sax.saxutils: text in XML and back."""


def escape(data, entities={}):
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    for key, value in entities.items():
        data = data.replace(key, value)
    return data


def unescape(data, entities={}):
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    for key, value in entities.items():
        data = data.replace(key, value)
    return data.replace("&amp;", "&")


def quoteattr(data, entities={}):
    data = escape(data, dict(entities, **{"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}))
    if '"' not in data:
        return '"%s"' % data
    return "'%s'" % data if "'" not in data else '"%s"' % data.replace('"', "&quot;")


def __getattr__(name):
    if name not in ("XMLGenerator", "XMLFilterBase", "prepare_input_source"):
        raise AttributeError("module 'xml.sax.saxutils' has no attribute '%s'" % name)
    import _sax

    return getattr(_sax, name)
