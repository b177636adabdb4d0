# packages: jinja2==3.1.6 markupsafe==3.0.2
from jinja2 import DictLoader, Environment, Template
from markupsafe import Markup, escape

print(Template("Hello {{ name|title }}!{% for i in range(3) %} {{ loop.index }}{% endfor %}").render(name="ada"))
env = Environment(loader=DictLoader({"base": "<{% block b %}x{% endblock %}>", "page": "{% extends 'base' %}{% block b %}{{ super() }}{{ v }}{% endblock %}"}), autoescape=True)
print(env.get_template("page").render(v="<&>"))
print(env.from_string("{% macro m(a, b=2) %}{{ a + b }}{% endmacro %}{{ m(1) }} {{ [3,1,2]|sort|join(',') }} {{ x is defined }} {% set y = 5 %}{{ y }}").render())
print(escape("<a>") + Markup("<b>"), Markup("%s") % "<i>")
