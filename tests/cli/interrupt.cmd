# Ctrl-C cancels the run; where the caller ignores it, so does the command.
timeout -s INT --preserve-status 0.5 vitrine --cpu 20s -c $'print("on")\nwhile True: pass'
timeout -s INT --preserve-status 0.5 vitrine --cpu 20s -c $'import time\ntime.sleep(20)'
sleep 3 | timeout -s INT --preserve-status 0.5 vitrine --stdin -c 'input()'
sleep 3 | timeout -s INT --preserve-status 0.5 vitrine -
(trap '' INT; exec vitrine -c $'import time\ntime.sleep(0.6)\nprint("not disturbed")') & sleep 0.3; kill -INT $!; wait $!
timeout -s INT --preserve-status 0.5 vitrine --json --cpu 20s -c $'while True: pass' | python3 -c 'import json, sys; print(json.load(sys.stdin)["outcome"])'
set -o pipefail; vitrine -c $'while True: print("y")' | head -n 1
set -o pipefail; python3 -c 'import signal, os; signal.signal(signal.SIGPIPE, signal.SIG_IGN); os.execvp("vitrine", ["vitrine", "-c", "while True: print(\"y\")"])' | head -n 1
