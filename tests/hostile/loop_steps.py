# The same under the limit that gives the same answer everywhere.
# limit: steps=2000000
# outcome: out_of_steps
while True:
    pass
