"""Functions written in C have names: see names.c."""


def builtin(kind, parent=""):
    return (
        "py/objfun.c",
        "    mp_type_fun_builtin_%s, MP_QSTR_function, MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN,\n" % kind,
        "    mp_type_fun_builtin_%s, MP_QSTR_builtin_function_or_method, MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN,\n"
        "    attr, vitrine_builtin_attr,\n    print, vitrine_builtin_print,\n%s" % (kind, parent),
    )


# All of them are one type to isinstance().
FIRST = "    parent, &mp_type_fun_builtin_1,\n"



def fixed(n):
    return (
        "py/objfun.c",
        "    mp_arg_check_num(n_args, n_kw, %d, %d, false);\n    return self->fun._%d(" % (n, n, n),
        "    if (n_args != %d || n_kw != 0) {\n        vitrine_wrong_count(self_in, n_args, n_kw, %d, %d);\n    }\n"
        "    return self->fun._%d(" % (n, n, n, n),
    )


HOOKS = [
    # Nor do types.
    (
        "py/argcheck.c",
        ("    if (n_kw && !takes_kw) {\n", "void mp_arg_parse_all("),
        "    if ((n_kw && !takes_kw) || n_args < n_args_min || n_args > n_args_max) {\n"
        "        vitrine_wrong_type_count(n_args, takes_kw ? 0 : n_kw, n_args_min, n_args_max);\n"
        "    }\n"
        "}\n\n",
    ),
    ("py/argcheck.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "type/names.h"\n'),
    fixed(0),
    fixed(1),
    fixed(2),
    fixed(3),
    (
        "py/objfun.c",
        "    mp_arg_check_num_sig(n_args, n_kw, self->sig);\n",
        "    size_t least = self->sig >> 17, most = self->sig >> 1 & 0xffff;\n"
        "    if (n_args < least || n_args > most || (n_kw > 0 && !(self->sig & 1))) {\n"
        "        vitrine_wrong_count(self_in, n_args, n_kw, least, most);\n    }\n",
    ),
    ("py/objfun.c", '#include "py/objfun.h"\n', '#include "py/objfun.h"\n#include "type/names.h"\n'),
    builtin("0", FIRST),
    builtin("1"),
    builtin("2", FIRST),
    builtin("3", FIRST),
    builtin("var", FIRST),
    ("py/runtime.c", '#include "py/compile.h"\n', '#include "py/compile.h"\n#include "type/names.h"\n'),
    (
        "py/runtime.c",
        "    mp_type_checked_fun,\n    MP_QSTR_function,\n    MP_TYPE_FLAG_BINDS_SELF,\n",
        "    mp_type_checked_fun,\n    MP_QSTR_method_descriptor,\n    MP_TYPE_FLAG_BINDS_SELF,\n"
        "    attr, checked_fun_attr,\n    print, checked_fun_print,\n"
        "    unary_op, checked_fun_unary_op,\n    binary_op, checked_fun_binary_op,\n",
    ),
    (
        "py/runtime.c",
        "static mp_obj_t checked_fun_call(",
        "static void checked_fun_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {\n"
        "    vitrine_builtin_attr(((mp_obj_checked_fun_t *)MP_OBJ_TO_PTR(self_in))->fun, attr, dest);\n"
        "}\n\n"
        "static void checked_fun_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {\n"
        "    vitrine_builtin_print(print, ((mp_obj_checked_fun_t *)MP_OBJ_TO_PTR(self_in))->fun, kind);\n"
        "}\n\n"
        "static mp_obj_t checked_fun_unary_op(mp_unary_op_t op, mp_obj_t self_in) {\n"
        "    return op == MP_UNARY_OP_HASH ? mp_unary_op(op, ((mp_obj_checked_fun_t *)MP_OBJ_TO_PTR(self_in))->fun) : MP_OBJ_NULL;\n"
        "}\n\n"
        "static mp_obj_t checked_fun_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {\n"
        "    return op == MP_BINARY_OP_EQUAL ? mp_obj_new_bool(((mp_obj_checked_fun_t *)MP_OBJ_TO_PTR(lhs))->fun\n"
        "        == ((mp_obj_checked_fun_t *)MP_OBJ_TO_PTR(rhs))->fun) : MP_OBJ_NULL;\n"
        "}\n\n"
        "static mp_obj_t checked_fun_call(",
    ),
    # A function with variables of others is a function.
    ("py/objclosure.c", "    MP_QSTR_closure,\n", "    MP_QSTR_function,\n"),
    (
        "py/objclosure.c",
        ('    mp_print_str(print, "<closure ");\n', "}\n#endif\n\n#if MICROPY_PY_FUNCTION_ATTRS\nstatic void mp_obj_closure_attr("),
        "    mp_obj_print_helper(print, o->fun, PRINT_REPR);\n",
    ),
    ("py/objclosure.c", "    CLOSURE_TYPE_ATTR\n", "    CLOSURE_TYPE_ATTR\n    parent, &mp_type_fun_bc,\n"),
    (
        "py/objclosure.c",
        "    vitrine_function_attr(o->fun, attr, dest);\n",
        "    if (attr == MP_QSTR___closure__ && dest[0] == MP_OBJ_NULL) {\n"
        "        dest[0] = mp_obj_new_tuple(o->n_closed, o->closed);\n"
        "    } else {\n        vitrine_function_attr(o->fun, attr, dest);\n"
        "        if (dest[1] == o->fun) {\n            dest[1] = self_in;\n        }\n    }\n",
    ),
    ("py/objcell.c", '#include "py/obj.h"\n', '#include "py/obj.h"\n#include "py/runtime.h"\n'),
    ("py/objcell.c", "    mp_type_cell, MP_QSTR_, MP_TYPE_FLAG_NONE\n", "    mp_type_cell, MP_QSTR_cell, MP_TYPE_FLAG_NONE,\n    attr, cell_attr\n"),
    (
        "py/objcell.c",
        "#define CELL_TYPE_PRINT , print, cell_print\n",
        "#define CELL_TYPE_PRINT , print, cell_print\n\n"
        "static void cell_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {\n"
        "    mp_obj_t value = mp_obj_cell_get(self_in);\n"
        "    if (attr == MP_QSTR_cell_contents && dest[0] == MP_OBJ_NULL) {\n"
        "        if (value == MP_OBJ_NULL) {\n"
        '            mp_raise_ValueError(MP_ERROR_TEXT("Cell is empty"));\n'
        "        }\n        dest[0] = value;\n    }\n}\n",
    ),
    ("py/objgenerator.c", "    mp_type_gen_wrap,\n    MP_QSTR_generator,\n    MP_TYPE_FLAG_BINDS_SELF,\n", "    mp_type_gen_wrap,\n    MP_QSTR_function,\n    MP_TYPE_FLAG_BINDS_SELF,\n    parent, &mp_type_fun_bc,\n"),
    ("py/objgenerator.c", '#include "py/objgenerator.h"\n', '#include "py/objgenerator.h"\n#include "type/functions.h"\n'),
]
