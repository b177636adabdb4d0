"""The last statement's value is taken: see entry.c."""

HOOKS = [
    # Only the last statement has its value taken, see entry.c.
    ("py/compile.c", '#include "py/nativeglue.h"\n', '#include "py/nativeglue.h"\n#include "machine/stop.h"\n'),
    (
        "py/compile.c",
        "if (comp->is_repl && comp->scope_cur->kind == SCOPE_MODULE) {",
        "if (pns == vitrine_value_statement || (comp->is_repl && comp->scope_cur->kind == SCOPE_MODULE)) {",
    ),
    (
        "py/compile.c",
        "MP_QSTR___repl_print__",
        "pns == vitrine_value_statement ? MP_QSTR___value__ : MP_QSTR___repl_print__",
    ),
    # A constant as the last statement is a value, too; others cost nothing.
    ("py/parse.c", "#if !MICROPY_ENABLE_DOC_STRING\n", "#if 0\n"),
]
