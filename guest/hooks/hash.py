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
    (
        "py/map.c",
        "        hash = qstr_hash(MP_OBJ_QSTR_VALUE(index));\n",
        "        hash = MP_OBJ_SMALL_INT_VALUE(MP_OBJ_NEW_SMALL_INT(qstr_hash(MP_OBJ_QSTR_VALUE(index))));\n",
    ),
    (
        "py/objtuple.c",
        "                hash += MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, self->items[i]));\n",
        "                mp_uint_t h = MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, self->items[i]));\n"
        "                hash = (mp_int_t)(((mp_uint_t)hash ^ h ^ h >> 15) * 1000003u + 97);\n",
    ),
]
