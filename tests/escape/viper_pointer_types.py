# error: NameError
ptr8(0)[0]
