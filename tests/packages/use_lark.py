# packages: lark==1.3.1
from lark import Lark, Transformer, UnexpectedInput, v_args

GRAMMAR = """
?start: sum
?sum: product | sum "+" product -> add | sum "-" product -> sub
?product: atom | product "*" atom -> mul | product "/" atom -> div
?atom: NUMBER -> number | "-" atom -> neg | "(" sum ")"
%import common.NUMBER
%import common.WS_INLINE
%ignore WS_INLINE
"""


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, sub, mul, truediv as div, neg
    number = float


parser = Lark(GRAMMAR, parser="lalr")
print(parser.parse("1 + 2 * -3").pretty())
print(Calculate().transform(parser.parse("(1 + 2) * -3 / 4")))
try:
    parser.parse("1 + * 2")
except UnexpectedInput as e:
    print(e.line, e.column, e.get_context("1 + * 2"))
earley = Lark('start: word+\nword: /[a-z]+/\n%ignore " "')
print(earley.parse("the quick fox"))
