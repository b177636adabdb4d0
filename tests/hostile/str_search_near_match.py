# Two million letters searched for a million that almost fit: in time that grows with their sum.
# limit: time=300ms
# outcome: done
("a" * 2000000).find("a" * 1000000 + "b")
