# f-strings: expressions, conversions, specifications, nesting.
name, n, x, d = "world", 42, 3.14159, {"k": [1, 2]}
print(f"hello {name}", f"{n:5d}|{n:<5}|{n:05d}", f"{x:.2f}", f"{name!r}")
# expect: hello world    42|42   |00042 3.14 'world'
print(f"{n + 1} {n * 2}", f"{d['k'][1]}", f"{len(name)}", f"{'nested'}")  # expect: 43 84 2 5 nested
print(f"{{literal}} {n}", f"{n=}", f"{[i for i in range(3)]}", f"{n if n > 3 else 0}")
# expect: {literal} 42 n=42 [0, 1, 2] 42
print(f"a{n}" "c", f"{name.upper()}", f"{n:x} {n:#b}")  # expect: a42c WORLD 2a 0b101010
print(f"""{name}
{n}""")
# expect: world
# expect: 42
print(f"{max(n, 21)}", f"{n:>6}")  # expect: 42     42
