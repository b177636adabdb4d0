# limit: value=100
# Over the limit there is no value, but the start of its repr.
# value: null
[1000 + i for i in range(1000)]
