# compile() of trees, what code tells; object.__reduce__.
import ast
import types

tree = ast.parse("x = 1 + 2\ny = [x] * 2")
names = {}
exec(compile(tree, "<ast>", "exec"), names)
print(names["x"], names["y"])
expression = ast.Expression(body=ast.BinOp(left=ast.Constant(value=6), op=ast.Mult(), right=ast.Constant(value=7)))
print(eval(compile(ast.fix_missing_locations(expression), "<ast>", "eval")))
code = compile("1 + 1", "file.py", "eval")
print(code.co_filename, code.co_name, isinstance(code, types.CodeType), eval(code))
try:
    compile(5, "x", "exec")
except TypeError as error:
    print(type(error).__name__)


class Zone:
    def __init__(self, name):
        self.name = name


rebuild, args, state = object.__reduce__(Zone("utc"))
print(rebuild(*args).__class__.__name__, args, state)
