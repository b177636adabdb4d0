import io
import xml.sax
import xml.sax.handler
from xml.sax import saxutils
from xml.sax.xmlreader import AttributesImpl


class Log(xml.sax.ContentHandler):
    def say(name):
        def method(self, *about):
            line = (self._locator.getLineNumber(), self._locator.getColumnNumber()) if self._locator else None
            print(name, [dict(one.items()) if hasattr(one, "getNames") else one for one in about], line if name in ("startElement", "startElementNS") else "")
        return method

    startDocument, endDocument, startElement, endElement = say("startDocument"), say("endDocument"), say("startElement"), say("endElement")
    characters, processingInstruction, startElementNS, endElementNS = say("characters"), say("pi"), say("startElementNS"), say("endElementNS")
    startPrefixMapping, endPrefixMapping = say("map"), say("unmap")


TEXT = """<?xml version="1.0"?>
<!DOCTYPE shop>
<shop xmlns="urn:s" xmlns:x="urn:x">
  <item id="1" x:k="v">a &amp; b<!-- no --> c<![CDATA[<d>]]></item>
  <?go on?><x:empty/>
</shop>"""
xml.sax.parseString(TEXT, Log())
xml.sax.parseString(TEXT.encode(), Log())
parser = xml.sax.make_parser()
parser.setFeature(xml.sax.handler.feature_namespaces, 1)
parser.setContentHandler(Log())
parser.parse(io.StringIO(TEXT))


class Movies(xml.sax.handler.ContentHandler):
    def __init__(self):
        super().__init__()
        self.titles, self.inside = [], False

    def startElement(self, name, attrs):
        self.inside = name == "title"
        if "lang" in attrs:
            self.titles.append((attrs["lang"], attrs.get("none", "-"), len(attrs), attrs.getNames(), attrs.getValue("lang")))

    def characters(self, content):
        if self.inside:
            self.titles.append(content)

    def endElement(self, name):
        self.inside = False


movies = Movies()
xml.sax.parse(io.BytesIO("<m><title lang='é'>Ünë</title><title>Two\nlines</title></m>".encode()), movies)
print(movies.titles)
for wrong in ("<a>", "<a></b>", "x", "", "<a><b></a>", "<a>&nope;</a>", "<a\n b></a>"):
    try:
        xml.sax.parseString(wrong, xml.sax.ContentHandler())
        print("fine")
    except xml.sax.SAXParseException as e:
        print(e, e.getMessage(), e.getLineNumber(), e.getColumnNumber(), isinstance(e, xml.sax.SAXException))


class Errors(xml.sax.ErrorHandler):
    def fatalError(self, exception):
        print("fatal", exception)
        raise exception


try:
    xml.sax.parseString("<a><b></a>", xml.sax.ContentHandler(), Errors())
except xml.sax.SAXParseException as e:
    print(e.getSystemId())
for short in (False, True):
    out = io.StringIO()
    made = saxutils.XMLGenerator(out, "utf-8", short_empty_elements=short)
    made.startDocument()
    made.startElement("a", {"k": "v\"<'", "l": "x\ny"})
    made.characters("1 < 2 & é")
    made.startElement("b", AttributesImpl({}))
    made.endElement("b")
    made.ignorableWhitespace("\n")
    made.processingInstruction("p", "q")
    made.endElement("a")
    made.endDocument()
    print(out.getvalue())
out = io.BytesIO()
xml.sax.parseString(TEXT, saxutils.XMLGenerator(out))
print(out.getvalue())
feeder = xml.sax.make_parser()
feeder.setContentHandler(Log())
for piece in ("<a>text<b", " c='d'/></a", ">"):
    feeder.feed(piece)
feeder.close()


class Loud(saxutils.XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


loud = Loud(xml.sax.make_parser())
out = io.StringIO()
loud.setContentHandler(saxutils.XMLGenerator(out))
loud.parse(io.StringIO("<a><b c='d'>x</b></a>"))
print(out.getvalue())
