# Exceptions that no `except Exception` sees are raised like others.
# error: GeneratorExit
# at: 6
try:
    try:
        raise GeneratorExit
    except Exception:
        print("not here")
finally:
    print("finally")
# expect: finally
