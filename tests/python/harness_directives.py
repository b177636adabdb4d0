# stdin: first line
# stdin: second line
# args: one two
# options: --memory 32M
import sys
print(input())
print(input())
print(sys.argv[1:])
sys.exit(3)
