# ast: trees, walks, and text again.
import ast

source = '''
import os.path as p, sys
from . import x as y
@deco(1)
def f(a, /, b: int = 2, *args, c, d=4, **kw) -> str:
    """Doc."""
    global g
    for i, (j, k) in enumerate(a):
        if i > 1 and not j or k: continue
        elif i is not None: break
        else: pass
    with open("x") as fh, lock: del a[1:2, ::3], b.c
    try: raise E(1) from None
    except (A, B) as e: return f"{a!r:>{w}} {b=} {{}}" "x"
    finally: assert a, "no"
    x: int = lambda q, *r, s=1: (yield)
    return [z async for z in a if z if not z] + {**a, 'k': 1}["k"] * -2 ** ~3
class C(B, metaclass=M):
    async def m(self): await self.x; return await y()
match v:
    case [1, *rest] | {"a": b, **c} if b: a += 1
    case P(x, y=2) as z: (n := 10)
    case None | -1 | "s": print(*a, **b, end="")
    case _: x = y = 1, 2
'''
tree = ast.parse(source)
print(ast.dump(tree))
print(ast.dump(ast.parse("a = b'x' + 1j"), indent=2, include_attributes=True))
print(ast.dump(ast.parse("a if b else c", mode="eval"), annotate_fields=False))
print(ast.unparse(tree))
print(sorted({type(node).__name__ for node in ast.walk(tree)}))
function = tree.body[2]
print(function.name, function.lineno, function.end_lineno, ast.get_docstring(function), [a.arg for a in function.args.args])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__))
        self.generic_visit(node)


names = Names()
names.visit(ast.parse("x = y + f(z)"))
print(names.found)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(value=node.value * 2), node)

    def visit_Pass(self, node):
        return None


made = ast.fix_missing_locations(Double().visit(ast.parse("if a:\n    b = 3\n    pass")))
print(ast.unparse(made))
print(ast.literal_eval("[1, {'a': (2.5, -3j)}, {None}]"), ast.literal_eval(ast.parse("{'x': [1, -2]}", mode="eval")))
for wrong in ("f(1)", "1 +", "[1, 2", "a.b"):
    try:
        print(ast.literal_eval(wrong))
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__)
for wrong in ("def f(:", "x = ", "if a\n  b", "1 = x", "a b", "f(a=1, 2)", "'abc"):
    try:
        ast.parse(wrong)
        print("no error", wrong)
    except SyntaxError as error:
        print(type(error).__name__)

OPERATORS = {ast.Add: lambda a, b: a + b, ast.Mult: lambda a, b: a * b, ast.Sub: lambda a, b: a - b, ast.Pow: lambda a, b: a ** b}


def evaluate(node):
    if isinstance(node, ast.Expression):
        return evaluate(node.body)
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](evaluate(node.left), evaluate(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -evaluate(node.operand)
    raise TypeError(node)


print(evaluate(ast.parse("2 + 3 * -(4 - 1) ** 2", mode="eval")), isinstance(tree, ast.AST), ast.Name("a", ast.Load())._fields)
print(ast.get_source_segment("x = (1 +\n  2)", ast.parse("x = (1 +\n  2)").body[0].value), list(ast.iter_fields(ast.parse("a").body[0].value))[0])
print([type(n).__name__ for n in ast.iter_child_nodes(ast.parse("a + b").body[0].value)])
