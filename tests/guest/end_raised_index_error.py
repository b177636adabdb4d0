# error: IndexError: list index out of range
# at: 3
[][3]
