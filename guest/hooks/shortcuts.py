"""Small blocks are found at once: see heap.h."""

NATIVE = False  # the base of the speed ratios is upstream's own

HOOKS = [
    (
        "py/gc.c",
        "    for (;;) {\n\n        #if MICROPY_GC_SPLIT_HEAP\n        area = MP_STATE_MEM(gc_last_free_area);\n",
        "    if (n_blocks <= 4) {\n"
        "        void *few = n_blocks == 1 ? vitrine_alloc_few(1) : vitrine_alloc_few(n_blocks);\n"
        "        if (few != NULL) {\n            return few;\n        }\n    }\n"
        "    for (;;) {\n\n        #if MICROPY_GC_SPLIT_HEAP\n        area = MP_STATE_MEM(gc_last_free_area);\n",
    ),
]
