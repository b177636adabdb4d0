# error: ValueError
raise ValueError(*range(60000))
