"""What compile() takes and makes: trees of ast, and code that tells its file: code.c."""

HOOKS = [
    ("py/objcode.c", '#include "py/objcode.h"\n', '#include "py/objcode.h"\n#include "compile/code.h"\n'),
    (
        "py/objcode.c",
        "    mp_type_code,\n    MP_QSTR_code,\n    MP_TYPE_FLAG_NONE\n    );",
        "    mp_type_code,\n    MP_QSTR_code,\n    MP_TYPE_FLAG_NONE,\n    attr, vitrine_code_attr\n    );",
    ),
    ("py/builtinevex.c", '#include "py/compile.h"\n', '#include "py/compile.h"\n#include "compile/code.h"\n'),
    (
        "py/builtinevex.c",
        "    const char *str = mp_obj_str_get_data(args[0], &str_len);",
        "    const char *str = mp_obj_str_get_data(vitrine_source_of(args[0]), &str_len);",
    ),
]
