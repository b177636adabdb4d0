# Rows, grouped, sorted, formatted, to JSON and back.
import json
from collections import OrderedDict, namedtuple

Row = namedtuple("Row", ("name", "city", "amount"))
cities = ["Oslo", "Lyon", "Graz", "Bath", "Kyoto"]
rows = [Row("name-%d" % i, cities[i * 7 % 5], i * 37 % 1000 / 4) for i in range(1500)]
totals = {}
for row in rows:
    entry = totals.setdefault(row.city, {"n": 0, "sum": 0.0, "names": []})
    entry["n"] += 1
    entry["sum"] += row.amount
    if len(entry["names"]) < 20:
        entry["names"].append(row.name.upper())
lines = []
for city, entry in sorted(totals.items(), key=lambda item: (-item[1]["sum"], item[0])):
    lines.append("{:<10}{:>6}{:>12.2f}  {}".format(city, entry["n"], entry["sum"], ", ".join(entry["names"][:3])))
text = json.dumps([r._asdict() if hasattr(r, "_asdict") else list(r) for r in rows[:300]])
back = json.loads(text)
ordered = OrderedDict((k, v["n"]) for k, v in totals.items())
print(len(lines), len(back), len(text) > 1000, list(ordered)[:2], f"{sum(ordered.values()):>8}")
