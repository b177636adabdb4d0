# Output is what the script wrote, byte for byte; input only if granted.
vitrine -c 'import sys; print("out"); print("err", file=sys.stderr)'
vitrine -c 'print("no line break", end="")'
vitrine -c 'print("🙂 é \0 \x1b[31m")'
vitrine -c 'print("x" * 100000)' | wc -c
vitrine -c $'for i in range(100000): print(i)' | head -n 2
vitrine -c $'import sys\nfor i in range(3):\n    print("out", i)\n    print("err", i, file=sys.stderr)' 2>&1
(vitrine -c $'import time\nprint("first")\ntime.sleep(1.5)\nprint("second")' & sleep 0.7; echo between; wait)
echo hidden | vitrine -c 'print(input())'
printf 'one\ntwo\n' | vitrine --stdin -c $'print(input("? "))\nprint(input())\ntry:\n    input()\nexcept EOFError:\n    print("end")'
printf 'one\ntwo' | vitrine --stdin -c $'import sys\nfor line in sys.stdin: print(repr(line))'
echo '{"a": [1, 2.5, null]}' | vitrine --stdin -c 'import json, sys; print(json.load(sys.stdin))'
sleep 5 | vitrine --time 200ms --stdin -c 'input()'
vitrine --stdin -c 'print(input())' <&-
