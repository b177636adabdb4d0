# The message is larger than anything that should cross.
# error: ValueError
raise ValueError("x" * 20000000)
