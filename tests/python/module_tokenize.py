import io
import token
import tokenize

TEXT = '''# coding: utf-8
import os  # why
@deco
class A(B):

    """Doc
    string"""
\tx = 1
    def f(self, a: int = 0x_ff, *b, **c) -> "r":
        s = rb'x\\'y' + f"{a!r:>{w}}" + \'\'\'long
  one\'\'\' + 'joined\\
here'
        if (a <= 1_000.5e-3j and
                b != .5) or not ...:  # tail
            return a // 2 ** 3 @ c
        else: x //= 1; y: int = (z := 5)
        é = naïve
    \\
    pass
# last
'''.replace("\tx", "    x")


def show(f):
    try:
        return f()
    except (tokenize.TokenError, SyntaxError) as e:
        return type(e).__name__, e.args


tokens = list(tokenize.generate_tokens(io.StringIO(TEXT).readline))
for info in tokens:
    print(info, info.exact_type)
print(tokenize.untokenize(tokens) == TEXT, tokenize.untokenize([info[:2] for info in tokens]))
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO(TEXT.encode()).readline)) == TEXT.encode())
for text in ("a = (1,\n", "'''abc\n", "x = 'abc\n", "if x:\n    a\n  b\n", "a", "a $ b ? !\n", "", "\n\n", "  # only\n", "x = 1 \\\n + 2\n", "0777 1__0 1e 0b2\n", "async def f(): await x\n", "a\r\nb\r\n"):
    print(repr(text), show(lambda: [tuple(info) for info in tokenize.generate_tokens(io.StringIO(text, newline="").readline)]))
for data in (b"x", b"\xef\xbb\xbfx = 1\n", b"# -*- coding: latin-1 -*-\nx='\xe9'\n", b"#!/bin/sh\n# vim: set fileencoding=UTF_8 :\n", b"# coding: nothing\n", b"", b"\n\n# coding: latin-1"):
    print(data, show(lambda: tokenize.detect_encoding(io.BytesIO(data).readline)), show(lambda: [tuple(info) for info in tokenize.tokenize(io.BytesIO(data).readline)]))
print(token.tok_name[54], token.NAME, token.OP, tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, token.N_TOKENS, token.EXACT_TOKEN_TYPES["->"], list(token.EXACT_TOKEN_TYPES)[:4],
      token.ISTERMINAL(3), token.ISNONTERMINAL(300), token.ISEOF(0))
