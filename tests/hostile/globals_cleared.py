# The program removes its own globals.
# resident: no
# error: NameError
globals().clear()
x = y
