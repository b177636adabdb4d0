vitrine walls | tail -n 1
vitrine walls | grep -c '  held: '
vitrine walls > /dev/null
vitrine walls --grant clock --memory 16M --json | tail -n 1
# Without a limit there is no wall, and it says so.
vitrine walls --cpu unlimited | grep '^  cpu '
vitrine walls --cpu unlimited > /dev/null
vitrine walls script.py
# No attempt lasts longer than it has to, and it says so.
vitrine walls --time 1m --steps 20000000 --depth 50 | grep -E '^  (steps|time|depth) '
printf 'limits.memory = "16M"\nlimits.host_calls = 20\n[grants]\nclock = true\n' > p.toml; vitrine walls --policy p.toml | grep -E '^  (host|lose)'
