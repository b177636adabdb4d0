#!/bin/sh
# What `make demo` shows: a script that nobody has read does its work on real
# input, then four hostile ones are stopped, each by another limit. Ends with 0
# only if all six ended as they should. VITRINE names the command.
cd "$(dirname "$0")" || exit 1
vitrine=${VITRINE:-../../build/vitrine}
failed=0

# show EXIT-CODE COMMAND: prints the command, what it printed, and its exit code.
show() {
  printf '$ %s\n' "$2"
  eval "$2" 2>&1
  code=$?
  printf '[exit code %d]\n' "$code"
  [ "$code" -eq "$1" ] || failed=1
}
vitrine() { "$vitrine" "$@"; }

show 0 'vitrine --stdin sales.py < orders.json'
echo
show 1 'vitrine -c '\''open("orders.json")'\'
echo
show 124 'vitrine --memory 16M grow.py       # keeps all it can get'
show 124 'vitrine --cpu 300ms spin.py        # loops, and catches every exception'
show 124 'vitrine --steps 50000000 count.py  # one long call of a built-in'
show 124 'vitrine --time 500ms wait.py       # sleeps for a year'
exit $failed
