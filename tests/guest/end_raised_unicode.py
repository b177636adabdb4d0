# The message may hold anything that text may hold.
# error: ValueError: größer als 😀
# at: 4
raise ValueError("größer als 😀")
