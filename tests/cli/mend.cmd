# A syntax error that has an obvious mend says it.
vitrine -c 's = ""; while True: s += "longer"'
vitrine -c 'x = 1; for c in "it'"'"'s": print(c)'
printf 's = ""; while True: s += "longer"\n' > loop.py; vitrine loop.py
vitrine -c 'while True: if 1: break'
vitrine -c 'print "hello"'
vitrine -c $'x = 1\nif x == 1\n    print(x)'
vitrine -c $'x = 1\nif x = 1:\n    print(x)'
vitrine -c $'x = [1, 2\ny = 3\n'
vitrine -c $'x = """never\nclosed'
vitrine -c 'x = 1 + * 2'
vitrine -c 'exec("a = 1; while a: pass")'
vitrine --json -c 's = ""; while True: s += "longer"' 2>&1 >/dev/null
