import io
import xml.etree.ElementTree as ET

text = """<?xml version="1.0" encoding="UTF-8"?>
<!-- head -->
<data xmlns:a="urn:a" version='1'>
  <country name="Liechtenstein"><rank>1</rank><a:year>2008</a:year><neighbor name="Austria" dir="E"/>tail &amp; more</country>
  <country name="Singapore &lt;x&gt;"><rank>4</rank><empty></empty><![CDATA[<raw>]]></country>
  <!-- inside -->
</data>"""
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), root[0].tag, root[0][1].tag, root[0].get("name"), repr(root[0][2].tail), repr(root[1][1].tail))
print([c.attrib["name"] for c in root.findall("country")], [r.text for r in root.iter("rank")], root.find("country/rank").text)
print(root.findtext("country/rank"), root.findtext("none", "default"), root.find("none"), [e.tag for e in root.findall(".//*")])
print([e.get("name") for e in root.findall("./country[@name='Liechtenstein']")], [e.get("name") for e in root.findall("country[rank='4']")], root.findall("country[2]")[0].get("name"),
      root.findall("country[last()]")[0].get("name"), len(root.findall("country[neighbor]")), len(root.findall(".//neighbor/..")), root.find("country/a:year", {"a": "urn:a"}).text, root.find("country/{urn:a}year").text,
      root.find("country/{*}year").text, len(root.findall("*")))
print(ET.tostring(root, "unicode"))
print(ET.tostring(root)[:60], "".join(root[0].itertext()))
made = ET.Element("root", {"k": "v\"<"}, extra="1")
a = ET.SubElement(made, "a")
a.text = "text & <é>"
b = ET.SubElement(made, "b", x="1")
made.append(ET.Comment(" note "))
made.insert(0, ET.Element("{urn:x}first"))
print(ET.tostring(made, encoding="unicode"), ET.tostring(made), ET.tostring(made, "utf-8"), ET.tostring(made, "unicode", short_empty_elements=False))
made.remove(b)
a.set("new", "2")
print(len(made), a.attrib, list(made.keys()), [e.tag for e in made if isinstance(e.tag, str)], a.items())
ET.indent(made)
print(ET.tostring(made, encoding="unicode"))
tree = ET.ElementTree(made)
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue().decode())
again = ET.parse(io.BytesIO(out.getvalue())).getroot()
print([e.tag for e in again.iter()], tree.getroot() is made, tree.find("a").text)
ET.dump(ET.fromstring("<a><b/></a>"))
for bad in ("", "<a>", "<a></b>", "<a><b></a>", "text", "<a/><b/>", "<a x=1/>", "<a x='1' x='2'/>", "<a>&nope;</a>", "<a", "<p:a/>", "<a>&</a>"):
    try:
        ET.fromstring(bad)
        print("fine", bad)
    except ET.ParseError as error:
        print(repr(bad), str(error).split(":")[0], error.position[0])
for event, element in ET.iterparse(io.StringIO("<a><b>1</b><c/></a>"), events=("start", "end")):
    print(event, element.tag)
print(ET.tostring(ET.fromstring("<p>a<b>c</b>d</p>"), method="text", encoding="unicode"), ET.tostring(ET.fromstring("<p>x<br/></p>"), method="html"), ET.XML("<a>1</a>").text, ET.iselement(a))
ET.register_namespace("mine", "urn:x")
print(ET.tostring(made[0], "unicode").strip())
try:
    ET.tostring(ET.Element("a", x=1))
except TypeError as error:
    print(error)
