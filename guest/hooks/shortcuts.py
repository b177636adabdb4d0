"""Small blocks are found at once, and unused ones freed 32 at once: see heap.h."""

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
    ("py/gc.c", "    gc_sweep_run_finalisers();\n    gc_sweep_free_blocks();\n    #if MICROPY_GC_SPLIT_HEAP\n", "    vitrine_heap_sweep();\n    #if MICROPY_GC_SPLIT_HEAP\n"),
    ("py/gc.c", "static void gc_sweep_run_finalisers(void);\nstatic void gc_sweep_free_blocks(void);\n", ""),
    ("py/gc.c", ("static void gc_sweep_run_finalisers(void) {", "// Address sanitizer needs to know that the access to ptrs[i]"), ""),
]
