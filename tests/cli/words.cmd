vitrine explain
vitrine explain --deterministic --stdin --transactional --cpu 1s --memory unlimited
vitrine explain --grant clock:resolution=1s
vitrine describe --deterministic
vitrine describe --stdin | tail -n 3
vitrine describe --json
vitrine describe script.py
vitrine explain -c 1
vitrine explain --memory 0
vitrine --grant clock,x -c 1
vitrine --grant clock:x -c 1
vitrine --grant
vitrine --plugin -c
