# packages: simpleeval==0.9.13
from simpleeval import simple_eval

print(simple_eval("1 + 2 * x", names={"x": 4}), simple_eval("max(1, 2)", functions={"max": max}))
