# A fractional power of a negative number, then a name that is not there.
# outcome: raised
ans = (-1) ** 2.3
missing
