# sys.path reaches no folder of the host.
# error: ModuleNotFoundError
import sys

sys.path.extend(["/", "/tmp", ".", "/usr/lib/python3"])
import json.tool
