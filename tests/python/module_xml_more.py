import io
import xml.etree.ElementTree as ET


def show(f):
    try:
        return f()
    except (ET.ParseError, ValueError, SyntaxError, TypeError) as e:
        return type(e).__name__, str(e), getattr(e, "position", None)


text = """<?xml version="1.0"?><!-- c --><?p q r?>
<a xmlns="urn:d" xmlns:x="urn:x" one="1"><x:b x:k="v">t&amp;u</x:b><!-- in --><c xmlns:y="urn:y"><?pi data?><y:d/><e/></c>tail<b/></a>"""
for events in (None, ("start", "end"), ("start-ns", "end-ns"), ("comment", "pi"), ("start", "end", "start-ns", "end-ns", "comment", "pi"), ("nope",)):
    for size in (1, 7, 1000):
        def pulled():
            puller, said = ET.XMLPullParser(events), []
            for i in range(0, len(text), size):
                puller.feed(text[i : i + size])
                said += [(event, getattr(about, "tag", about)) for event, about in puller.read_events()]
            puller.close()
            said += [(event, getattr(about, "tag", about)) for event, about in puller.read_events()]
            return [(event, about if isinstance(about, (str, tuple, type(None))) else about.__name__) for event, about in said]
        print(events, show(pulled))
    print(show(lambda: [event for event, about in ET.iterparse(io.BytesIO(text.encode()), events)]))
parsed = ET.iterparse(io.StringIO("<r><i n='1'>a</i><i n='2'>b</i></r>"))
for event, element in parsed:
    print(event, element.tag, element.text)
    element.clear()
print(parsed.root.tag)
root = ET.fromstring(text)
print(ET.tostring(root, "unicode", default_namespace="urn:d") if False else show(lambda: ET.tostring(root, "unicode", default_namespace="urn:d")))
plain = ET.fromstring('<a xmlns="urn:d"><b/><c>x</c></a>')
print(ET.tostring(plain, "unicode", default_namespace="urn:d"), ET.tostring(plain), ET.tostring(plain, xml_declaration=True), ET.tostring(plain, method="text"))
out = io.StringIO()
ET.ElementTree(plain).write(out, encoding="unicode", default_namespace="urn:d", xml_declaration=False)
print(out.getvalue(), show(lambda: ET.tostring(plain, method="odd")))
tree = ET.fromstring("<a xmlns:x='X' xmlns:y='Y'><x:b><c/></x:b><b/><c><x:b/><b/></c><y:b/></a>")
for path in ("{*}b", "{X}*", "{}*", "{}b", "{*}*", ".//{*}b", ".//{}*", ".//{X}*", "b[1]", "*[last()]", "*[last()-1]", "*[0]", "*[-1]", "*[last()+1]", "*[last()-0]", "/a", "c/..", "."):
    print(path, show(lambda: [e.tag for e in tree.findall(path)]))


class Target:
    def start(self, tag, attrib):
        print("start", tag, attrib)

    def end_ns(self, prefix):
        print("end_ns", repr(prefix))

    def doctype(self, *about):
        print("doctype", about)

    def close(self):
        return "closed"


parser = ET.XMLParser(target=Target())
for piece in ("<!DOCTYPE html PUBLIC 'a' \"b\"><ht", "ml xmlns='u' a", "='1>2'><b", "/></html>"):
    parser.feed(piece)
print(parser.close())
builder = ET.TreeBuilder(insert_comments=True, insert_pis=True)
print(ET.tostring(ET.fromstring("<a>x<!-- c -->y<?p q?>z</a>", ET.XMLParser(target=builder))))
for wrong in ("<a>", "<a></b>", "<a/><b/>", "x", "", "<a b='1' b='2'/>", "<a>&x;</a>", "<!DOCTYPE a []><a>&x;</a>", "<!DOCTYPE a SYSTEM 'b'><a>&x;</a>", "<x:a/>", "<a><b></a></b>", "<a/>tail", "<a b=1/>"):
    print(wrong, show(lambda: ET.fromstring(wrong)))
for data in ("<?xml version='1.0' encoding='latin-1'?><a>é</a>".encode("latin-1"), "<a>é</a>".encode("utf-16"), "\ufeff<a>é</a>".encode(), b"<a>\r\nb\rc</a>"):
    print(repr(ET.fromstring(data).text))
parser = ET.XMLParser()
parser.entity["nbsp"] = "\u00a0"
parser.feed("<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY w 'world'>]><a>&w;&nbsp;!</a>")
print(repr(parser.close().text))
