# outcome: out_of_memory
# error: MemoryError
import json

json.loads("[" + "[],"  * 6000000 + "1]")
