# What is wrong with patterns of match.
for s in ["match x:\n case _: pass\n case 1: pass","match x:\n case y: pass\n case 1: pass","match x:\n case y if y: pass\n case 1: pass","match x:\n case 1: pass\n case _: pass","match x:\n case a | 1: pass","match x:\n case 1 | _: pass\n case 2: pass","match x:\n case [a, a]: pass","match x:\n case [a] | [b]: pass","match x:\n case [a] | (a, _): pass","match x:\n case C(x=1, x=2): pass","match x:\n case {'a': v, **v}: pass","match x:\n case (y): pass\n case 1: pass","match x:\n case (y,): pass\n case 1: pass", "match x:\n case _ as y: pass\n case 1: pass", "match x:\n case [1, a] as a: pass"]:
    try: compile(s,'f','exec'); print('ok')
    except SyntaxError as e: print(e)
match (1, [2, 3]):
    case (a, [b, c]) | [a, b, c]: print(a, b, c)
