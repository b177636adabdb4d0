"""Frozen modules were imported at boot: see preload.c."""

HOOKS = [
    ("py/builtinimport.c", '#include "py/frozenmod.h"\n', '#include "py/frozenmod.h"\n#include "module/preload.h"\n'),
    (
        "py/builtinimport.c",
        "    // Prepare for loading from the filesystem. Create a new shell module\n",
        "    module_obj = vitrine_preloaded_import(full_mod_name);\n"
        "    if (module_obj != MP_OBJ_NULL) {\n        return module_obj;\n    }\n"
        "    // Prepare for loading from the filesystem. Create a new shell module\n",
    ),
]
