# Clock and chance are granted, unless --deterministic takes them back.
vitrine -c 'import time; print(time.time() > 1.7e9)'
vitrine --deterministic -c 'import time; time.time()'
vitrine -c 'import os; print(len(os.urandom(4)))'
vitrine --deterministic -c 'import os; os.urandom(4)'
test "$(vitrine --deterministic -c 'import random; print(random.random())')" = "$(vitrine --deterministic -c 'import random; print(random.random())')"
vitrine -c 'open("/etc/passwd")'
vitrine -c 'import socket'
vitrine -c 'import os; print(os.environ)'
vitrine --spent -c 'print(1)'
vitrine --transactional -c 'print("kept"); 1 / 0'
