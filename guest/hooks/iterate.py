"""A function with a try costs each of its calls: what needs none does not have it."""

HOOKS = [
    # One that has ended stays so, whatever its object would give now.
    (
        "py/objgetitemiter.c",
        "    nlr_buf_t nlr;\n    if (nlr_push(&nlr) == 0) {\n",
        "    nlr_buf_t nlr;\n    if (self->args[2] == mp_const_none) {\n        return MP_OBJ_STOP_ITERATION;\n    }\n"
        "    if (nlr_push(&nlr) == 0) {\n",
    ),
    (
        "py/objgetitemiter.c",
        "t == &mp_type_IndexError) {\n            return",
        "t == &mp_type_IndexError) {\n            self->args[2] = mp_const_none;\n            return",
    ),
    # enumerate() counts on beyond small integers.
    ("py/objenumerate.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "py/smallint.h"\n#include "type/argument.h"\n'),
    ("py/objenumerate.c", "    mp_int_t cur;\n", "    mp_obj_t cur;\n"),
    ("py/objenumerate.c", "MP_ARG_INT, {.u_int = 0}", "MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}"),
    ("py/objenumerate.c", "    o->cur = arg_vals.start.u_int;\n", "    o->cur = vitrine_int(arg_vals.start.u_obj);\n"),
    (
        "py/objenumerate.c",
        "        mp_obj_t items[] = {MP_OBJ_NEW_SMALL_INT(self->cur++), next};\n",
        "        mp_obj_t items[] = {self->cur, next};\n"
        "        self->cur = mp_obj_is_small_int(self->cur) && MP_OBJ_SMALL_INT_VALUE(self->cur) < MP_SMALL_INT_MAX\n"
        "            ? MP_OBJ_NEW_SMALL_INT(MP_OBJ_SMALL_INT_VALUE(self->cur) + 1)\n"
        "            : mp_binary_op(MP_BINARY_OP_ADD, self->cur, MP_OBJ_NEW_SMALL_INT(1));\n",
    ),
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
