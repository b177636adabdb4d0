# limit: memory=16M
# outcome: out_of_memory
# error: MemoryError
import io

s = io.StringIO()
while True:
    s.write("x" * 100000)
