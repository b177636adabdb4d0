"""types.MethodType(function, object) makes a method."""

HOOKS = [
    (
        "py/objboundmeth.c",
        "MP_DEFINE_CONST_OBJ_TYPE(\n    mp_type_bound_meth,\n    MP_QSTR_bound_method,\n    MP_TYPE_FLAG_NONE,\n",
        "static mp_obj_t bound_meth_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {\n"
        "    mp_arg_check_num(n_args, n_kw, 2, 2, false);\n"
        "    if (!mp_obj_is_callable(args[0])) {\n"
        '        mp_raise_TypeError(MP_ERROR_TEXT("first argument must be callable"));\n'
        "    }\n"
        "    if (args[1] == mp_const_none) {\n"
        '        mp_raise_TypeError(MP_ERROR_TEXT("instance must not be None"));\n'
        "    }\n"
        "    return mp_obj_new_bound_meth(args[0], args[1]);\n"
        "}\n\n"
        "MP_DEFINE_CONST_OBJ_TYPE(\n    mp_type_bound_meth,\n    MP_QSTR_method,\n    MP_TYPE_FLAG_NONE,\n"
        "    make_new, bound_meth_make,\n",
    ),
]
