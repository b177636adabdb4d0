# Characters to strip, each looked for in a long set.
# limit: time=300ms
# outcome: out_of_time
("b" * 500000).strip("a" * 500000 + "b")
