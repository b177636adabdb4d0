"""C that recurses is bounded like a call: RecursionError beyond."""

HOOKS = [
    # C that recurses: bounded like a call, RecursionError beyond.
    (
        "py/compile.c",
        "static void compile_node(compiler_t *comp, mp_parse_node_t pn) {\n",
        "static void compile_node(compiler_t *comp, mp_parse_node_t pn) {\n    mp_cstack_check();\n",
    ),
    ("py/compile.c", '#include "py/smallint.h"\n', '#include "py/smallint.h"\n#include "py/cstack.h"\n'),
    (
        "py/obj.c",
        "    // generic type, call binary_op(MP_BINARY_OP_EQUAL)\n",
        "    mp_cstack_check();\n    // generic type, call binary_op(MP_BINARY_OP_EQUAL)\n",
    ),
    ("py/sequence.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "py/cstack.h"\n'),
    (
        "py/sequence.c",
        "const mp_obj_t *items2, size_t len2) {\n",
        "const mp_obj_t *items2, size_t len2) {\n    mp_cstack_check();\n",
    ),
    ("lib/re1.5/re1.5.h", None, None),
    (
        "lib/re1.5/compilecode.c",
        "    int alt_label = 0;\n",
        "    int alt_label = 0;\n    re1_5_stack_chk();\n",
    ),
    # A check of the C stack is a comparison with a constant.
    (
        "py/cstack.h",
        "void mp_cstack_check(void);\n",
        'void (mp_cstack_check)(void);\n#include "machine/cstackcheck.h"\n',
    ),
    ("py/cstack.c", "void mp_cstack_check(void) {", "void (mp_cstack_check)(void) {"),
]
