import random
from html.parser import HTMLParser

random.seed(5)


class Log(HTMLParser):
    def __init__(self, **more):
        super().__init__(**more)
        self.said = []

    def say(name):
        return lambda self, *about: self.said.append((name, *about, self.getpos()))

    handle_starttag, handle_endtag, handle_data, handle_comment = say("start"), say("end"), say("data"), say("comment")
    handle_charref, handle_entityref, handle_decl, handle_pi, unknown_decl = say("char"), say("entity"), say("decl"), say("pi"), say("unknown")


PARTS = ["<p>", "</p>", "<a href='x>y'", '<b c="d" e=f g>', "<br/>", "<br / >", "<img src=a/>", "text ", "&amp;", "&#65;", "&#x41", "&eacute", "&", "<", ">", "</",
         "<!-- c -->", "<!--x--  >", "<!DOCTYPE html>", "<!x>", "<?pi a?>", "<![CDATA[x]]>", "<![if IE]>", "<script>", "a<b && c</p>", "</script >", "<style>", "</style>",
         "\n", "</ p>", "</>", "</1>", "<c \\=/>", "<d '>", "e=\"", "'", "/>", "&unknown;", "&notit;", "<T A=B>", " é ", "<q w = 'e r' >"]
for i in range(400):
    parts = [random.choice(PARTS) for _ in range(random.randint(1, 6))]
    for more in ({}, {"convert_charrefs": False}):
        parser = Log(**more)
        try:
            for part in parts:
                parser.feed(part)
            before = len(parser.said)
            parser.close()
            print(parser.said, before, parser.get_starttag_text(), repr(parser.rawdata))
        except AssertionError as e:
            print(parser.said, type(e).__name__)
