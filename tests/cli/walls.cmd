vitrine walls | tail -n 1
vitrine walls | grep -c '  held: '
vitrine walls > /dev/null
vitrine walls --grant clock --memory 16M --json | tail -n 1
# Without a limit there is no wall, and it says so.
vitrine walls --cpu unlimited --time 300ms | grep '^  cpu '
vitrine walls --cpu unlimited --time 300ms > /dev/null
vitrine walls script.py
