# packages: cerberus==1.3.8
from cerberus import Validator

v = Validator({"name": {"type": "string", "required": True, "maxlength": 5}, "age": {"type": "integer", "min": 0, "coerce": int},
               "list": {"type": "list", "schema": {"type": "dict", "schema": {"sku": {"type": "string"}}}}})
print(v.validate({"name": "Ada", "age": "36"}), v.document)
print(v.validate({"name": "Ada Lovelace", "age": -1, "more": 1, "list": [{"sku": 1}]}), v.errors)
print(Validator({"a": {"default": 3}, "b": {"rename": "c"}}).normalized({"b": 1}))
