# A whole program: JSON in, rows out.
# stdin: {"orders": [{"who": "ann", "items": [["pen", 3, 1.5], ["ink", 1, 7.25]]},
# stdin:  {"who": "bob", "items": [["pad", 10, 0.5]]}, {"who": "ann", "items": []}]}
import json
import sys
data = json.loads(sys.stdin.read())
totals = {}
for order in data["orders"]:
    for name, count, price in order["items"]:
        totals[order["who"]] = totals.get(order["who"], 0) + count * price
for who in sorted(totals):
    print("%-5s %8.2f" % (who, totals[who]))
# expect: ann      11.75
# expect: bob       5.00
