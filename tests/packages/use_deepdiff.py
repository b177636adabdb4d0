# packages: deepdiff==8.4.2 orderly-set==5.3.2
from deepdiff import DeepDiff, DeepHash, DeepSearch, Delta, extract, grep

a = {"a": 1, "b": [1, 2, {"c": "x"}], "d": {1, 2}, "s": "text\nline"}
b = {"a": 2.0, "b": [1, {"c": "y"}], "e": 5, "d": {2, 3}, "s": "text\nother"}
print(DeepDiff(a, b).pretty())
print(DeepDiff([1, 2, 3], [3, 2, 1], ignore_order=True), DeepDiff(1.0001, 1.0002, significant_digits=3))
print(extract(a, "root['b'][2]['c']"))
print(DeepSearch(a, "x"), {"x": ["find me"]} | grep("find"))
