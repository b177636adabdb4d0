"""A class may define __class__, and so claim to be another: mocks do. See class_claims()."""

HOOKS = [
    ("py/runtime.c", "    if (attr == MP_QSTR___class__) {\n", "    if (attr == MP_QSTR___class__ && !class_claims(type)) {\n"),
]
