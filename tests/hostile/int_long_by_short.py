# A product of millions of digits and a few ends softly.
# limit: steps=6000000
# outcome: out_of_steps
# rolled-back: no
x = 1 << 20000000
y = (1 << 1000) - 1
while True:
    x * y
