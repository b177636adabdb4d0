# Each limit has its ending: 124, and stderr says which, how much, what raises it.
vitrine --memory 4M -c $'s = []\nwhile True: s.append("longer" * 1000)'
vitrine --memory 4M -c $'def f(n):\n    return bytes(n)\nf(10**8)'
vitrine --cpu 50ms -c $'s = ""\nwhile True: s += "longer"'
vitrine --steps 100000 -c $'while True:\n    pass'
vitrine --cpu 100ms -c $'while True:\n    pass'
vitrine --time 100ms -c $'while True:\n    pass'
vitrine --time 100ms -c $'import time\ntime.sleep(30)'
vitrine --cpu 0.1 -c 'x = 10**10**8'
vitrine --cpu 0.1 -c 'sum(range(10**9))'
vitrine --output 20 -c 'print("0123456789" * 10)'
vitrine --output 20 -c 'import sys; sys.stderr.write("0123456789" * 10)'
vitrine --depth 50 -c $'def f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError:\n    print("too deep")'
vitrine --memory 4M -c $'try:\n    x = bytearray(10**9)\nexcept MemoryError:\n    print("caught")'
vitrine --source 10 -c 'print("longer than ten")'
yes 'x = 1' | vitrine --source 1K
yes 'x = 1' | vitrine
vitrine --steps unlimited --cpu unlimited -c 'print("free")'
