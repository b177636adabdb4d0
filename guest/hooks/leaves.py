"""Blocks without pointers are not looked into when it is collected: see leaf.h, collect.c."""

NATIVE = False

HOOKS = [
    ("py/misc.h", "/** memory allocation ******************************************/\n", '#include "machine/leaf.h"\n'),
    (
        "py/misc.h",
        "#define m_new(type, num) ((type *)(m_malloc(sizeof(type) * (num))))\n"
        "#define m_new_maybe(type, num) ((type *)(m_malloc_maybe(sizeof(type) * (num))))\n"
        "#define m_new0(type, num) ((type *)(m_malloc0(sizeof(type) * (num))))\n",
        "#define m_new(type, num) ((type *)((LEAF(type) ? vitrine_leaf : m_malloc)(sizeof(type) * (num))))\n"
        "#define m_new_maybe(type, num) ((type *)((LEAF(type) ? vitrine_leaf_maybe : m_malloc_maybe)(sizeof(type) * (num))))\n"
        "#define m_new0(type, num) m_new(type, num)\n",
    ),
    (
        "py/misc.h",
        "#define m_renew(type, ptr, old_num, new_num) ((type *)(m_realloc((ptr), sizeof(type) * (old_num), sizeof(type) * (new_num))))\n",
        "#define m_renew(type, ptr, old_num, new_num) \\\n"
        "    (LEAF(type) && (ptr) == NULL ? m_new(type, (new_num)) \\\n"
        "    : (type *)m_realloc((ptr), sizeof(type) * (old_num), sizeof(type) * (new_num)))\n",
    ),
    # It holds the nodes of a tree, though it is said to be of bytes.
    (
        "py/parse.c",
        "(mp_parse_chunk_t *)m_new(byte, sizeof(mp_parse_chunk_t) + alloc)",
        "(mp_parse_chunk_t *)m_malloc(sizeof(mp_parse_chunk_t) + alloc)",
    ),
    ("py/gc.h", "    GC_ALLOC_FLAG_HAS_FINALISER = 1,\n", "    GC_ALLOC_FLAG_HAS_FINALISER = 1,\n    GC_ALLOC_FLAG_LEAF = 2,\n"),
    # Arguments of calls with stars lie there, though they are said to be bytes.
    ("py/pystack.h", "    return m_new(uint8_t, n_bytes);\n", "    return m_malloc(n_bytes);\n"),
    # A leaf's head is what upstream's collector calls marked.
    (
        "py/gc.c",
        "    ATB_FREE_TO_HEAD(area, start_block);\n",
        "    ATB_FREE_TO_HEAD(area, start_block);\n    if (alloc_flags & GC_ALLOC_FLAG_LEAF) {\n"
        "        ATB_HEAD_TO_MARK(area, start_block);\n    }\n",
    ),
    ("py/gc.c", ("static void *gc_get_ptr(void **ptrs, int i);\n", "// TO" "DO waste less memory"), ""),
    ("py/gc.c", ("void gc_collect_root(void **ptrs, size_t len) {\n", "void *gc_alloc(size_t n_bytes, unsigned int alloc_flags) {\n"), ""),
    (
        "py/gc.c",
        "|= GC_COLLECT_FLAG;\n    MP_STATE_MEM(gc_stack_overflow) = 0;\n",
        "|= GC_COLLECT_FLAG;\n    vitrine_heap_mark_names();\n",
    ),
    (
        "py/gc.c",
        "        if (ATB_GET_KIND(area, block) == AT_HEAD) {\n            // work out number of consecutive blocks in the chain starting with this on\n",
        "        if (ATB_GET_KIND(area, block) & AT_HEAD) {\n",
    ),
    ("py/gc.c", "gc_alloc(n_bytes, ftb_state)", "gc_alloc(n_bytes, ATB_GET_KIND(area, block) & GC_ALLOC_FLAG_LEAF)"),
]
