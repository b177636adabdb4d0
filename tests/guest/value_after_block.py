# The last statement is a loop: there is no value.
# value: null
for i in range(3):
    i
