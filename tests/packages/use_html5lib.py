# packages: html5lib==1.1 six==1.17.0 webencodings==0.6.1
import html5lib

tree = html5lib.parse("<p>Hello <b>World<i>!</b></i> &eacute; &nope; <table><td>1")
print(html5lib.serialize(tree, omit_optional_tags=False))
parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
document = parser.parse("<!DOCTYPE html><title>T</title><ul><li>a<li>b</ul>")
print([e.tag for e in document.iter()], document.findtext(".//title"), parser.errors)
print(html5lib.serialize(html5lib.parseFragment("<a href=x onclick=y>z</a><script>1</script>"), quote_attr_values="always"))
