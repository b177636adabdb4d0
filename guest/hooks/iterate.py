"""A function with a try costs each of its calls: what needs none does not have it."""

HOOKS = [
    (
        "py/runtime.c",
        "// will always return MP_OBJ_STOP_ITERATION instead of raising StopIteration() (or any subclass thereof)\n",
        "static mp_obj_t iternext_by_method(mp_obj_t o_in);\n\n",
    ),
    (
        "py/runtime.c",
        "        return type_get_iternext(type)(o_in);\n    } else {\n        // check for __next__ method\n"
        "        mp_obj_t dest[2];\n        mp_load_method_maybe(o_in, MP_QSTR___next__, dest);\n"
        "        if (dest[0] != MP_OBJ_NULL) {\n            // __next__ exists, call it and return its result\n"
        "            nlr_buf_t nlr;\n",
        "        return type_get_iternext(type)(o_in);\n    }\n    return iternext_by_method(o_in);\n}\n\n"
        "static __attribute__((noinline)) mp_obj_t iternext_by_method(mp_obj_t o_in) {\n    {\n"
        "        mp_obj_t dest[2];\n        mp_load_method_maybe(o_in, MP_QSTR___next__, dest);\n"
        "        if (dest[0] != MP_OBJ_NULL) {\n"
        "            nlr_buf_t nlr;\n",
    ),
]
