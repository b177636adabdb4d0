# Blocks nested a thousand deep.
# outcome: any
# limit: time=500ms
exec("".join(" " * i + "if 1:\n" for i in range(1000)) + " " * 1000 + "pass\n")
