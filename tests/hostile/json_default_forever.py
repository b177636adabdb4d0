# error: RecursionError
import json

json.dumps(object(), check_circular=False, default=lambda o: o)
