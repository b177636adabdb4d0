"""Built-in functions and types where they differ."""

HOOKS = [
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
    ("py/modbuiltins.c", '#include "py/smallint.h"\n', '#include "py/smallint.h"\n#include "builtins.h"\n'),
]
