# outcome: any
# limit: time=500ms
exec("".join(" " * i + "def f():\n" for i in range(500)) + " " * 500 + "pass\n")
