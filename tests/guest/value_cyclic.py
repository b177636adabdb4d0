# A list that holds itself has no end, so it is no value.
# value: null
a = [1]
a.append(a)
a
