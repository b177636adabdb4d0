# The exit code is the script's own.
vitrine -c 'print("hello")'
vitrine -c 'import sys; sys.exit(3)'
vitrine -c 'import sys; sys.exit()'
vitrine -c 'import sys; sys.exit("no way on")'
vitrine -c 'import sys; sys.exit(256 + 7)'
vitrine -c 'import sys; sys.exit(-1)'
vitrine -c '1 / 0'
vitrine -c $'def f(n):\n    return g(n)\n\ndef g(n):\n    raise ValueError("bad n: %d" % n)\n\nf(3)'
vitrine -c 'raise KeyboardInterrupt'
vitrine -c 'print("before"); nowhere'
vitrine -c ''
vitrine < /dev/null
