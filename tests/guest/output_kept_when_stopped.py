# limit: steps=500000
# outcome: out_of_steps
print("kept")  # expect: kept
while True:
    pass
