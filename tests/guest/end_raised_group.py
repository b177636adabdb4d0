raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError("k")])])
# error: ExceptionGroup: outer (2 sub-exceptions)
# traceback:   + Exception Group Traceback (most recent call last):
# traceback:     | ValueError: 1
# traceback:     +-+---------------- 1 ----------------
