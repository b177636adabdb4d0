# packages: pycparser==2.22
from pycparser import c_generator, c_parser

ast = c_parser.CParser().parse("typedef int T; struct s { T a; char *b[3]; };\nint f(int n, T x) { for (int i = 0; i < n; i++) { if (x & 1) continue; x += i ? 2 : (T)3.5; } return sizeof(struct s); }")
print(c_generator.CGenerator().visit(ast))
print([type(e).__name__ for e in ast.ext], ast.ext[2].decl.name, ast.ext[2].coord)
try:
    c_parser.CParser().parse("int x = ;")
except Exception as e:
    print(type(e).__name__, e)
