"""html.entities: names of characters."""

import html

name2codepoint = {}
for _name, _text in html._names().items():
    name2codepoint[_name] = ord(_text)
codepoint2name = {code: name for name, code in name2codepoint.items()}
entitydefs = {name: chr(code) for name, code in name2codepoint.items()}
html5 = {name + ";": chr(code) for name, code in name2codepoint.items()}
