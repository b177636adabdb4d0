"""xml.dom.minidom: documents as nodes. _xmlparser reads them."""

import xml.dom
from xml.dom import HierarchyRequestErr, NotFoundErr


class NodeList(list):
    @property
    def length(self):
        return len(self)

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None


def _text(data, attribute=False):
    data = data.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(">", "&gt;")
    return data


class Node(xml.dom.Node):
    parentNode = ownerDocument = nodeValue = attributes = namespaceURI = prefix = None
    nodeName = ""

    def __init__(self):
        self.childNodes = NodeList()

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    def _beside(self, step):
        if self.parentNode is None:
            return None
        siblings = self.parentNode.childNodes
        for i, node in enumerate(siblings):
            if node is self:
                return siblings[i + step] if 0 <= i + step < len(siblings) else None

    nextSibling = property(lambda self: self._beside(1))
    previousSibling = property(lambda self: self._beside(-1))

    def hasChildNodes(self):
        return bool(self.childNodes)

    def _place(self, node):
        for i, child in enumerate(self.childNodes):
            if child is node:
                return i
        raise NotFoundErr()

    def appendChild(self, node):
        return self.insertBefore(node, None)

    def insertBefore(self, newChild, refChild):
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in list(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        self.childNodes.insert(len(self.childNodes) if refChild is None else self._place(refChild), newChild)
        newChild.parentNode = self
        return newChild

    def removeChild(self, oldChild):
        self.childNodes.pop(self._place(oldChild))
        oldChild.parentNode = None
        return oldChild

    def replaceChild(self, newChild, oldChild):
        self.insertBefore(newChild, oldChild)
        return self.removeChild(oldChild)

    def cloneNode(self, deep):
        made = self._copy()
        made.ownerDocument = self.ownerDocument
        if deep:
            for child in self.childNodes:
                made.appendChild(child.cloneNode(True))
        return made

    def normalize(self):
        kept = NodeList()
        for child in self.childNodes:
            if child.nodeType == self.TEXT_NODE:
                if not child.data:
                    continue
                if kept and kept[-1].nodeType == self.TEXT_NODE:
                    kept[-1].data += child.data
                    continue
            child.normalize()
            kept.append(child)
        self.childNodes = kept

    def getElementsByTagName(self, name):
        found = NodeList()
        for child in self.childNodes:
            if child.nodeType == self.ELEMENT_NODE and (name == "*" or child.tagName == name):
                found.append(child)
            found.extend(child.getElementsByTagName(name))
        return found

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        from io import StringIO

        out = StringIO()
        if self.nodeType == self.DOCUMENT_NODE:
            self.writexml(out, "", indent, newl, encoding, standalone)
        else:
            self.writexml(out, "", indent, newl)
        return out.getvalue() if encoding is None else out.getvalue().encode(encoding, "xmlcharrefreplace")

    def unlink(self):
        for child in self.childNodes:
            child.unlink()
        self.childNodes = NodeList()
        self.parentNode = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.unlink()


class CharacterData(Node):
    def __init__(self, data=""):
        Node.__init__(self)
        self.data = data

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, "data", value))

    @property
    def length(self):
        return len(self.data)

    def _copy(self):
        return type(self)(self.data)

    def appendData(self, arg):
        self.data += arg

    def __repr__(self):
        return '<DOM %s node "%r%s">' % (type(self).__name__, self.data[:10], "..." if len(self.data) > 10 else "")


class Text(CharacterData):
    nodeType = Node.TEXT_NODE
    nodeName = "#text"

    @property
    def wholeText(self):
        return self.data

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(indent + _text(self.data) + newl)


class CDATASection(Text):
    nodeType = Node.CDATA_SECTION_NODE
    nodeName = "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "]]>" in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write("<![CDATA[%s]]>" % self.data)


class Comment(CharacterData):
    nodeType = Node.COMMENT_NODE
    nodeName = "#comment"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write("%s<!--%s-->%s" % (indent, self.data, newl))


class ProcessingInstruction(Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        Node.__init__(self)
        self.target = self.nodeName = target
        self.data = self.nodeValue = data

    def _copy(self):
        return ProcessingInstruction(self.target, self.data)

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("%s<?%s %s?>%s" % (indent, self.target, self.data, newl))


class Attr(Node):
    nodeType = Node.ATTRIBUTE_NODE

    def __init__(self, name, value, element=None):
        Node.__init__(self)
        self.name = self.nodeName = name
        self._value = value
        self.ownerElement = element

    def _set(self, value):
        self._value = value
        if self.ownerElement is not None:
            self.ownerElement._attributes[self.name] = value

    value = nodeValue = property(lambda self: self._value, _set)


class NamedNodeMap:
    def __init__(self, element):
        self._element = element

    @property
    def length(self):
        return len(self._element._attributes)

    __len__ = lambda self: self.length

    def __getitem__(self, name):
        return Attr(name, self._element._attributes[name], self._element)

    def __contains__(self, name):
        return name in self._element._attributes

    def get(self, name, value=None):
        return self[name] if name in self else value

    def item(self, index):
        return self[list(self._element._attributes)[index]]

    def items(self):
        return list(self._element._attributes.items())

    def keys(self):
        return self._element._attributes.keys()

    def values(self):
        return [self[name] for name in self._element._attributes]


class Element(Node):
    nodeType = Node.ELEMENT_NODE

    def __init__(self, tagName, namespaceURI=None, prefix=None, localName=None):
        Node.__init__(self)
        self.tagName = self.nodeName = tagName
        self.localName = localName or tagName.rpartition(":")[2]
        self.prefix = prefix
        self.namespaceURI = namespaceURI
        self._attributes = {}

    @property
    def attributes(self):
        return NamedNodeMap(self)

    def _copy(self):
        made = Element(self.tagName, self.namespaceURI, self.prefix, self.localName)
        made._attributes.update(self._attributes)
        return made

    def getAttribute(self, attname):
        return self._attributes.get(attname, "")

    def setAttribute(self, attname, value):
        self._attributes[attname] = value

    def hasAttribute(self, name):
        return name in self._attributes

    def hasAttributes(self):
        return bool(self._attributes)

    def removeAttribute(self, name):
        if name not in self._attributes:
            raise NotFoundErr()
        del self._attributes[name]

    def getAttributeNode(self, attrname):
        return self.attributes.get(attrname)

    def setAttributeNode(self, attr):
        self._attributes[attr.name] = attr.value
        attr.ownerElement = self

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(indent + "<" + self.tagName)
        for name, value in self._attributes.items():
            writer.write(' %s="%s"' % (name, _text(value, True)))
        if not self.childNodes:
            return writer.write("/>" + newl)
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (self.TEXT_NODE, self.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer)
        else:
            writer.write(newl)
            for child in self.childNodes:
                child.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write("</%s>%s" % (self.tagName, newl))

    def __repr__(self):
        return "<DOM Element: %s at %#x>" % (self.tagName, id(self))


class DocumentFragment(Node):
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"

    def _copy(self):
        return DocumentFragment()


class Document(Node):
    nodeType = Node.DOCUMENT_NODE
    nodeName = "#document"
    encoding = standalone = version = doctype = None

    @property
    def documentElement(self):
        for child in self.childNodes:
            if child.nodeType == self.ELEMENT_NODE:
                return child

    def insertBefore(self, newChild, refChild):
        if newChild.nodeType == self.ELEMENT_NODE and self.documentElement is not None and newChild is not self.documentElement:
            raise HierarchyRequestErr("two document elements disallowed")
        return Node.insertBefore(self, newChild, refChild)

    def _made(self, node):
        node.ownerDocument = self
        return node

    def _copy(self):
        return Document()

    def createElement(self, tagName):
        return self._made(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        prefix, _, name = qualifiedName.rpartition(":")
        return self._made(Element(qualifiedName, namespaceURI, prefix or None, name))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        return self._made(Text(data))

    def createCDATASection(self, data):
        return self._made(CDATASection(data))

    def createComment(self, data):
        return self._made(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._made(ProcessingInstruction(target, data))

    def createDocumentFragment(self):
        return self._made(DocumentFragment())

    def createAttribute(self, qName):
        return self._made(Attr(qName, ""))

    def getElementById(self, id):
        return None

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        head = '<?xml version="1.0" '
        if encoding:
            head += 'encoding="%s"' % encoding
        if standalone is not None:
            head += ' standalone="%s"' % ("yes" if standalone else "no")
        writer.write(head + "?>" + newl)
        for child in self.childNodes:
            child.writexml(writer, indent, addindent, newl)


class DOMImplementation:
    def createDocument(self, namespaceURI, qualifiedName, doctype):
        document = Document()
        if qualifiedName:
            document.appendChild(document.createElementNS(namespaceURI, qualifiedName))
        return document


def getDOMImplementation(features=None):
    return DOMImplementation()


# Builds nodes as the parser of ElementTree meets them.
class _Builder:
    def __init__(self):
        self.document = Document()
        self._at = self.document
        self._prefixes = []

    def _name(self, tag):
        if tag[0] != "{":
            return tag, None, None
        space, _, name = tag[1:].rpartition("}")
        for prefix, uri in reversed(self._prefixes):
            if uri == space:
                return (prefix + ":" + name if prefix else name), space, prefix or None
        return name, space, None

    def start_ns(self, prefix, uri):
        self._prefixes.append((prefix, uri))
        self._new = getattr(self, "_new", []) + [(prefix, uri)]

    def start(self, tag, attributes):
        name, space, prefix = self._name(tag)
        node = Element(name, space, prefix)
        node.ownerDocument = self.document
        for prefix, uri in getattr(self, "_new", ()):
            node.setAttribute("xmlns:" + prefix if prefix else "xmlns", uri)
        self._new = []
        for key, value in attributes.items():
            node.setAttribute(self._name(key)[0], value)
        self._at.appendChild(node)
        self._at = node

    def end(self, tag):
        self._at = self._at.parentNode

    def data(self, text):
        if self._at is self.document:
            return
        last = self._at.lastChild
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += text
        else:
            self._at.appendChild(self.document.createTextNode(text))

    def comment(self, text):
        self._at.appendChild(self.document.createComment(text))

    def pi(self, target, text=None):
        self._at.appendChild(self.document.createProcessingInstruction(target, text or ""))

    def close(self):
        return self.document


def parseString(string, parser=None):
    from _xmlparser import ParseError, Parser
    from xml.parsers.expat import ExpatError

    reader = Parser(_Builder())
    try:
        reader.feed(string)
        return reader.close()
    except ParseError as error:
        raise ExpatError(*error.args)


def parse(file, parser=None, bufsize=None):
    if hasattr(file, "read"):
        return parseString(file.read())
    with open(file, "rb") as f:
        return parseString(f.read())
