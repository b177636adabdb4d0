# Standard input: input(), readline, iteration, read to the end.
# stdin: first
# stdin: second line
# stdin:
# stdin: fourth
# stdin: fifth
import sys
print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.readline()))
# expect: 'first' 'second line\n' '\n'
for line in sys.stdin:
    print(repr(line))
# expect: 'fourth\n'
# expect: 'fifth\n'
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))  # expect: '' ''
try:
    input()
except EOFError:
    print("EOFError")
# expect: EOFError
