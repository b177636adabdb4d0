"""Long blocks are taken, measured and freed 32 at a time: see heap.h."""

NATIVE = False  # the base of the speed ratios is upstream's own

HOOKS = [
    (
        "py/gc.c",
        "    for (size_t bl = start_block + 1; bl <= end_block; bl++) {\n        ATB_FREE_TO_TAIL(area, bl);\n    }\n",
        "    vitrine_blocks_set(area, start_block + 1, end_block + 1, AT_TAIL);\n",
    ),
    (
        "py/gc.c",
        ("    do {\n        ATB_ANY_TO_FREE(area, block);\n", "    GC_EXIT();\n\n    #if EXTENSIVE_HEAP_PROFILING\n    gc_dump_alloc_table(&mp_plat_print);\n    #endif\n}\n\nsize_t gc_nbytes("),
        "    vitrine_blocks_set(area, block, vitrine_chain_end(area, block), AT_FREE);\n\n",
    ),
    (
        "py/gc.c",
        ("            size_t n_blocks = 0;\n            do {\n                n_blocks += 1;\n            } while (ATB_GET_KIND(area, block + n_blocks) == AT_TAIL);\n            GC_EXIT();\n", "            return n_blocks * BYTES_PER_BLOCK;\n"),
        "            size_t n_blocks = vitrine_chain_end(area, block) - block;\n",
    ),
    (
        "py/gc.c",
        ("    size_t n_blocks = 1; // counting HEAD block\n", "    // return original ptr if it already has the requested number of blocks\n"),
        "    size_t n_blocks = vitrine_chain_end(area, block) - block;\n"
        "    if (new_blocks > n_blocks) {\n"
        "        size_t most = MIN(block + new_blocks, area->gc_alloc_table_byte_len * BLOCKS_PER_ATB);\n"
        "        n_free = vitrine_blocks_end(area, block + n_blocks, most, AT_FREE) - (block + n_blocks);\n"
        "    }\n\n",
    ),
    (
        "py/gc.c",
        "        for (size_t bl = block + new_blocks, count = n_blocks - new_blocks; count > 0; bl++, count--) {\n"
        "            ATB_ANY_TO_FREE(area, bl);\n        }\n",
        "        vitrine_blocks_set(area, block + new_blocks, block + n_blocks, AT_FREE);\n",
    ),
    (
        "py/gc.c",
        "        for (size_t bl = block + n_blocks; bl < end_block; bl++) {\n            assert(ATB_GET_KIND(area, bl) == AT_FREE);\n"
        "            ATB_FREE_TO_TAIL(area, bl);\n        }\n",
        "        vitrine_blocks_set(area, block + n_blocks, end_block, AT_TAIL);\n",
    ),
]
