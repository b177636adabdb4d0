# Long lines, long names, many names, deep but reasonable nesting.
exec("x = " + " + ".join(["1"] * 3000))
print(x)  # expect: 3000
name = "n" * 200
exec(name + " = 5")
print(globals()[name])  # expect: 5
exec("\n".join("v%d = %d" % (i, i) for i in range(3000)))
print(v2999)  # expect: 2999
print(eval("(" * 50 + "7" + ")" * 50), len(eval("[" * 50 + "]" * 50)))  # expect: 7 1
