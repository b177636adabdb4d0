# Written by a model, read by nobody: sales by country, best first.
import json
import sys

shop = json.load(sys.stdin)
table = {}
for order in shop["orders"]:
    row = table.setdefault(order["country"], {"orders": 0, "pieces": 0, "sales": 0.0, "open": 0.0})
    total = sum(item["count"] * item["price"] for item in order["items"])
    row["orders"] += 1
    row["pieces"] += sum(item["count"] for item in order["items"])
    row["sales"] += total
    row["open"] += 0 if order["paid"] else total

print(f"{'country':<10}{'orders':>8}{'pieces':>8}{'sales ' + shop['currency']:>13}{'unpaid':>11}")
for country, row in sorted(table.items(), key=lambda pair: -pair[1]["sales"]):
    print(f"{country:<10}{row['orders']:>8}{row['pieces']:>8}{row['sales']:>13.2f}{row['open']:>11.2f}")
