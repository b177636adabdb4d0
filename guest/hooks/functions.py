"""Functions have attributes, and calls that do not fit say so as in CPython: functions.c."""

HOOKS = [
    ("py/objfun.c", "#else\n#define FUN_BC_MAKE_NEW\n", "#else\n#define FUN_BC_MAKE_NEW make_new, vitrine_function_make_new,\n"),
    (
        "py/objfun.h",
        "    const byte *bytecode;                       // bytecode for the function\n",
        "    const byte *bytecode;                       // bytecode for the function\n"
        "    mp_obj_t attributes; // a dict, or MP_OBJ_NULL\n",
    ),
    ("py/objfun.c", '#include "py/objfun.h"\n', '#include "py/objfun.h"\n#include "type/functions.h"\n'),
    (
        "py/objfun.c",
        ("void mp_obj_fun_bc_attr(mp_obj_t self_in", "#if MICROPY_PY_FUNCTION_ATTRS_CODE\n#define FUN_BC_MAKE_NEW"),
        "void mp_obj_fun_bc_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {\n"
        "    vitrine_function_attr(self_in, attr, dest);\n}\n#endif\n\n",
    ),
    (
        "py/objfun.c",
        '"<function %q at 0x%p>", mp_obj_fun_get_name(o_in), o',
        '"<function %q at 0x%p>", vitrine_function_name(o), o',
    ),
    ("py/objfun.c", "    o->bytecode = code;\n", "    o->bytecode = code;\n    o->attributes = MP_OBJ_NULL;\n"),
    ("py/objclosure.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "type/functions.h"\n'),
    ("py/objclosure.c", "    mp_load_method_maybe(o->fun, attr, dest);\n", "    vitrine_function_attr(o->fun, attr, dest);\n"),
    # A bound method knows what it is bound to.
    (
        "py/objboundmeth.c",
        "    mp_load_method_maybe(self->meth, attr, dest);\n",
        "    if (attr == MP_QSTR___self__ || attr == MP_QSTR___func__) {\n"
        "        dest[0] = attr == MP_QSTR___self__ ? self->self : self->meth;\n"
        "    } else if (attr != MP_QSTR___qualname__ || (dest[0] = vitrine_bound_qualname(self->meth, self->self)) == MP_OBJ_NULL) {\n"
        "        mp_load_method_maybe(self->meth, attr, dest);\n"
        "        if (dest[1] != MP_OBJ_NULL && strncmp(qstr_str(attr), \"__\", 2) == 0) {\n"
        "            dest[0] = dest[1] = MP_OBJ_NULL;\n"
        "            native_load_common(self_in, self->base.type, attr, dest); // what every object has\n"
        "        }\n"
        "    }\n",
    ),
    (
        "py/objboundmeth.c",
        ("    mp_printf(print, \"<bound_method", "    mp_print_str(print, \">\");\n}\n#endif\n\nmp_obj_t mp_call_method_self_n_kw"),
        "    if (vitrine_bound_print(print, o->meth, o->self)) {\n        return;\n    }\n"
        "    mp_obj_t name[2];\n"
        "    mp_load_method_maybe(o->meth, MP_QSTR___qualname__, name);\n"
        "    mp_print_str(print, \"<bound method \");\n"
        "    mp_obj_print_helper(print, name[0] == MP_OBJ_NULL ? o->meth : name[0], PRINT_STR);\n"
        "    mp_print_str(print, \" of \");\n"
        "    mp_obj_print_helper(print, o->self, PRINT_REPR);\n",
    ),
    ("py/bc.c", '#include "py/objfun.h"\n', '#include "py/objfun.h"\n#include "type/functions.h"\n'),
    ("py/bc.c", ("static NORETURN void fun_pos_args_mismatch(", "#if DEBUG_PRINT\nstatic void dump_args("), ""),
    ("py/bc.c", "fun_pos_args_mismatch(self, n_pos_args, n_args);", "vitrine_too_many(self, n_args, n_kw, kwargs);"),
    (
        "py/bc.c",
        "fun_pos_args_mismatch(self, n_pos_args - n_def_pos_args, n_args);",
        "vitrine_missing(self, &code_state_state[n_state - 1], n_args);",
    ),
    (
        "py/bc.c",
        "                        mp_raise_msg_varg(&mp_type_TypeError,\n"
        "                            MP_ERROR_TEXT(\"function got multiple values for argument '%q'\"), MP_OBJ_QSTR_VALUE(wanted_arg_name));\n",
        "                        vitrine_repeated_keyword(self, wanted_arg_name);\n",
    ),
    (
        "py/bc.c",
        "                mp_raise_msg_varg(&mp_type_TypeError,\n"
        "                    MP_ERROR_TEXT(\"unexpected keyword argument '%q'\"), MP_OBJ_QSTR_VALUE(wanted_arg_name));\n",
        "                vitrine_unknown_keyword(self, wanted_arg_name, n_kw, kwargs);\n",
    ),
    (
        "py/bc.c",
        "                mp_raise_msg_varg(&mp_type_TypeError,\n"
        '                    MP_ERROR_TEXT("function missing required positional argument #%d"), &code_state_state[n_state] - d);\n',
        "                vitrine_missing(self, &code_state_state[n_state - 1], 0);\n",
    ),
    (
        "py/bc.c",
        "                    mp_raise_msg_varg(&mp_type_TypeError,\n"
        "                        MP_ERROR_TEXT(\"function missing required keyword argument '%q'\"), arg_qstr);\n",
        "                    vitrine_missing(self, &code_state_state[n_state - 1], 0);\n",
    ),
    (
        "py/bc.c",
        '            mp_raise_TypeError(MP_ERROR_TEXT("function missing keyword-only argument"));\n',
        "            vitrine_missing(self, &code_state_state[n_state - 1], 0);\n",
    ),
]
