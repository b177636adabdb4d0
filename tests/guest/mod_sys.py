# sys: what a guest may see of it.
import sys
print(sys.argv[1:], sys.maxsize > 2**29, sys.byteorder, sys.version_info[:2] >= (3, 4))
# expect: [] True little True
print(sys.implementation.name, type(sys.path).__name__, type(sys.modules).__name__)
# expect: micropython list dict
try:
    raise ValueError("shown")
except ValueError as e:
    import io
    text = io.StringIO()
    sys.print_exception(e, text)
    print(text.getvalue().split("\n")[0], text.getvalue().split("\n")[2])
# expect: Traceback (most recent call last): ValueError: shown
print(sys.exc_info()[0])  # expect: None
sys.stdout.write("written\n")  # expect: written
print("to stdout", file=sys.stdout)  # expect: to stdout
