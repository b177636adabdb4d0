# limit: steps=1000000
# outcome: out_of_steps
# spent: steps>=1000000 steps<=1500000
print("begin")  # expect: begin
while True:
    pass
