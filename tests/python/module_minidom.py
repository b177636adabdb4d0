# xml.dom.minidom, xml.sax.saxutils, colorsys.
import colorsys
from xml.dom import minidom
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr, unescape

document = minidom.Document()
root = document.createElement("root")
root.setAttribute("a", '1 < "2"')
document.appendChild(root)
for i in range(2):
    item = document.createElement("item")
    item.setAttribute("id", str(i))
    item.appendChild(document.createTextNode("text & %d" % i))
    root.appendChild(item)
root.appendChild(document.createComment("note"))
root.appendChild(document.createElement("empty"))
print(document.toprettyxml(indent="  "))
print(root.toxml(), document.toxml(encoding="utf-8"))
tree = ElementTree.Element("data")
ElementTree.SubElement(tree, "child", name="x").text = "value"
print(minidom.parseString(ElementTree.tostring(tree)).toprettyxml(indent="    "))
read = minidom.parseString('<?xml version="1.0"?><a x="1"><!-- c --><b>one</b>tail<b>two</b><c><b/></c></a>')
print(read.documentElement.tagName, [b.firstChild.data for b in read.getElementsByTagName("b") if b.firstChild], len(read.getElementsByTagName("*")))
first = read.getElementsByTagName("b")[0]
print(first.nextSibling.data, first.parentNode.nodeName, first.nodeType == first.ELEMENT_NODE, read.documentElement.getAttribute("x"), read.documentElement.attributes["x"].value)
read.documentElement.removeChild(first)
clone = read.documentElement.cloneNode(True)
print(clone.toxml(), first.parentNode, clone.hasAttribute("y"), [n.nodeName for n in clone.childNodes])
try:
    minidom.parseString("<a><b></a>")
except Exception as error:
    print(type(error).__name__)
print(escape("<a & b>"), unescape("&lt;a&gt; &amp;lt;"), quoteattr('say "hi"'), quoteattr("it's"), escape("x", {"x": "y"}))
for colour in ((0.2, 0.4, 0.6), (1, 0, 0), (0.5, 0.5, 0.5), (0.1, 0.9, 0.3)):
    print(*[[round(c, 6) for c in made] for made in (colorsys.rgb_to_hsv(*colour), colorsys.rgb_to_hls(*colour), colorsys.rgb_to_yiq(*colour),
                                                     colorsys.hsv_to_rgb(*colorsys.rgb_to_hsv(*colour)), colorsys.hls_to_rgb(*colorsys.rgb_to_hls(*colour)))])
