"""Complex numbers as CPython's: see number/complexops.c."""

HOOKS = [
    (
        "py/objcomplex.c",
        '#include "py/parsenum.h"\n',
        '#include "py/parsenum.h"\n#include "number/complexops.h"\n#include "type/argument.h"\n#include "type/builtins.h"\n',
    ),
    (
        "py/objcomplex.c",
        "        dest[0] = mp_obj_new_float(self->imag);\n    }\n",
        "        dest[0] = mp_obj_new_float(self->imag);\n"
        "    } else if (attr == MP_QSTR_conjugate) {\n"
        "        dest[0] = MP_OBJ_FROM_PTR(&vitrine_complex_conjugate_obj);\n        dest[1] = self_in;\n    }\n",
    ),
    (
        "py/objcomplex.c",
        ("            mp_float_t abs1 = MICROPY_FLOAT_C_FUN(sqrt)", "            break;\n        }\n\n        case MP_BINARY_OP_EQUAL"),
        "            vitrine_complex_power(&lhs_real, &lhs_imag, rhs_real, rhs_imag);\n",
    ),
    (
        "py/objcomplex.c",
        (
            "                mp_float_t rhs_len_sq = rhs_real",
            "            }\n            break;\n\n        case MP_BINARY_OP_POWER",
        ),
        "                vitrine_complex_divide(&lhs_real, &lhs_imag, rhs_real, rhs_imag);\n",
    ),
    (
        "py/objcomplex.c",
        "static mp_obj_t complex_make_new(const mp_obj_type_t *type_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {\n"
        "    (void)type_in;\n    mp_arg_check_num(n_args, n_kw, 0, 2, false);\n",
        "static mp_obj_t complex_make_new(const mp_obj_type_t *type_in, size_t n_args, size_t n_kw, const mp_obj_t *args_in) {\n"
        "    (void)type_in;\n"
        "    mp_obj_t args[2] = {MP_OBJ_NEW_SMALL_INT(0), MP_OBJ_NULL};\n"
        "    n_args = vitrine_complex_parts(n_args, n_kw, args_in, args);\n"
        "    for (size_t i = 0; i < n_args; ++i) {\n        args[i] = vitrine_complex_of(args[i]);\n    }\n",
    ),
    (
        "py/objcomplex.c",
        "                imag += mp_obj_get_float(args[1]);\n",
        "                imag = mp_obj_is_type(args[0], &mp_type_complex) ? imag + mp_obj_get_float(args[1]) : mp_obj_get_float(args[1]);\n",
    ),
    # How they are shown.
    ("py/objcomplex.c", '#include "py/formatfloat.h"\n', '#include "py/formatfloat.h"\n#include "number/numbertext.h"\n'),
    (
        "py/objcomplex.c",
        ("    #if MICROPY_FLOAT_IMPL == MICROPY_FLOAT_IMPL_FLOAT\n    char buf[16];\n", "}\n\nstatic mp_obj_t complex_make_new("),
        "    vstr_t text;\n    vstr_init(&text, 48);\n    vitrine_complex_text(&text, o->real, o->imag);\n"
        "    print->print_strn(print->data, text.buf, text.len);\n    vstr_clear(&text);\n",
    ),
    (
        "py/objcomplex.c",
        "MICROPY_FLOAT_C_FUN(sqrt)(o->real * o->real + o->imag * o->imag)",
        "hypot(o->real, o->imag)",
    ),
    (
        "py/objcomplex.c",
        "            mp_raise_TypeError(MP_ERROR_TEXT(\"can't truncate-divide a complex number\"));\n",
        "            return MP_OBJ_NULL;\n",
    ),
]
