# limit: time=300ms
# outcome: done
("a" * 2000000).count("a" * 1000000 + "b")
