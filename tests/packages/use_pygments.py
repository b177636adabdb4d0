# packages: pygments==2.21.0
from pygments import highlight
from pygments.formatters import HtmlFormatter, NullFormatter, TerminalFormatter
from pygments.lexers import JsonLexer, PythonLexer, get_lexer_by_name
from pygments.token import Token

CODE = 'class A(B):\n    """Doc."""\n    def f(self, x=1.5e3):\n        return f"{x!r}" + \'y\'  # note\n'
print(highlight(CODE, PythonLexer(), HtmlFormatter()))
print(repr(highlight(CODE, PythonLexer(), TerminalFormatter())))
print(highlight('{"a": [1, true, null]}', JsonLexer(), HtmlFormatter(nowrap=True)))
print([(str(t), v) for t, v in get_lexer_by_name("c").get_tokens("int main(void) { return 0x1F; } /* end */")])
print(Token.Name.Function in Token.Name, HtmlFormatter(style="default").get_style_defs(".highlight")[:200])
