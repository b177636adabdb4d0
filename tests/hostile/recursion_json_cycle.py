# error: ValueError: Circular reference detected
import json

l = []
l.append(l)
json.dumps(l)
