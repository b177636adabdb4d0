# raise … from, context, cause.
try:
    raise ValueError("a") from KeyError("b")
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try: {}['k']
    except KeyError: raise RuntimeError('x')
except RuntimeError as e:
    print(repr(e.__context__), e.__cause__)
