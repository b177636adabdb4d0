"""Small blocks are found at once: see heap.h.

A string that is not interned is not looked for: see qstrbits.h.
"""

NATIVE = False  # the base of the speed ratios is upstream's own

HOOKS = [
    (
        "py/gc.c",
        "    for (;;) {\n\n        #if MICROPY_GC_SPLIT_HEAP\n        area = MP_STATE_MEM(gc_last_free_area);\n",
        "    if (n_blocks <= 4) {\n"
        "        void *few = n_blocks == 1 ? vitrine_alloc_few(1, alloc_flags) : vitrine_alloc_few(n_blocks, alloc_flags);\n"
        "        if (few != NULL) {\n            return few;\n        }\n    }\n"
        "    for (;;) {\n\n        #if MICROPY_GC_SPLIT_HEAP\n        area = MP_STATE_MEM(gc_last_free_area);\n",
    ),
    (
        "py/gc.c",
        "            for (i = vitrine_run_search(area, n_blocks); i < area",
        "            i = vitrine_run_find(area, n_blocks);\n"
        "            if (i != SIZE_MAX) {\n                n_free = n_blocks;\n                goto found;\n            }\n"
        "            for (i = area->gc_alloc_table_byte_len; i < area",
    ),
    ("py/qstr.c", '#include "py/gc.h"\n', '#include "py/gc.h"\n#include "machine/qstrbits.h"\n'),
    (
        "py/qstr.c",
        "    MP_STATE_VM(qstr_last_chunk) = NULL;\n\n    #if MICROPY_PY_THREAD",
        "    MP_STATE_VM(qstr_last_chunk) = NULL;\n"
        "    for (const qstr_pool_t *pool = MP_STATE_VM(last_pool); pool != NULL; pool = pool->prev) {\n"
        "        for (size_t i = 0; i < pool->len; ++i) {\n            vitrine_qstr_note(pool->total_prev_len + i, pool->qstrs[i], pool->lengths[i], pool->hashes[i]);\n        }\n    }\n\n"
        "    #if MICROPY_PY_THREAD",
    ),
    (
        "py/qstr.c",
        "    MP_STATE_VM(last_pool)->hashes[at] = hash;\n",
        "    MP_STATE_VM(last_pool)->hashes[at] = hash;\n"
        "    vitrine_qstr_note(MP_STATE_VM(last_pool)->total_prev_len + at, q_ptr, len, hash);\n",
    ),
    (
        "py/qstr.c",
        "    #if MICROPY_QSTR_BYTES_IN_HASH\n    // work out hash of str\n",
        "    if (str_len == 1) {\n        return vitrine_qstr_ones[(byte)str[0]];\n    }\n"
        "    #if MICROPY_QSTR_BYTES_IN_HASH\n    // work out hash of str\n",
    ),
    (
        "py/qstr.c",
        "    size_t str_hash = qstr_compute_hash((const byte *)str, str_len);\n",
        "    size_t str_hash = qstr_compute_hash((const byte *)str, str_len);\n"
        "    if (!vitrine_qstr_may_be(str, str_len, str_hash)) {\n        return MP_QSTRnull;\n    }\n",
    ),
]
