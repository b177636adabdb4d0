printf '[limits]\ncpu = "2s"\nhost_calls = 10\nmemory = 33554432\n[grants.clock]\nresolution = "1s"\n' > agent.toml; vitrine policy check agent.toml
vitrine policy explain agent.toml
vitrine --policy agent.toml -c 'import time; print(time.time() % 1)'
# Nothing that it does not name.
vitrine --policy agent.toml -c 'import os; os.urandom(1)'
vitrine --policy agent.toml -c 'input()' < /dev/null
# What is typed goes before it.
vitrine explain --policy agent.toml --cpu 1s --depth 50 | sed -n '4p;10p'
vitrine --policy agent.toml --grant clock:resolution=1m -c 'import time; print(time.time() % 60)'
vitrine --grant random --policy agent.toml -c 'import os, time; print(len(os.urandom(1)), time.time() % 1)'
vitrine --policy agent.toml --deterministic -c 'import time; time.time()'
printf 'transactional = true\ngrants = {stdin = true, random = true, clock = false}\n' > stdin.toml; echo word | vitrine --policy stdin.toml -c 'import os; print(input(), len(os.urandom(2)))'
vitrine policy explain stdin.toml | tail -n 4
vitrine walls --policy agent.toml | tail -n 1
vitrine describe --policy agent.toml | sed -n 2p
# A path is seen from the policy.
mkdir -p in; printf 'plugins = ["no.so"]' > in/p.toml; vitrine --policy in/p.toml -c 1
printf 'plugins = ["no.so"]' > p.toml; vitrine --policy p.toml -c 1
# Every mistake has its place.
check() { printf "$1" > bad.toml; vitrine policy check bad.toml; }; check '[limits]\nmemroy = 1\n'; check '\n [limit]'; check 'cpu = 1'; check 'policy = 1'
check() { printf "$1" > bad.toml; vitrine policy check bad.toml; }; check 'limits.cpu = "5 s"'; check 'limits.cpu = 0'; check 'limits.memory = "2G"'; check 'limits.depth = 1e3'; check 'limits.steps = true'; check 'limits = 3'
check() { printf "$1" > bad.toml; vitrine policy check bad.toml; }; check '[grants.clok]'; check '[grants.clock]\n[grants.clock]'; check '[[grants.clock]]\n[[grants.clock]]'; check 'grants.clock = 3'; check 'grants.stdin = "yes"'; check 'grants = true'
check() { printf "$1" > bad.toml; vitrine policy check bad.toml; }; check '[grants.clock]\nreslution = 1'; check '[grants.clock]\nresolution = true'; check '[grants.clock]\nresolution = "1 day"'; check 'grants.random.seed = 1'
check() { printf "$1" > bad.toml; vitrine policy check bad.toml; }; check 'a = "x'; check 'a = """x"""'; check 'a = 1 b = 2'; check 'a = [1 2]'; check 'a = {b = 1'; check 'a.b = 1\na = 2'; check '\303\244 = 1'; check 'a = "\377"'; check 'a = 1979-05-27'; check 'a = "\\q"'
check() { printf "$1" > bad.toml; vitrine policy check bad.toml; }; check 'plugins = "x.so"'; check 'plugins = [1]'; check 'transactional = 1'
vitrine --policy nothing.toml -c 1
vitrine --policy . -c 1
head -c 70000 /dev/zero | tr '\0' '#' > long.toml; vitrine policy check long.toml
printf 'limits.memory = 1000' > small.toml; vitrine policy check small.toml
vitrine policy
vitrine policy expln agent.toml
vitrine policy explain agent.toml x
mkdir -p conf/data conf/out; echo inside > conf/data/a.txt; printf '[[grants.files]]\npath = "data"\n[[grants.files]]\npath = "out"\nwrite = true\n' > conf/f.toml; vitrine --policy conf/f.toml -c 'print(open("/data/a.txt").read(), open("/out/b.txt", "w").write("b"))'; cat conf/out/b.txt
vitrine policy explain conf/f.toml | grep files: ; vitrine policy explain conf/f.toml | tail -n 3
vitrine walls --policy conf/f.toml | grep -A 2 beside
vitrine --policy conf/f.toml --grant 'files:path=conf,at=/c' -c 'import os; print(os.listdir("/"), os.listdir("/c"))'
vitrine describe --policy conf/f.toml | grep Files
