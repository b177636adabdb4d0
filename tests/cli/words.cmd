vitrine explain
vitrine explain --deterministic --stdin --transactional --cpu 1s --memory unlimited
vitrine explain --grant clock:resolution=1s
vitrine describe --deterministic | sed 's/^\(Modules: abc\), .*\.$/\1/'
vitrine describe --stdin | head -n 3
vitrine describe --json
vitrine describe script.py
vitrine explain -c 1
vitrine explain --memory 0
vitrine --grant clock,x -c 1
vitrine --grant clock:x -c 1
vitrine --grant
vitrine --plugin -c
vitrine describe --most 300 | wc -c
vitrine describe --most none
# A bad ending, told to a model.
vitrine --explain -c $'def half(n):\n  return n / 0\nrows = [1, 2]\nhalf(rows[0])'
vitrine --explain --steps 100000 -c $'n = 1\nwhile True:\n  n = n'
vitrine --explain --most 150 --transactional -c 'x = 1; raise ValueError("long" * 100)'
vitrine --explain --json -c 'import numpy' | grep -o '"explanation":.*'
vitrine --explain -c 'print("fine")'
