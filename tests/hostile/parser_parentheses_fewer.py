# Deep enough for the compiler's own recursion, shallow enough to get there.
# outcome: done | raised
# limit: time=10s
eval("(" * 4000 + "1" + ")" * 4000)
