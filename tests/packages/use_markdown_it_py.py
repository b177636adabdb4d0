# packages: markdown-it-py==3.0.0 mdurl==0.1.2
from markdown_it import MarkdownIt

md = MarkdownIt("commonmark").enable("table").enable("strikethrough")
TEXT = "# Head\n\nA *b* **c** `d` ~~e~~ [f](http://g.example \"h\") <http://i.example> &copy;\n\n1. a\n   - b\n2. c\n\n> q\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```py\nx < 1\n```\n![i](j.png)\n"
print(md.render(TEXT))
print([(t.type, t.tag, t.nesting, t.map) for t in md.parse(TEXT)][:8])
