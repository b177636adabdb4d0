# limit: time=300ms
# outcome: out_of_time
("a" * 2000000).count("a" * 1000000 + "b")
