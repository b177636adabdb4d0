import html
from html.parser import HTMLParser
from html.entities import name2codepoint, codepoint2name, entitydefs

for text in ("&lt;a&gt; &amp; &quot;b&quot; &#39;c&#x27;", "&eacute;&euro;&nbsp;!", "&copy 2020 &copyx &notin; &unknown; & &;", "&#128;&#0;&#xD800;&#x110000;",
             "&ampamp;", "&AMP", "a&b=c", "&#; &#x; &#65 &#x41g", "&hearts;&Alpha;&omega;"):
    print(repr(html.unescape(text)))
print(html.escape("<a href=\"x\">'&'</a>"), html.escape("'\"", quote=False))
print(name2codepoint["eacute"], codepoint2name[233], entitydefs["lt"], len(name2codepoint))


class Show(HTMLParser):
    def __init__(self, **about):
        super().__init__(**about)
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(("start", tag, attrs, self.getpos()))

    def handle_endtag(self, tag):
        self.seen.append(("end", tag))

    def handle_data(self, data):
        self.seen.append(("data", data))

    def handle_comment(self, data):
        self.seen.append(("comment", data))

    def handle_decl(self, decl):
        self.seen.append(("decl", decl))

    def handle_pi(self, data):
        self.seen.append(("pi", data))

    def handle_entityref(self, name):
        self.seen.append(("entity", name))

    def handle_charref(self, name):
        self.seen.append(("char", name))


for source in ("<!DOCTYPE html><html><head><title>T &amp; t</title></head>\n<body class='a b' id=x data-y>",
               "<p>one<br/>two<img src=\"a.png\" alt='q > r'>three</P><!-- a -- comment --><?php echo 1 ?>",
               "<script>if (a < b && c) { x = '<p>'; }</script>after<style>p > a {}</style>",
               "<a href=\"?a=1&amp;b=2\" TARGET=_blank>link</a>", "a < b and c > d", "<div\n  a = 1\n>x</div >", "<3 text </p>"):
    for convert in (True, False):
        parser = Show(convert_charrefs=convert)
        parser.feed(source)
        parser.close()
        print(parser.seen)
parser = Show()
for piece in ("<di", "v>te", "xt &am", "p; more</d", "iv>"):
    parser.feed(piece)
parser.close()
print([e for e in parser.seen if e[0] != "data"], "".join([e[1] for e in parser.seen if e[0] == "data"]))
print(parser.get_starttag_text())
