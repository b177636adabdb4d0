"""What xml.sax has: XML told to a handler, piece by piece; _xmlparser reads it."""

import re
from _xmlparser import ParseError, Parser

default_parser_list = []
feature_namespaces = "http://xml.org/sax/features/namespaces"
feature_external_ges = "http://xml.org/sax/features/external-general-entities"
feature_external_pes = "http://xml.org/sax/features/external-parameter-entities"
feature_validation = "http://xml.org/sax/features/validation"
property_lexical_handler = "http://xml.org/sax/properties/lexical-handler"


class SAXException(Exception):
    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        super().__init__(msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXNotRecognizedException(SAXException):
    pass


class SAXNotSupportedException(SAXException):
    pass


class SAXReaderNotAvailable(SAXNotSupportedException):
    pass


class Locator:
    def getColumnNumber(self):
        return -1

    def getLineNumber(self):
        return -1

    def getPublicId(self):
        return None

    def getSystemId(self):
        return None


class SAXParseException(SAXException):
    def __init__(self, msg, exception, locator):
        super().__init__(msg, exception)
        self._locator = locator
        self._place = locator.getSystemId(), locator.getLineNumber(), locator.getColumnNumber()

    def getColumnNumber(self):
        return self._place[2]

    def getLineNumber(self):
        return self._place[1]

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._place[0]

    def __str__(self):
        where = ["?" if part is None else part for part in self._place[1:]]
        return "%s:%s:%s: %s" % (self._place[0] or "<unknown>", where[0], where[1], self._msg)


class ErrorHandler:
    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


def _nothing(self, *about):
    pass


class ContentHandler:
    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        self._locator = locator

    startDocument = endDocument = startPrefixMapping = endPrefixMapping = startElement = endElement = startElementNS = _nothing
    endElementNS = characters = ignorableWhitespace = processingInstruction = skippedEntity = _nothing


class InputSource:
    def __init__(self, system_id=None):
        self._system_id, self._public_id, self._encoding, self._bytes, self._text = system_id, None, None, None, None

    def getSystemId(self):
        return self._system_id

    def setSystemId(self, system_id):
        self._system_id = system_id

    def getPublicId(self):
        return self._public_id

    def setPublicId(self, public_id):
        self._public_id = public_id

    def getEncoding(self):
        return self._encoding

    def setEncoding(self, encoding):
        self._encoding = encoding

    def getByteStream(self):
        return self._bytes

    def setByteStream(self, stream):
        self._bytes = stream

    def getCharacterStream(self):
        return self._text

    def setCharacterStream(self, stream):
        self._text = stream


class AttributesImpl:
    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        return len(self._attrs)

    def getType(self, name):
        return "CDATA"

    def getValue(self, name):
        return self._attrs[name]

    getValueByQName = __getitem__ = getValue

    def getNames(self):
        return list(self._attrs)

    getQNames = keys = getNames

    def getNameByQName(self, name):
        if name not in self._attrs:
            raise KeyError(name)
        return name

    getQNameByName = getNameByQName

    def __len__(self):
        return len(self._attrs)

    def __contains__(self, name):
        return name in self._attrs

    def get(self, name, alternative=None):
        return self._attrs.get(name, alternative)

    def copy(self):
        return self.__class__(self._attrs)

    def items(self):
        return list(self._attrs.items())

    def values(self):
        return list(self._attrs.values())


class _Parser(Parser):
    """Tells text in the pieces in which expat does: ends of lines and references are their own."""

    def _said(self, text, at, raw):
        for found in re.finditer(r"\n|[^\n]+" if raw else r"\n|&[^;&\n]*;?|[^&\n]+", text):
            piece = found.group()
            self._tell("data", piece if raw else self._expand(piece, at + found.start()))


class _PlainParser(_Parser):
    """Names as they are written, and declarations of namespaces among the attributes."""

    def _qualify(self, name, spaces, attribute=False):
        return name


def _pair(name):
    uri, brace, local = name[1:].partition("}") if name[:1] == "{" else (None, "", name)
    return uri, local


class XMLReader(Locator):
    def __init__(self):
        self._content, self._errors, self._features = ContentHandler(), ErrorHandler(), {}
        self._resolver = self._dtd = self._lexical = self._parser = None
        self._system_id = None

    def getContentHandler(self):
        return self._content

    def setContentHandler(self, handler):
        self._content = handler

    def getErrorHandler(self):
        return self._errors

    def setErrorHandler(self, handler):
        self._errors = handler

    def setEntityResolver(self, resolver):
        self._resolver = resolver

    def setDTDHandler(self, handler):
        self._dtd = handler

    def getFeature(self, name):
        return self._features.get(name, 0)

    def setFeature(self, name, state):
        if self._parser is not None:
            raise SAXNotSupportedException("Cannot set features while parsing")
        if state and name == feature_validation:
            raise SAXNotSupportedException("expat does not support validation")
        self._features[name] = state

    def setProperty(self, name, value):
        if name != property_lexical_handler:
            raise SAXNotRecognizedException("Property '%s' not recognized" % name)
        self._lexical = value

    def getSystemId(self):
        return self._system_id

    def getLineNumber(self):
        return 1 if self._parser is None else self._parser._text.count("\n", 0, self._parser._at) + 1

    def getColumnNumber(self):
        if self._parser is None:
            return 0
        return self._parser._at - self._parser._text.rfind("\n", 0, self._parser._at) - 1

    # The parser's target: what it tells, in SAX's words.
    def _begin(self):
        self._declared = {}
        self._parser = (_Parser if self._features.get(feature_namespaces) else _PlainParser)(self)
        self._content.startDocument()

    def start(self, tag, attrs):
        if self._features.get(feature_namespaces):
            pairs = AttributesImpl({_pair(name): value for name, value in attrs.items()})
            self._content.startElementNS(_pair(tag), None, pairs)
            return
        declared, self._declared = self._declared, {}
        declared.update(attrs)
        self._content.startElement(tag, AttributesImpl(declared))

    def end(self, tag):
        if self._features.get(feature_namespaces):
            self._content.endElementNS(_pair(tag), None)
        else:
            self._content.endElement(tag)

    def start_ns(self, prefix, uri):
        if self._features.get(feature_namespaces):
            self._content.startPrefixMapping(prefix or None, uri)
        else:
            self._declared["xmlns:" + prefix if prefix else "xmlns"] = uri

    def end_ns(self, prefix):
        if self._features.get(feature_namespaces):
            self._content.endPrefixMapping(prefix or None)

    def data(self, text):
        self._content.characters(text)

    def comment(self, text):
        if self._lexical is not None:
            self._lexical.comment(text)

    def pi(self, target, text):
        self._content.processingInstruction(target, text)

    def _guarded(self, step, *about):
        try:
            step(*about)
        except ParseError as error:
            place = Locator()
            place.getLineNumber, place.getColumnNumber = lambda: error.position[0], lambda: error.position[1]
            place.getSystemId = self.getSystemId
            text = str(error)
            self._errors.fatalError(SAXParseException(text[: text.rindex(": line")], error, place))

    def feed(self, data, isFinal=False):
        if self._parser is None:
            self._begin()
        self._guarded(self._parser.feed, data)
        if isFinal:
            self.close()

    def close(self):
        if self._parser is None:
            return
        self._guarded(self._parser._take, "", True)
        self._content.endDocument()
        self._parser = None

    def reset(self):
        self._parser = None

    def parse(self, source):
        source = prepare_input_source(source)
        self._system_id = source.getSystemId()
        stream = source.getCharacterStream() or source.getByteStream()
        data = stream.read()
        self._parser = None
        self._content.setDocumentLocator(self)
        self._begin()
        try:
            self._guarded(self._parser.feed, data)
            self.close()
        finally:
            self._parser = None


def make_parser(parser_list=()):
    return XMLReader()


def parse(source, handler, errorHandler=ErrorHandler()):
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    import io

    parse(io.StringIO(string) if isinstance(string, str) else io.BytesIO(string), handler, errorHandler or ErrorHandler())


def prepare_input_source(source, base=""):
    if isinstance(source, InputSource):
        return source
    made = InputSource(getattr(source, "name", None) if hasattr(source, "read") else source)
    if hasattr(source, "read"):
        text = isinstance(source.read(0), str)
        (made.setCharacterStream if text else made.setByteStream)(source)
    elif source is not None:
        made.setByteStream(open(source, "rb"))
    return made


class XMLGenerator(ContentHandler):
    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        import io
        import sys
        from xml.sax import saxutils

        super().__init__()
        self._out, self._encoding, self._short = out or sys.stdout, encoding, short_empty_elements
        self._bytes = isinstance(self._out, io.BytesIO) or "b" in str(getattr(self._out, "mode", ""))
        self._escape, self._quote = saxutils.escape, saxutils.quoteattr
        self._open, self._prefixes, self._declared = False, {}, []

    def _write(self, text):
        self._out.write(text.encode(self._encoding, "xmlcharrefreplace") if self._bytes else text)

    def _finish(self):
        if self._open:
            self._open = False
            self._write(">")

    def startDocument(self):
        self._write('<?xml version="1.0" encoding="%s"?>\n' % self._encoding)

    def startPrefixMapping(self, prefix, uri):
        self._prefixes[uri] = prefix
        self._declared.append((prefix, uri))

    def _qualified(self, name):
        uri, local = name
        prefix = self._prefixes.get(uri) if uri else None
        return "%s:%s" % (prefix, local) if prefix else local

    def startElement(self, name, attrs):
        self._finish()
        self._write("<" + name)
        for prefix, uri in self._declared:
            self._write(' xmlns%s="%s"' % (":" + prefix if prefix else "", uri))
        self._declared = []
        for key, value in attrs.items():
            self._write(" %s=%s" % (key, self._quote(value)))
        if self._short:
            self._open = True
        else:
            self._write(">")

    def endElement(self, name):
        self._write("/>" if self._open else "</%s>" % name)
        self._open = False

    def startElementNS(self, name, qname, attrs):
        self.startElement(self._qualified(name), {self._qualified(key): value for key, value in attrs.items()})

    def endElementNS(self, name, qname):
        self.endElement(self._qualified(name))

    def characters(self, content):
        if content:
            self._finish()
            self._write(self._escape(content if isinstance(content, str) else str(content, self._encoding)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish()
            self._write(content if isinstance(content, str) else str(content, self._encoding))

    def processingInstruction(self, target, data):
        self._finish()
        self._write("<?%s %s?>" % (target, data))


class XMLFilterBase(XMLReader):
    """Hands on to its own handlers what its parent tells it."""

    def __init__(self, parent=None):
        super().__init__()
        self._parent = parent

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent

    def parse(self, source):
        self._parent.setContentHandler(self)
        self._parent.setErrorHandler(self._errors)
        self._parent.parse(source)


def _handed_on(name):
    def method(self, *about):
        getattr(self._content, name)(*about)

    return method


for _name in ("setDocumentLocator startDocument endDocument startPrefixMapping endPrefixMapping startElement endElement startElementNS "
              "endElementNS characters ignorableWhitespace processingInstruction skippedEntity").split():
    setattr(XMLFilterBase, _name, _handed_on(_name))
