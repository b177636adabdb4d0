"""Hashes that keep dictionaries fast."""

HOOKS = [
    # 32 bits of hash for strings, and tuples that mix: dictionaries stay fast
    # with many keys, and with keys like (x, y).
    (
        "py/qstr.h",
        "#elif MICROPY_QSTR_BYTES_IN_HASH == 2\n",
        "#elif MICROPY_QSTR_BYTES_IN_HASH == 4\ntypedef uint32_t qstr_hash_t;\n"
        "#elif MICROPY_QSTR_BYTES_IN_HASH == 2\n",
    ),
    (
        "py/qstr.c",
        "#define Q_HASH_MASK ((1 << (8 * MICROPY_QSTR_BYTES_IN_HASH)) - 1)\n",
        "#define Q_HASH_MASK (0xffffffff)\n",
    ),
    # One way to hash: hash.c.
    (
        "py/runtime.c",
        """    if (op == MP_UNARY_OP_NOT) {
        // "not x" is""",
        """    if (op == MP_UNARY_OP_HASH) {
        return vitrine_int_normal(mp_obj_new_int_from_ll(vitrine_hash(arg)));
    }
    if (op == MP_UNARY_OP_NOT) {
        // "not x" is""",
    ),
    ("py/runtime.c", '#include "py/objtuple.h"\n', '#include "py/objtuple.h"\n#include "number/intmethods.h"\n#include "type/hash.h"\n'),
]
