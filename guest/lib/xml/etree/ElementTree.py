"""xml.etree.ElementTree: XML as a tree of elements, with the paths that it knows."""

import re

from _xmlparser import ParseError, Parser as _Parser
from _xmlpath import find as _find

_prefixes = {"http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
             "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
             "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
             "http://purl.org/dc/elements/1.1/": "dc"}


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("attrib must be dict, not %s" % type(attrib).__name__)
        self.tag, self.text, self.tail = tag, None, None
        self.attrib = dict(attrib)
        self.attrib.update(extra)
        self._children = []

    def __repr__(self):
        return "<Element %r at %#x>" % (self.tag, id(self))

    def makeelement(self, tag, attrib):
        return Element(tag, attrib)

    def __copy__(self):
        made = Element(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made._children = list(self._children)
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        return len(self._children) != 0

    def __iter__(self):
        return iter(self._children)

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def append(self, subelement):
        if not isinstance(subelement, Element):
            raise TypeError("append() argument must be xml.etree.ElementTree.Element, not %s" % type(subelement).__name__)
        self._children.append(subelement)

    def extend(self, elements):
        for element in elements:
            self.append(element)

    def insert(self, index, subelement):
        self._children.insert(index, subelement)

    def remove(self, subelement):
        for i, child in enumerate(self._children):
            if child is subelement:
                del self._children[i]
                return
        raise ValueError("list.remove(x): x not in list")

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag is None or tag == "*" or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        if isinstance(self.tag, str) or self.tag is None:
            if self.text:
                yield self.text
            for child in self._children:
                yield from child.itertext()
                if child.tail:
                    yield child.tail

    def iterfind(self, path, namespaces=None):
        return iter(_find(self, path, namespaces))

    def findall(self, path, namespaces=None):
        return list(_find(self, path, namespaces))

    def find(self, path, namespaces=None):
        found = _find(self, path, namespaces)
        return found[0] if found else None

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""


def SubElement(parent, tag, attrib={}, **extra):
    element = Element(tag, attrib, **extra)
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = target if not text else target + " " + text
    return element


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == str(other)


def iselement(element):
    return hasattr(element, "tag")


def register_namespace(prefix, uri):
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_prefixes.items()):
        if known == uri or name == prefix:
            del _prefixes[known]
    _prefixes[uri] = prefix


# --- reading ---

class TreeBuilder:
    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._make = element_factory or Element
        self._comments, self._pis = insert_comments, insert_pis
        self._open, self._last, self._data, self.root, self._closed = [], None, [], None, False

    def _flush(self):
        text = "".join(self._data)
        self._data = []
        if text and self._last is not None:
            if self._closed:
                self._last.tail = text
            else:
                self._last.text = text

    def start(self, tag, attrs):
        self._flush()
        element = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)
        self._last, self._closed = element, False
        return element

    def end(self, tag):
        self._flush()
        self._last, self._closed = self._open.pop(), True
        return self._last

    def data(self, data):
        self._data.append(data)

    def comment(self, text):
        return self._single(Comment(text), self._comments)

    def pi(self, target, text=None):
        return self._single(ProcessingInstruction(target, text), self._pis)

    def _single(self, element, kept):
        if kept and self._open:
            self._flush()
            self._last, self._closed = element, True
            self._open[-1].append(element)
        return element

    def close(self):
        return self.root


class XMLParser(_Parser):
    def __init__(self, *, target=None, encoding=None):
        super().__init__(TreeBuilder() if target is None else target, encoding)


# Builds the tree, and writes down what is asked for.
class _Recorder:
    def __init__(self, builder, wanted, events):
        self._builder, self._events, self.data = builder, events, builder.data
        wanted = list(wanted)
        for name in wanted:
            if name not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
                raise ValueError("unknown event %r" % name)
            if name not in ("start", "end"):
                setattr(self, name.replace("-", "_"), getattr(self, "_" + name.replace("-", "_")))
        self._wanted = wanted

    def start(self, tag, attrs):
        element = self._builder.start(tag, attrs)
        if "start" in self._wanted:
            self._events.append(("start", element))

    def end(self, tag):
        element = self._builder.end(tag)
        if "end" in self._wanted:
            self._events.append(("end", element))

    def comment(self, text):
        self._builder.comment(text)

    def pi(self, target, text):
        self._builder.pi(target, text)

    def _comment(self, text):
        self._events.append(("comment", self._builder.comment(text)))

    def _pi(self, target, text):
        self._events.append(("pi", self._builder.pi(target, text)))

    def _start_ns(self, prefix, uri):
        self._events.append(("start-ns", (prefix, uri)))

    def _end_ns(self, prefix):
        self._events.append(("end-ns", None))

    def close(self):
        return self._builder.close()


class XMLPullParser:
    def __init__(self, events=None, *, _parser=None):
        self._events = []
        self._parser = _parser or XMLParser()
        self._parser.target = _Recorder(self._parser.target, ("end",) if events is None else events, self._events)
        self._closed = False

    def feed(self, data):
        if self._closed:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                self._events.append(error)

    def _close_and_return_root(self):
        self._closed = True
        return self._parser.close()

    def close(self):
        self._close_and_return_root()

    def read_events(self):
        while self._events:
            event = self._events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    root = XML(text, parser)
    return root, {element.get("id"): element for element in root.iter() if element.get("id")}


def fromstringlist(sequence, parser=None):
    return XML("".join(sequence), parser)


class _Events:
    def __init__(self, source, events, parser):
        self._puller = XMLPullParser(events, _parser=parser)
        self._source = source
        self._pulled = self._pull()
        self.root = None

    def _pull(self):
        source = self._source if hasattr(self._source, "read") else open(self._source, "rb")
        while True:
            yield from self._puller.read_events()
            data = source.read(16384)
            if not data:
                break
            self._puller.feed(data)
        root = self._puller._close_and_return_root()
        yield from self._puller.read_events()
        self.root = root
        if source is not self._source:
            source.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pulled)


def iterparse(source, events=None, parser=None):
    return _Events(source, events, parser)


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file is not None:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        if hasattr(source, "read"):
            data = source.read()
        else:
            with open(source, "rb") as f:
                data = f.read()
        self._root = XML(data, parser)
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        return "." + path if path[:1] == "/" else path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        encoding = encoding or "us-ascii"
        text = _text(self._root, encoding, xml_declaration, method, short_empty_elements, default_namespace)
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(text if encoding == "unicode" else text.encode(encoding, "xmlcharrefreplace"))
        elif encoding == "unicode":
            with open(file_or_filename, "w") as f:
                f.write(text)
        else:
            with open(file_or_filename, "wb") as f:
                f.write(text.encode(encoding, "xmlcharrefreplace"))


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


# --- writing ---


HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param",
              "source", "track", "wbr"}


def _escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_attribute(text):
    text = _escape(text).replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _names(root, default):
    """Prefixes of the namespaces, in the order in which they are met."""
    spaces = {}
    if default:
        spaces[default] = ""

    def meet(name):
        if isinstance(name, QName):
            name = name.text
        if isinstance(name, str) and name[:1] == "{":
            uri = name[1:].partition("}")[0]
            if uri not in spaces:
                spaces[uri] = _prefixes.get(uri) or "ns%d" % len(spaces)
        elif default and isinstance(name, str):
            raise ValueError("cannot use non-qualified names with default_namespace option")

    for element in root.iter():
        meet(element.tag)
        for key, value in element.items():
            meet(key)
            if isinstance(value, QName):
                meet(value)
    return spaces


def _short(name, spaces):
    name = str(name)
    if name[:1] != "{":
        return name
    uri, _, local = name[1:].partition("}")
    return "%s:%s" % (spaces[uri], local) if spaces[uri] else local


def _serialize(out, element, spaces, declared, empty, method):
    tag = element.tag
    if tag is Comment:
        out.append("<!--%s-->" % element.text)
    elif tag is ProcessingInstruction:
        out.append("<?%s?>" % element.text)
    elif tag is None:
        if element.text:
            out.append(_escape(element.text))
        for child in element:
            _serialize(out, child, spaces, None, empty, method)
    else:
        name = _short(tag, spaces)
        out.append("<" + name)
        for uri, prefix in sorted((declared or {}).items(), key=lambda item: item[1]):
            if prefix != "xml":
                out.append(' xmlns%s="%s"' % (":" + prefix if prefix else "", _escape_attribute(uri)))
        for key, value in element.items():
            shown = _short(value, spaces) if isinstance(value, QName) else value
            if not isinstance(shown, str):
                raise TypeError("cannot serialize %r (type %s)" % (shown, type(shown).__name__))
            out.append(' %s="%s"' % (_short(key, spaces), _escape_attribute(shown)))
        if element.text and not isinstance(element.text, str):
            raise TypeError("cannot serialize %r (type %s)" % (element.text, type(element.text).__name__))
        if method == "html":
            void = name.lower() in HTML_EMPTY
            out.append(">" + (element.text or "") if name in ("script", "style") else ">" + _escape(element.text or ""))
            for child in element:
                _serialize(out, child, spaces, None, empty, method)
            if not void:
                out.append("</%s>" % name)
        elif element.text or len(element) or not empty:
            out.append(">")
            if element.text:
                out.append(_escape(element.text))
            for child in element:
                _serialize(out, child, spaces, None, empty, method)
            out.append("</%s>" % name)
        else:
            out.append(" />")
    if element.tail:
        out.append(_escape(element.tail))


def _text(element, encoding, declaration, method, empty, default=None):
    if method not in (None, "xml", "html", "text"):
        raise ValueError("unknown method %r" % method)
    if method == "text":
        return "".join(element.itertext()) + (element.tail or "")
    out = []
    if method != "html" and (declaration or declaration is None and encoding.lower() not in ("utf-8", "us-ascii", "unicode")):
        out.append("<?xml version='1.0' encoding='%s'?>\n" % ("utf-8" if encoding == "unicode" else encoding))
    spaces = _names(element, default)
    _serialize(out, element, spaces, spaces, empty, method)
    return "".join(out)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    encoding = encoding or "us-ascii"
    text = _text(element, encoding, xml_declaration, method, short_empty_elements, default_namespace)
    return text if encoding == "unicode" else text.encode(encoding, "xmlcharrefreplace")


def tostringlist(element, encoding=None, method=None, **about):
    return [tostring(element, encoding, method, **about)]


def dump(elem):
    if isinstance(elem, ElementTree):
        elem = elem.getroot()
    text = tostring(elem, "unicode")
    print(text, end="" if text.endswith("\n") else "\n")


def indent(tree, space="  ", level=0):
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError("Initial indentation level must be >= 0, got %d" % level)
    if len(tree):
        _indent(tree, space, level)


def _indent(element, space, level):
    inner = "\n" + (level + 1) * space
    if not element.text or not element.text.strip():
        element.text = inner
    for child in element:
        if len(child):
            _indent(child, space, level + 1)
        if not child.tail or not child.tail.strip():
            child.tail = inner
    if not child.tail.strip():
        child.tail = "\n" + level * space


def canonicalize(xml_data=None, **about):
    raise NotImplementedError("canonicalize() is not in this sandbox: use tostring()")
