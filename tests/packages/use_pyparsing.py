# packages: pyparsing==3.1.2
from pyparsing import Forward, Group, Literal, Suppress, Word, ZeroOrMore, alphas, infix_notation, nums, one_of, opAssoc

integer = Word(nums).set_parse_action(lambda t: int(t[0]))
print((Word(alphas) + Suppress("=") + integer).parse_string("abc = 12").as_list())
expr = infix_notation(integer, [(one_of("* /"), 2, opAssoc.LEFT), (one_of("+ -"), 2, opAssoc.LEFT)])
print(expr.parse_string("1+2*3").as_list())
