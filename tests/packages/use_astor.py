# packages: astor==0.8.1
import ast

import astor

tree = ast.parse("def f(a, *b, c=1, **d):\n    'doc'\n    for x in b:\n        if x > a and not c: print(x, end='')\n    return [i ** 2 for i in d if i] or (lambda y: -y)\n")
print(astor.to_source(tree))
print(astor.dump_tree(ast.parse("x = 1 + y[2:3]")))
