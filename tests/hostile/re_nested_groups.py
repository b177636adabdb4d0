# The parser's recursion follows the parentheses.
# outcome: raised
# error: RecursionError: maximum recursion depth exceeded
import re

re.compile("(" * 200000 + ")" * 200000)
