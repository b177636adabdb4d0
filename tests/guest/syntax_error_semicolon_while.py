# The line that people copy first: a mend is said.
# error: SyntaxError
# at: 4
s = ""; while True: s += "longer"
