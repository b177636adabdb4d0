# packages: tabulate==0.9.0
from tabulate import tabulate

rows = [["Ada", 36, 1.5], ["Grace", 85, None]]
for style in ("plain", "grid", "github", "simple", "html"):
    print(tabulate(rows, headers=["name", "age", "x"], tablefmt=style))
