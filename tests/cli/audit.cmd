# What a session does goes into a log, and is done again from it.
echo line | vitrine --stdin --audit log -c $'import time, os, random\nprint(time.time() > 0, len(os.urandom(9)), input())\ntime.sleep(0.001)' && stat -c %a log
vitrine replay log
vitrine --audit log --time 50ms -c $'n = 0\nwhile True:\n  n += 1\n  if n % 10000 == 0: print("x", end="")' | wc -l; vitrine replay log | tail -n 1 | tr -d x | cut -c 1-10
vitrine --audit two -c 'print(1)' -x; python3 -c $'import json\nfor line in open("two"):\n  o = json.loads(line); print(o["event"], o.get("source", ""), o.get("outcome", ""))'
vitrine --audit deaf --deterministic -c 'import os; os.urandom(2)'; grep -o '"event":"random".*' deaf
# Where it goes another way, and what is no log.
set -o pipefail; sed 's/print(1)/print(2)/' two > three && vitrine replay three 2>&1 | sed -E 's/[0-9a-f]{12,}/<digest>/g; s/steps is [0-9]+/steps is <steps>/'
set -o pipefail; sed 's/"steps":\([0-9]*\),"memory"/"steps":1,"memory"/' two > three && vitrine replay three 2>&1 | sed -E 's/[0-9a-f]{12,}/<digest>/g; s/steps is [0-9]+/steps is <steps>/'
set -o pipefail; sed 's/"guest":"[0-9a-f]*"/"guest":"00112233445566778899"/' two > three && vitrine replay three 2>&1 | sed -E 's/[0-9a-f]{12,}/<digest>/g; s/steps is [0-9]+/steps is <steps>/'
head -c -20 two > three && vitrine replay three
head -n 4 two > three && vitrine replay three
echo '{"at":1,"session":"x","event":"open"}' > three && vitrine replay three
vitrine replay nothing
vitrine replay
vitrine replay two three
vitrine --audit short --audit-text 10 -c 'print("a long secret text")' && grep -c secret short; vitrine replay short
vitrine --audit short --audit-text x -c 1
vitrine --audit . -c 'print(1)'
vitrine --audit /dev/full -c 'print(1)'
# A session that was saved.
vitrine --save warm -c 'x = [1, 2]' && vitrine --load warm --audit loaded -c 'print(x)' && vitrine replay --load warm loaded
set -o pipefail; vitrine replay loaded 2>&1 | sed -E 's/[0-9a-f]{12,}/<digest>/g; s/steps is [0-9]+/steps is <steps>/'
set -o pipefail; vitrine --save other -c 'x = [2, 1]' && vitrine replay --load other loaded 2>&1 | sed -E 's/[0-9a-f]{12,}/<digest>/g; s/steps is [0-9]+/steps is <steps>/'
# The disk is full: nothing goes on, and no answer comes back.
ulimit -f 2; vitrine --audit full -c $'import time\nfor i in range(1000): time.time()\nprint("not reached")'
