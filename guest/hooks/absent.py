"""An unknown module is ModuleNotFoundError, and says what to use instead: absent.c."""

HOOKS = [
    ("py/builtinimport.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "module/absent.h"\n'),
    (
        "py/builtinimport.c",
        "        mp_raise_msg_varg(&mp_type_ImportError, MP_ERROR_TEXT(\"no module named '%q'\"), full_mod_name);",
        "        vitrine_absent(full_mod_name);",
    ),
]
