# error: RecursionError: maximum recursion depth exceeded
import json

deep = []
for _ in range(100000):
    deep = [deep]
json.dumps(deep, check_circular=False)
