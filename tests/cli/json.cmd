# One object on stdout and nothing else.
vitrine --json -c 'print("hi"); 6 * 7'
vitrine --json -c '1 / 0' | python3 -c 'import json, sys; r = json.load(sys.stdin); print(r["outcome"], r["error"]["type"], r["error"]["line"], r["exit_code"])'
vitrine --json --steps 100000 -c $'print("a")\nwhile True: pass' | python3 -c 'import json, sys; r = json.load(sys.stdin); print(r["outcome"], r["stdout"], r["ok"])'
vitrine --json --steps 100000 -c $'while True: pass' > /dev/null
vitrine --json --output 10 -c 'print("0123456789" * 10)' | python3 -c 'import json, sys; r = json.load(sys.stdin); print(r["stdout"], r["truncated"])'
vitrine --json -c 'import sys; sys.exit(9)' > /dev/null
vitrine --json nowhere.py
vitrine --json --spent -c '1' > /dev/null
