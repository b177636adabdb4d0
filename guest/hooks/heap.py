"""The heap grows, is searched fast, and ends with MemoryError: see heap.h."""

HOOKS = [
    # Every run writes to it: it lies in one card, of which the host keeps a copy, and
    # the small variables behind it on the same page.
    ("py/mpstate.c", "mp_state_ctx_t mp_state_ctx;\n", "mp_state_ctx_t mp_state_ctx __attribute__((aligned(4096)));\n"),
    # The heap grows when a collection did not make room.
    (
        "py/gc.c",
        "    // check if GC is locked\n    if (MP_STATE_THREAD(gc_lock_depth) > 0) {\n",
        "    // check if GC is locked\n    if (MP_STATE_THREAD(gc_lock_depth) > 0 && !vitrine_heap_unlock()) {\n",
    ),
    (
        "py/gc.c",
        "        gc_free(ptr_in);\n        return NULL;\n    }\n\n    if (MP_STATE_THREAD(gc_lock_depth) > 0) {\n",
        "        gc_free(ptr_in);\n        return NULL;\n    }\n\n"
        "    if (MP_STATE_THREAD(gc_lock_depth) > 0 && !vitrine_heap_unlock()) {\n",
    ),
    (
        "py/gc.c",
        "    return MP_STATE_THREAD(gc_lock_depth) != 0;\n",
        "    return (MP_STATE_THREAD(gc_lock_depth) & ~HEAP_STARVED) != 0;\n",
    ),
    (
        "py/gc.c",
        "        gc_collect();\n        collected = 1;\n        GC_ENTER();\n    }\n\n    // found",
        "        gc_collect();\n        collected = 1;\n        if (vitrine_heap_scarce()) {\n            return NULL;\n"
        "        }\n    }\n\n    // found",
    ),
    (
        "py/runtime.c",
        "NORETURN void m_malloc_fail(size_t num_bytes) {\n",
        "NORETURN void m_malloc_fail(size_t num_bytes) {\n    vitrine_heap_ease();\n",
    ),
    ("py/gc.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "machine/heap.h"\n'),
    (
        "py/gc.c",
        "        if (collected) {\n            #if MICROPY_GC_SPLIT_HEAP_AUTO\n",
        "        if (collected) {\n            if (vitrine_heap_grow(n_blocks)) {\n                continue;\n"
        "            }\n            #if MICROPY_GC_SPLIT_HEAP_AUTO\n",
    ),
    # Requests of 2 to 4 blocks (floats in complex numbers, small tuples) do not
    # search the full part of the heap again and again.
    (
        "py/mpstate.h",
        "    size_t gc_last_free_atb_index;\n",
        "    size_t gc_last_free_atb_index;\n    size_t gc_run_index[4], gc_run_long; // see heap.h\n",
    ),
    ("py/gc.c", "    area->gc_last_free_atb_index = 0;\n    area->gc_last_used_block", "    vitrine_runs_anywhere(area);\n    area->gc_last_used_block"),
    ("py/gc.c", "        area->gc_last_free_atb_index = 0;\n", "        vitrine_runs_anywhere(area);\n"),
    (
        "py/gc.c",
        "for (i = area->gc_last_free_atb_index; i < area",
        "for (i = vitrine_run_search(area, n_blocks); i < area",
    ),
    (
        "py/gc.c",
        "    start_block = i - n_free + 1;\n",
        "    start_block = i - n_free + 1;\n    vitrine_run_found(area, n_free, end_block);\n",
    ),
    (
        "py/gc.c",
        "    if (block / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
        "    vitrine_run_freed(area, block);\n    if (block / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
    ),
    (
        "py/gc.c",
        "        if ((block + new_blocks) / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
        "        vitrine_run_freed(area, block + new_blocks);\n"
        "        if ((block + new_blocks) / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
    ),
    # 32 blocks in use are passed over at once.
    (
        "py/gc.c",
        "                byte a = area->gc_alloc_table_start[i];\n                // *FORMAT-OFF*\n",
        "                i = n_free ? i : vitrine_run_skip(area, i);\n"
        "                byte a = area->gc_alloc_table_start[i];\n                // *FORMAT-OFF*\n",
    ),
]
