# Two million letters searched for a million that almost fit.
# limit: time=300ms
# outcome: out_of_time
("a" * 2000000).find("a" * 1000000 + "b")
