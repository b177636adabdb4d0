"""Frozen modules that are read when they are imported: rare.c."""

HOOKS = [
    ("py/frozenmod.c", '#include "py/frozenmod.h"\n', '#include "py/frozenmod.h"\n#include "module/rare.h"\n'),
    ("py/frozenmod.c", "    return MP_IMPORT_STAT_NO_EXIST;\n}\n", "    return vitrine_rare_find(str, frozen_type, data);\n}\n"),
]
