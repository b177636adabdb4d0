"""What no other import finds is looked for in granted files: lib/_importing.py."""

HOOKS = [
    (
        "py/builtinimport.c",
        "        // Not found -- fail.\n",
        "        module_obj = vitrine_import_granted(full_mod_name, outer_module_obj);\n"
        "        if (module_obj != MP_OBJ_NULL) {\n            return module_obj;\n        }\n",
    ),
    (
        "py/builtinimport.c",
        'MP_ERROR_TEXT("can\'t perform relative import")',
        'MP_ERROR_TEXT("attempted relative import beyond top-level package")',
    ),
    # import * is in importall.c.
    ("py/runtime.c", ("void mp_import_all(mp_obj_t module) {\n", "#if MICROPY_ENABLE_COMPILER\n\nmp_obj_t mp_parse_compile_execute("), ""),
    # As the others, they are in sys.modules once they are imported.
    (
        "py/builtinimport.c",
        "        module_obj = mp_module_get_builtin(level_mod_name, false);\n        if (module_obj != MP_OBJ_NULL) {\n",
        "        module_obj = mp_module_get_builtin(level_mod_name, false);\n        if (module_obj != MP_OBJ_NULL) {\n"
        "            mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)),\n"
        "                MP_OBJ_NEW_QSTR(full_mod_name), module_obj);\n",
    ),
    # The path of a package is a list there.
    (
        "py/builtinimport.c",
        "        if (dest[0] != MP_OBJ_NULL) {\n            // e.g. __path__",
        "        if (dest[0] != MP_OBJ_NULL && mp_obj_is_str(dest[0])) {\n            // e.g. __path__",
    ),
    # What a package's __getattr__ does not know may be a module in it.
    (
        "py/runtime.c",
        "    mp_obj_t dest[2];\n\n    mp_load_method_maybe(module, name, dest);\n\n    if (dest[1] != MP_OBJ_NULL) {\n        // Hopefully",
        "    mp_obj_t dest[2];\n\n    mp_load_method_protected(module, name, dest, false);\n\n    if (dest[1] != MP_OBJ_NULL) {\n        // Hopefully",
    ),
    # What a module's __getattr__ does not know is no path.
    (
        "py/runtime.c",
        "    mp_load_method_maybe(module, MP_QSTR___path__, dest);\n",
        "    mp_load_method_protected(module, MP_QSTR___path__, dest, false);\n",
    ),
    (
        "py/builtinimport.c",
        "        mp_load_method_maybe(outer_module_obj, MP_QSTR___path__, dest);\n",
        "        mp_load_method_protected(outer_module_obj, MP_QSTR___path__, dest, false);\n",
    ),
    # A name that is neither in a package nor a module of it.
    (
        "py/runtime.c",
        "    return mp_import_name(dot_name_q, mp_const_true, MP_OBJ_NEW_SMALL_INT(0));\n",
        "    return vitrine_import_submodule(module, name, dot_name_q);\n",
    ),
    # A program may have put anything into sys.modules.
    (
        "py/builtinimport.c",
        "        if (mod->globals->map.is_fixed) {\n",
        "        if (mp_obj_is_type(outer_module_obj, &mp_type_module) && mod->globals->map.is_fixed) {\n",
    ),
]
