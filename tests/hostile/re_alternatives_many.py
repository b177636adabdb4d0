# outcome: any
# limit: time=500ms
import re

re.compile("|".join(["x" * 20 + str(i) for i in range(20000)]))
re.findall("|".join(["x" * 20 + str(i) for i in range(20000)]), "x" * 100000)
