# input() where sys.stdin and sys.stdout are others.
# stdin: first
# stdin: second
import io
import sys
from unittest.mock import patch

print(input())
with patch("sys.stdin", io.StringIO("l1\nl2\nlast")):
    print([input(), input(), input()])
    try:
        input()
    except EOFError as e:
        print("end:", e)
with patch("sys.stdout", new_callable=io.StringIO) as out, patch("sys.stdin", io.StringIO("5\n")):
    n = input("a number: ")
    print("got", n)
print(repr(out.getvalue()), sys.stdin.readline())
try:
    input()
except EOFError as e:
    print("end:", e)
with patch("sys.stdin") as fake:
    fake.readline.side_effect = ["x\n", ""]
    print(input())
