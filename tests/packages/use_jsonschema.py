# packages: jsonschema==3.2.0 attrs==26.1.0 pyrsistent==0.20.0 six==1.17.0
from jsonschema import Draft7Validator, FormatChecker, ValidationError, validate

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 2},
        "age": {"type": "integer", "minimum": 0},
        "tags": {"type": "array", "items": {"$ref": "#/definitions/tag"}, "uniqueItems": True},
    },
    "required": ["name"],
    "additionalProperties": False,
    "definitions": {"tag": {"enum": ["a", "b"]}},
}
print(validate({"name": "Ada", "age": 36, "tags": ["a"]}, SCHEMA))
try:
    validate({"name": "Ada", "age": -1}, SCHEMA)
except ValidationError as e:
    print(e.message, list(e.path), e.validator)
    print(e)
validator = Draft7Validator(SCHEMA, format_checker=FormatChecker())
for error in sorted(validator.iter_errors({"name": "x", "tags": ["a", "c", "a"], "more": 1}), key=str):
    print(error.message, list(error.absolute_path))
