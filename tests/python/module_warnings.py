# warnings and traceback.
import io
import sys
import traceback
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning)
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("made"))
print([(str(w.message), w.category.__name__) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", UserWarning)
    except UserWarning as e:
        print("UserWarning", e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("nothing")
with warnings.catch_warnings(record=True) as caught:
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("always", message="keep", category=UserWarning)
    warnings.warn("x", DeprecationWarning)
    warnings.warn("keep this")
print([str(w.message) for w in caught])
try:
    warnings.warn("x", int)
except TypeError as e:
    print("TypeError")
try:
    raise ValueError("text")
except ValueError as e:
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1], traceback.format_exception_only(e), traceback.format_exception(e)[-1] == text.splitlines(True)[-1])
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue() == text, traceback.format_exception_only(type(e), e))


class Mine(Exception):
    pass


print(traceback.format_exception_only(Mine()), traceback.format_exception_only(KeyError("k")))
