"""Numbers as CPython's: exact conversions, the texts of errors, how they are shown."""

HOOKS = [
    # An int becomes the nearest float, or none.
    ("py/mpz.c", '#include "py/mpz.h"\n', '#include "py/mpz.h"\n#include "number/floatops.h"\n'),
    (
        "py/mpz.c",
        ("    mp_float_t val = 0;\n    mpz_dig_t *d = i->dig + i->len;\n", "}\n#endif\n\n#if 0\nthis function is unused\nchar *mpz_as_str("),
        "    return vitrine_mpz_double(i);\n",
    ),
    ("py/objint_mpz.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "number/floatops.h"\n'),
    (
        "py/objint_mpz.c",
        ("        mp_float_t flhs = mpz_as_float(zlhs);\n", "    }\n    #endif\n\n    if (op >= MP_BINARY_OP_INPLACE_OR"),
        "        return mp_obj_new_float(vitrine_ratio(zlhs, zrhs, \"integer division result too large for a float\"));\n",
    ),
    (
        "py/objint_mpz.c",
        'mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("divide by zero"));',
        "vitrine_raise_zero(op, false);",
    ),
    # Comparison with a float is exact.
    (
        "py/objint_mpz.c",
        "        return mp_obj_float_binary_op(op, mpz_as_float(zlhs), rhs_in);\n    #endif\n    #if MICROPY_PY_BUILTINS_COMPLEX",
        "        static const uint8_t turned[] = {\n"
        "            [MP_BINARY_OP_LESS] = MP_BINARY_OP_MORE, [MP_BINARY_OP_MORE] = MP_BINARY_OP_LESS,\n"
        "            [MP_BINARY_OP_EQUAL] = MP_BINARY_OP_EQUAL, [MP_BINARY_OP_LESS_EQUAL] = MP_BINARY_OP_MORE_EQUAL,\n"
        "            [MP_BINARY_OP_MORE_EQUAL] = MP_BINARY_OP_LESS_EQUAL,\n"
        "        };\n"
        "        if (op <= MP_BINARY_OP_MORE_EQUAL) {\n"
        "            return mp_obj_float_binary_op(turned[op], mp_obj_float_get(rhs_in), lhs_in);\n"
        "        }\n"
        "        return mp_obj_float_binary_op(op, mpz_as_float(zlhs), rhs_in);\n    #endif\n    #if MICROPY_PY_BUILTINS_COMPLEX",
    ),
    ("py/runtime.c", '    mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("divide by zero"));\n', "    vitrine_raise_zero(op, false);\n"),
    ("py/runtime.c", '#include "py/cstack.h"\n', '#include "py/cstack.h"\n#include "number/floatops.h"\n'),
    # round() is in objfloat.c.
    (
        "py/modbuiltins.c",
        ("static mp_obj_t mp_builtin_round(", "static mp_obj_t mp_builtin_sum("),
        "MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_builtin_round_obj, 1, 2, vitrine_round);\n\n",
    ),
    ("py/modbuiltins.c", '#include "py/stream.h"\n', '#include "py/stream.h"\n#include "number/floatops.h"\n'),
]
