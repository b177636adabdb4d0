"""Built-in functions and types where they differ."""

HOOKS = [
    # The value of a statement that is alone is printed where print() prints.
    (
        "py/modbuiltins.c",
        "        mp_obj_print_helper(MP_PYTHON_PRINTER, o, PRINT_REPR);\n        mp_print_str(MP_PYTHON_PRINTER, \"\\n\");\n        #if MICROPY_CAN",
        "        mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_print_obj), mp_call_function_1(MP_OBJ_FROM_PTR(&mp_builtin_repr_obj), o));\n"
        "        #if MICROPY_CAN",
    ),
    # Those in builtins.c.
    (
        "py/modbuiltins.c",
        ("#if MICROPY_PY_BUILTINS_MIN_MAX\n\nstatic mp_obj_t mp_builtin_min_max(", "#if MICROPY_PY_BUILTINS_NEXT2\n"),
        "",
    ),
    (
        "py/modbuiltins.c",
        ("static mp_obj_t mp_builtin_print(", "static mp_obj_t mp_builtin___repl_print__("),
        "",
    ),
    (
        "py/modbuiltins.c",
        ("args) {\n    mp_obj_t value;\n    switch (n_args) {\n        case 1:\n            value = MP_OBJ_NEW_SMALL_INT(0);",
         "static mp_obj_t mp_builtin_sorted("),
        "args, mp_map_t *kwargs) {\n    return vitrine_sum(n_args, args, kwargs);\n}\n"
        "MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_sum_obj, 1, mp_builtin_sum);\n\n",
    ),
    (
        "py/modbuiltins.c",
        ("static mp_obj_t mp_builtin_dir(", "static mp_obj_t mp_builtin_divmod("),
        "MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_builtin_dir_obj, 0, 1, vitrine_dir);\n\n",
    ),
    ("py/modbuiltins.c", "MP_ROM_PTR(&mp_builtin_iter_obj)", "MP_ROM_PTR(&vitrine_iter_obj)"),
    ("py/modbuiltins.c", '#include "py/smallint.h"\n', '#include "py/smallint.h"\n#include "type/builtins.h"\n'),
    (
        "py/modbuiltins.c",
        "    return mp_binary_op(MP_BINARY_OP_DIVMOD, o1_in, o2_in);\n",
        "    return vitrine_divmod(o1_in, o2_in);\n",
    ),
    ("py/modbuiltins.c", "    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_builtins) },\n", "    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_builtins) },\n    { MP_ROM_QSTR(MP_QSTR___builtins__), MP_ROM_PTR(&mp_module_builtins) },\n    { MP_ROM_QSTR(MP_QSTR___doc__), MP_ROM_NONE },\n"),
    # What is no name of an attribute says so.
    ("py/modbuiltins.c", "mp_load_attr_default(args[0], mp_obj_str_get_qstr(args[1]), defval)", "mp_load_attr_default(args[0], vitrine_attribute_name(args[1]), defval)"),
    ("py/modbuiltins.c", "    mp_store_attr(base, mp_obj_str_get_qstr(attr), value);\n", "    mp_store_attr(base, vitrine_attribute_name(attr), value);\n"),
    ("py/modbuiltins.c", "    qstr attr = mp_obj_str_get_qstr(attr_in);\n    mp_obj_t dest[2];\n", "    qstr attr = vitrine_attribute_name(attr_in);\n    mp_obj_t dest[2];\n"),
    (
        "py/modbuiltins.c",
        "    size_t len;\n    const byte *str = (const byte *)mp_obj_str_get_data(o_in, &len);\n    #if MICROPY_PY_BUILTINS_STR_UNICODE\n    if (mp_obj_is_str(o_in)) {\n        len",
        "    size_t len;\n    mp_buffer_info_t buffer;\n"
        "    if (mp_obj_is_type(o_in, &mp_type_bytearray) && mp_get_buffer(o_in, &buffer, MP_BUFFER_READ)) {\n"
        "        o_in = mp_obj_new_bytes(buffer.buf, buffer.len);\n"
        "    } else if (vitrine_native(o_in, &mp_type_str) == MP_OBJ_NULL && vitrine_native(o_in, &mp_type_bytes) == MP_OBJ_NULL) {\n"
        '        vitrine_raise_type("ord() expected string of length 1, but %s found", o_in);\n'
        "    }\n"
        "    const byte *str = (const byte *)mp_obj_str_get_data(o_in, &len);\n    #if MICROPY_PY_BUILTINS_STR_UNICODE\n    if (mp_obj_is_str(o_in)) {\n        len",
    ),
    ("py/modbuiltins.c", '#include "py/objint.h"\n', '#include "py/objint.h"\n#include "type/argument.h"\n'),
    # These take their arguments by name as well.
    ("py/modbuiltins.c", "MP_ROM_PTR(&mp_builtin_round_obj)", "MP_ROM_PTR(&vitrine_round_obj)"),
    ("py/modbuiltins.c", "MP_ROM_PTR(&mp_builtin_pow_obj)", "MP_ROM_PTR(&vitrine_pow_obj)"),
    ("py/modbuiltins.c", "MP_ROM_PTR(&mp_builtin_compile_obj)", "MP_ROM_PTR(&vitrine_compile_obj)"),
    ("py/modbuiltins.c", "MP_ROM_PTR(&mp_builtin___import___obj)", "MP_ROM_PTR(&vitrine_import_obj)"),
    # exec() and eval() with built-ins of their own.
    (
        "py/builtinevex.c",
        "    #if MICROPY_PY_BUILTINS_COMPILE\n    if (mp_obj_is_type(args[0], &mp_type_code)) {\n",
        "    if (n_args > 1 && args[1] != mp_const_none) {\n        vitrine_give_builtins(globals);\n    }\n\n"
        "    #if MICROPY_PY_BUILTINS_COMPILE\n    if (mp_obj_is_type(args[0], &mp_type_code)) {\n",
    ),
    ("py/builtinevex.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "type/builtins.h"\n'),
    (
        "py/runtime.c",
        "    if (elem == NULL) {\n        #if MICROPY_CAN_OVERRIDE_BUILTINS\n        if (MP_STATE_VM(mp_module_builtins_override_dict) != NULL) {\n            // lookup in additional dynamic table of builtins first\n            elem = mp_map_lookup(&MP_STATE_VM(mp_module_builtins_override_dict)->map, MP_OBJ_NEW_QSTR(qst), MP_MAP_LOOKUP);\n",
        "    if (elem == NULL) {\n"
        "        mp_obj_t given = vitrine_builtins_given ? vitrine_given_builtin(qst) : MP_OBJ_NULL;\n"
        "        if (given != MP_OBJ_NULL) {\n            return given;\n        }\n"
        "        #if MICROPY_CAN_OVERRIDE_BUILTINS\n        if (MP_STATE_VM(mp_module_builtins_override_dict) != NULL) {\n            // lookup in additional dynamic table of builtins first\n            elem = mp_map_lookup(&MP_STATE_VM(mp_module_builtins_override_dict)->map, MP_OBJ_NEW_QSTR(qst), MP_MAP_LOOKUP);\n",
    ),
    (
        "py/runtime.c",
        "    args[4] = level;\n\n    #if MICROPY_CAN_OVERRIDE_BUILTINS\n",
        "    args[4] = level;\n\n"
        "    mp_obj_t given = vitrine_builtins_given ? vitrine_given_import() : MP_OBJ_NULL;\n"
        "    if (given != MP_OBJ_NULL) {\n        return mp_call_function_n_kw(given, 5, 0, args);\n    }\n\n"
        "    #if MICROPY_CAN_OVERRIDE_BUILTINS\n",
    ),
    ("py/runtime.c", '#include "py/compile.h"\n', '#include "py/compile.h"\n#include "type/builtins.h"\n'),
    # An object that says nothing of itself says where it is.
    (
        "py/obj.c",
        '        mp_printf(print, "<%q>", type->name);\n',
        '        mp_printf(print, "<%q object at 0x%08x>", (qstr)type->name, (unsigned)(uintptr_t)MP_OBJ_TO_PTR(o_in));\n',
    ),
    # ... and NotImplemented have types of their own.
    ("py/objsingleton.c", "    mp_type_singleton, MP_QSTR_, MP_TYPE_FLAG_NONE,\n", "    mp_type_singleton, MP_QSTR_NotImplementedType, MP_TYPE_FLAG_NONE,\n"),
    (
        "py/objsingleton.c",
        "const mp_obj_singleton_t mp_const_ellipsis_obj = {{&mp_type_singleton}, ",
        "MP_DEFINE_CONST_OBJ_TYPE(\n    mp_type_ellipsis, MP_QSTR_ellipsis, MP_TYPE_FLAG_NONE,\n    print, singleton_print\n    );\n\n"
        "const mp_obj_singleton_t mp_const_ellipsis_obj = {{&mp_type_ellipsis}, ",
    ),
    # types.ModuleType can be called: see builtins.c.
    ("py/objboundmeth.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "type/classes.h"\n#include "type/names.h"\n'),
    ("py/objmodule.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "type/builtins.h"\n'),
    ("py/objmodule.c", "    print, module_print,\n", "    make_new, vitrine_module_make_new,\n    print, module_print,\n"),
]
