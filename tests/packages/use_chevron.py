# packages: chevron==0.14.0
import chevron

print(chevron.render("Hello {{name}}! {{#items}}<{{.}}>{{/items}}{{^none}}none{{/none}} {{{raw}}} {{&raw}} {{raw}} {{a.b}}{{! note }}", {"name": "Ada", "items": [1, 2], "raw": "<b>", "a": {"b": 5}}))
print(chevron.render("{{> p}}|{{#f}}x{{/f}}", {"f": lambda text, render: "<" + render(text) + ">", "q": 3}, partials_dict={"p": "part {{q}}"}))
