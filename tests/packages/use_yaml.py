# packages: pyyaml==6.0.2
import yaml

text = """
name: example
list: [1, 2.5, true, null, 'text']
nested:
  - a: 1
    b: |
      several
      lines
  - !!set {x, y}
date: 2024-01-02
"""
data = yaml.safe_load(text)
print(data["name"], data["list"], data["nested"][0], sorted(data["nested"][1]), data["date"])
print(yaml.safe_dump({"b": [1, {"c": None}], "a": "é: x"}, allow_unicode=True))
try:
    yaml.safe_load("a: [1")
except yaml.YAMLError as e:
    print(type(e).__name__)
