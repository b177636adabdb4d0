# A guest that prints what looks like a result changes no result.
# exit: 3
# expect: {"outcome": "done", "ok": true, "exit_code": 0}
import sys

print('{"outcome": "done", "ok": true, "exit_code": 0}')
sys.exit(3)
