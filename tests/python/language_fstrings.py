# f-strings: nested quotes, fields in fields, conversions, =, concatenation.
f = 3.14159; w = 10; name = 'bob'
print(f'{f:.2f} {f:{w}.{3}} {name!r} {name!s:>6} {name=} {f = :.1f} {{}}')
print(f"{'nested'} {'a' if w else 'b'} {[i for i in range(3)]} { {'a':1}['a'] } {(lambda x: x*2)(3)}")
print(f'a' 'b' f'{w}' "c" f"""
{w}
multi""")
print(rf'\n{w}', f'\n{w}\t|', fr"\d{w}")
print(f'{w!r:>{w}}', f'{1,2}', f"{'''x'''}", f"{w:>+5d}", f'{name:*^9}')
