# match statements: all kinds of patterns, guards, the words as names.
match 5:
    case 1: print('one')
    case 2 | 5: print('two or five')
    case _: print('other')
def m(x):
    match x:
        case [a, b]: return ('pair', a, b)
        case [a, *rest]: return ('list', a, rest)
        case {'k': v, **rest}: return ('map', v, rest)
        case str() as s if len(s) > 2: return ('str', s)
        case int(n): return ('int', n)
        case None: return 'none'
        case _: return 'other'
for v in ([1,2],[1,2,3],{'k':1,'z':2},'abc','a',5,None,2.5,()):
    print(m(v))
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
def where(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(x=0, y=y): return f'y={y}'
        case Point(x, y) if x == y: return 'diag'
        case Point(): return 'somewhere'
print([where(p) for p in (Point(0,0), Point(0,1), Point(2,2), Point(1,2))])
match = case = 1
print(match, case, match + case)
match [1, (2, 3)]:
    case [x, (y, *z)] as whole: print(x, y, z, whole)
match {"a": [1, {"b": 2}], "c": 3}:
    case {"a": [_, {"b": b}], **rest}: print(b, rest)
for v in (1, -1, 2.5, "s", b"b", True, None, 3):
    match v:
        case True | None: print("constant")
        case 1 | -1: print("one")
        case float(f): print("float", f)
        case "s" | b"b": print("text")
        case n if n > 2: print("more", n)
