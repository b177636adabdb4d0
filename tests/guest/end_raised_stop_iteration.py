# error: StopIteration
# at: 3
next(iter([]))
