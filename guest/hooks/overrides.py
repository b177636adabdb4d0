"""Modules written in C take attributes, as those in Python do: overrides.c."""

HOOKS = [
    ("py/objmodule.c", '#include "py/objmodule.h"\n', '#include "py/objmodule.h"\n#include "type/overrides.h"\n'),
    (
        "py/objmodule.c",
        "        // load attribute\n",
        "        if (self->globals->map.is_fixed) {\n"
        "            dest[0] = vitrine_override_load(self, attr);\n"
        "            if (dest[0] != MP_OBJ_NULL) {\n                return;\n            }\n"
        "        }\n"
        "        // load attribute\n",
    ),
    (
        "py/objmodule.c",
        "                module_attr_try_delegation(self_in, attr, dest);\n                return;\n",
        "                module_attr_try_delegation(self_in, attr, dest);\n"
        "                if (dest[0] != MP_OBJ_NULL && vitrine_override_store(self, attr, dest[1])) {\n"
        "                    dest[0] = MP_OBJ_NULL;\n"
        "                }\n"
        "                return;\n",
    ),
]
