"""xml.etree.ElementTree: XML as a tree of elements, with the paths that it knows."""

import re

_NAME = re.compile(r"[A-Za-z_:\x80-\U0010ffff][-A-Za-z0-9_:.\x80-\U0010ffff]*")
_SPACE = re.compile(r"[ \t\r\n]*")
_ENTITY = re.compile(r"&(#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z_][-\w.]*);")
_KNOWN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_prefixes = {"http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
             "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
             "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
             "http://purl.org/dc/elements/1.1/": "dc"}


class ParseError(SyntaxError):
    pass


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


# --- paths ---

_TOKEN = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+")


def _tokens(path, namespaces):
    for quoted, sign, name in _TOKEN.findall(path):
        if name and name[0] != "{" and namespaces:
            prefix, colon, local = name.partition(":")
            if colon:
                if prefix not in namespaces:
                    raise SyntaxError("prefix %r not found in prefix map" % prefix)
                name = "{%s}%s" % (namespaces[prefix], local)
            elif namespaces.get(""):
                name = "{%s}%s" % (namespaces[""], name)
        if quoted or sign or name:
            yield quoted or sign or name


def _matches(tag, wanted):
    if wanted[:4] == "{*}":
        wanted = wanted[3:]
    if wanted == "*" or tag == wanted:
        return True
    if wanted[:3] == "{*}":
        return isinstance(tag, str) and (tag == wanted[3:] or tag.endswith("}" + wanted[3:]))
    return wanted[-2:] == "}*" and isinstance(tag, str) and tag.startswith(wanted[:-1])


def _unique(elements):
    seen, kept = set(), []
    for element in elements:
        if id(element) not in seen:
            seen.add(id(element))
            kept.append(element)
    return kept


def _find(root, path, namespaces):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = list(_tokens(path, namespaces))
    parents = None
    found, deep, i = [root], False, 0
    while i < len(tokens):
        token = tokens[i]
        i += 1
        if token == "/":
            continue
        if token == "//":
            deep = True
            continue
        if token == "[":
            end = tokens.index("]", i)
            found = _filter(found, tokens[i:end], root)
            i = end + 1
            continue
        if token == ".":
            continue
        if token == "..":
            if parents is None:
                parents = {id(child): parent for parent in root.iter() for child in parent}
            found = _unique([parents[id(element)] for element in found if id(element) in parents])
            continue
        if deep:
            found = _unique([e for one in found for e in one.iter() if e is not one and _matches(e.tag, token)])
        else:
            found = [child for one in found for child in one if _matches(child.tag, token)]
        deep = False
    return found


def _filter(found, test, root):
    if test[0] == "@":
        if len(test) == 2:
            return [e for e in found if e.get(test[1]) is not None]
        value = test[3][1:-1]
        if test[2] == "!=":
            return [e for e in found if e.get(test[1]) is not None and e.get(test[1]) != value]
        return [e for e in found if e.get(test[1]) == value]
    if len(test) >= 3 and test[-2] in ("=", "!="):
        value, equal = test[-1][1:-1], test[-2] == "="
        if test[0] == ".":
            return [e for e in found if ("".join(e.itertext()) == value) == equal]
        return [e for e in found if any([("".join(c.itertext()) == value) == equal for c in e.findall(test[0])])]
    if test[0].isdigit() or test[0] == "last":
        at = int(test[0]) - 1 if test[0].isdigit() else -1
        if at == -1 and test[0].isdigit():
            raise SyntaxError("XPath position >= 1 expected")
        if len(test) > 2 and test[0] == "last":
            at = -1 + int(test[-1]) if test[-1][0] == "-" else -1
        parents = {id(child): parent for parent in root.iter() for child in parent}
        kept = []
        for e in found:
            same = [c for c in parents[id(e)] if c.tag == e.tag]
            if -len(same) <= at < len(same) and same[at] is e:
                kept.append(e)
        return kept
    if len(test) == 1:
        return [e for e in found if e.find(test[0]) is not None]
    raise SyntaxError("invalid predicate")


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
        self._comments = insert_comments
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
        if self._comments and self._open:
            self._flush()
            self._last, self._closed = Comment(text), True
            self._open[-1].append(self._last)

    def pi(self, target, text=None):
        pass

    def close(self):
        return self.root


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        self.target, self._pieces = target or TreeBuilder(), []

    def feed(self, data):
        if isinstance(data, (bytes, bytearray)):
            found = re.match(rb"<\?xml[^>]*encoding=['\"]([-\w]+)['\"]", bytes(data))
            data = bytes(data).decode(found.group(1).decode() if found else "utf-8-sig")
        self._pieces.append(data)

    def close(self):
        self._text = "".join(self._pieces).replace("\r\n", "\n").replace("\r", "\n")
        self._entities = dict(_KNOWN)
        self._parse()
        return self.target.close() if hasattr(self.target, "close") else None

    def _fail(self, what, at):
        before = self._text[:at]
        line, column = before.count("\n") + 1, at - before.rfind("\n") - 1
        error = ParseError("%s: line %d, column %d" % (what, line, column))
        error.position, error.code = (line, column), 4
        raise error

    def _expand(self, text, at):
        if "&" not in text:
            return text

        def replace(found):
            name = found.group(1)
            if name[0] == "#":
                return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
            if name not in self._entities:
                self._fail("undefined entity", at + found.start())
            return self._entities[name]

        bare = re.sub(_ENTITY, "", text)
        if "&" in bare:
            self._fail("not well-formed (invalid token)", at + text.index("&"))
        return _ENTITY.sub(replace, text)

    def _qualify(self, name, spaces, attribute=False):
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = None if attribute else spaces.get("")
            return "{%s}%s" % (uri, name) if uri else name
        if prefix == "xml":
            return "{http://www.w3.org/XML/1998/namespace}" + local
        if prefix not in spaces:
            self._fail("unbound prefix", self._at)
        return "{%s}%s" % (spaces[prefix], local)

    def _parse(self):
        text, target, at = self._text, self.target, 0
        size = len(text)
        if text.startswith("\ufeff"):
            at = 1
        open_tags, spaces, seen = [], [{}], False
        while at < size:
            stop = text.find("<", at)
            stop = size if stop < 0 else stop
            if stop > at:
                if open_tags:
                    target.data(self._expand(text[at:stop], at))
                elif text[at:stop].strip():
                    at += len(text[at:stop]) - len(text[at:stop].lstrip())
                    self._fail("junk after document element" if seen else "syntax error", at)
                at = stop
                continue
            self._at = at
            if text.startswith("<!--", at):
                end = text.find("-->", at + 4)
                if end < 0:
                    self._fail("unclosed token", at)
                if hasattr(target, "comment"):
                    target.comment(text[at + 4 : end])
                at = end + 3
            elif text.startswith("<![CDATA[", at):
                end = text.find("]]>", at)
                if end < 0:
                    self._fail("unclosed CDATA section", at)
                target.data(text[at + 9 : end])
                at = end + 3
            elif text.startswith("<?", at):
                end = text.find("?>", at)
                if end < 0:
                    self._fail("unclosed token", at)
                if not text.startswith("<?xml", at) and hasattr(target, "pi"):
                    words = text[at + 2 : end].split(None, 1)
                    target.pi(*words)
                at = end + 2
            elif text.startswith("<!DOCTYPE", at):
                at = self._doctype(at)
            elif text.startswith("</", at):
                found = _NAME.match(text, at + 2)
                end = text.find(">", at)
                if not found or end < 0 or text[found.end() : end].strip():
                    self._fail("not well-formed (invalid token)", at + 2)
                if not open_tags or open_tags[-1] != found.group():
                    self._fail("mismatched tag", at + 2)
                open_tags.pop()
                target.end(self._qualify(found.group(), spaces.pop()))
                at = end + 1
            else:
                if seen and not open_tags:
                    self._fail("junk after document element", at)
                at, name, empty, own = self._begin(at, spaces)
                seen = True
                if empty:
                    target.end(name)
                else:
                    open_tags.append(own)
        if not seen or open_tags:
            self._fail("no element found", size)

    def _doctype(self, at):
        text = self._text
        end, bracket = text.find(">", at), text.find("[", at)
        if 0 <= bracket < end:
            close = text.find("]", bracket)
            for name, quoted in re.findall(r"<!ENTITY\s+([-\w.]+)\s+(\"[^\"]*\"|'[^']*')\s*>", text[bracket:close]):
                self._entities[name] = self._expand(quoted[1:-1], bracket) if len(quoted) < 1000 else ""
            end = text.find(">", close)
        if end < 0:
            self._fail("unclosed token", at)
        return end + 1

    def _begin(self, at, spaces):
        text = self._text
        found = _NAME.match(text, at + 1)
        if not found:
            self._fail("not well-formed (invalid token)", at + 1)
        own, place, attributes = found.group(), found.end(), []
        known = dict(spaces[-1])
        while True:
            blank = _SPACE.match(text, place).end()
            if text.startswith(">", blank) or text.startswith("/>", blank):
                break
            found = _NAME.match(text, blank)
            if not found or blank == place:
                self._fail("unclosed token" if blank >= len(text) else "not well-formed (invalid token)", at if blank >= len(text) else blank)
            name, place = found.group(), _SPACE.match(text, found.end()).end()
            quote = _SPACE.match(text, place + 1).end()
            if text[place : place + 1] != "=" or text[quote : quote + 1] not in ('"', "'"):
                self._fail("not well-formed (invalid token)", place if text[place : place + 1] != "=" else quote)
            end = text.find(text[quote], quote + 1)
            value = text[quote + 1 : end]
            if end < 0 or "<" in value:
                self._fail("unclosed token" if end < 0 else "not well-formed (invalid token)", at if end < 0 else quote + 1 + value.index("<"))
            value = self._expand(value.replace("\n", " ").replace("\t", " "), quote)
            if name == "xmlns" or name.startswith("xmlns:"):
                known[name[6:]] = value
                if hasattr(self.target, "start_ns"):
                    self.target.start_ns(name[6:], value)
            else:
                if name in [pair[0] for pair in attributes]:
                    self._fail("duplicate attribute", blank)
                attributes.append((name, value))
            place = end + 1
        empty = text.startswith("/>", blank)
        name = self._qualify(own, known)
        self.target.start(name, {self._qualify(key, known, True): value for key, value in attributes})
        if not empty:
            spaces.append(known)
        return blank + (2 if empty else 1), name, empty, own


class XMLPullParser:
    def __init__(self, events=None):
        self._events, self._parser = events or ("end",), XMLParser()

    def feed(self, data):
        self._parser.feed(data)

    def close(self):
        self._root = self._parser.close()

    def read_events(self):
        return iter(_walk(self._root, self._events))


def _walk(root, events):
    if "start" in events:
        yield "start", root
    for child in root:
        yield from _walk(child, events)
    if "end" in events:
        yield "end", root


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


def iterparse(source, events=None, parser=None):
    return _walk(parse(source, parser).getroot(), events or ("end",))


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
        text = _text(self._root, encoding, xml_declaration, method, short_empty_elements)
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


def _names(root):
    """Prefixes of the namespaces, in the order in which they are met."""
    spaces = {}

    def meet(name):
        if isinstance(name, QName):
            name = name.text
        if isinstance(name, str) and name[:1] == "{":
            uri = name[1:].partition("}")[0]
            if uri not in spaces:
                spaces[uri] = _prefixes.get(uri) or "ns%d" % len(spaces)

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
    return "%s:%s" % (spaces[uri], local)


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
                out.append(' xmlns:%s="%s"' % (prefix, _escape_attribute(uri)))
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


def _text(element, encoding, declaration, method, empty):
    if method == "text":
        return "".join(element.itertext())
    out = []
    if method != "html" and (declaration or declaration is None and encoding.lower() not in ("utf-8", "us-ascii", "unicode")):
        out.append("<?xml version='1.0' encoding='%s'?>\n" % ("utf-8" if encoding == "unicode" else encoding))
    spaces = _names(element)
    _serialize(out, element, spaces, spaces, empty, method)
    return "".join(out)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    encoding = encoding or "us-ascii"
    text = _text(element, encoding, xml_declaration, method, short_empty_elements)
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
