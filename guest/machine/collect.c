// collect.c - which blocks of the heap are in use: marking and sweeping.
//
// The table of allocation knows two kinds of heads: of blocks that may hold
// pointers, and of leaves, which hold none and are not looked into. So text and
// numbers keep nothing alive that they happen to be the address of. What is
// reached has its bit in a table of its own, behind the other: a bit a block, all
// zero but while it is collected.
//
// To collect takes long if there is much. When a stop comes meanwhile, it is given
// up: what is not free yet stays as it is, and the stop is soft.
#include "heap.h"

#include <string.h>

#include "py/gc.h"
#include "py/runtime.h"
#include "stop.h"

#define BLOCK MICROPY_BYTES_PER_GC_BLOCK
#define WORDS (BLOCK / sizeof(uintptr_t))
#define BLOCKS_PER_BYTE 4
#define HEAD 1 // of leaves, too
#define TAIL 2
#define LOW UINT64_C(0x5555555555555555)

void *vitrine_leaf_maybe(size_t bytes) {
    return gc_alloc(bytes, GC_ALLOC_FLAG_LEAF);
}

void *vitrine_leaf(size_t bytes) {
    void *block = vitrine_leaf_maybe(bytes);
    if (block == NULL && bytes != 0) {
        m_malloc_fail(bytes);
    }
    return block;
}

static inline unsigned kind(const mp_state_mem_area_t *area, size_t block) {
    return area->gc_alloc_table_start[block / BLOCKS_PER_BYTE] >> 2 * (block % BLOCKS_PER_BYTE) & 3;
}

static bool marks_left; // by a collection that was given up

// If a block that is not marked yet begins there, marks it: its kind, or 0.
static inline unsigned mark(const mp_state_mem_area_t *area, uintptr_t at, size_t *block) {
    uintptr_t offset = at - (uintptr_t)area->gc_pool_start;
    if (offset % BLOCK != 0 || offset >= (uintptr_t)(area->gc_pool_end - area->gc_pool_start)) {
        return 0;
    }
    *block = offset / BLOCK;
    unsigned found = kind(area, *block);
    uint8_t *bits = &vitrine_heap_marks(area)[*block / 8], bit = 1 << *block % 8;
    if (!(found & HEAD) || *bits & bit) {
        return 0;
    }
    *bits |= bit;
    return found;
}

// Blocks that were marked, but not looked into, for the stack was full: each has its
// bit in one more table, between these two. A long chain whose blocks lead to others
// besides would else be looked through from its start, again and again.
static size_t unseen_first = SIZE_MAX, unseen_last;

static void put_off(const mp_state_mem_area_t *area, size_t block) {
    vitrine_heap_unseen(area)[block / 8] |= 1 << block % 8;
    unseen_first = MIN(unseen_first, block);
    unseen_last = MAX(unseen_last, block);
}

// Marks what `block` leads to.
static void follow(size_t block) {
    const mp_state_mem_area_t copy = MP_STATE_MEM(area), *area = &copy; // for registers
    size_t depth = 0;
    for (;;) {
        const uintptr_t *words = (const uintptr_t *)(area->gc_pool_start + block * BLOCK);
        do {
            #pragma GCC unroll 4
            for (size_t i = 0; i < WORDS; ++i) {
                size_t next;
                if (mark(area, words[i], &next) != HEAD) {
                    continue;
                }
                if (depth < COLLECT_STACK) {
                    vitrine_collect_stack[depth++] = next;
                } else {
                    put_off(area, next);
                }
            }
            words += WORDS;
        } while (kind(area, ++block) == TAIL && !vitrine_stop);
        if (depth == 0 || vitrine_stop) {
            return;
        }
        block = vitrine_collect_stack[--depth];
    }
}

static void follow_unseen(void) {
    const mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    while (unseen_first <= unseen_last && !vitrine_stop) {
        size_t word = unseen_first / 64, last = unseen_last / 64;
        unseen_first = SIZE_MAX;
        unseen_last = 0;
        for (; word <= last && !vitrine_stop; ++word) {
            uint64_t bits;
            uint8_t *at = vitrine_heap_unseen(area) + word * sizeof(bits);
            memcpy(&bits, at, sizeof(bits));
            if (bits != 0) {
                memset(at, 0, sizeof(bits));
            }
            for (; bits != 0; bits &= bits - 1) {
                follow(word * 64 + __builtin_ctzll(bits));
            }
        }
    }
}

void gc_collect_root(void **roots, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        size_t block;
        if (mark(&MP_STATE_MEM(area), (uintptr_t)roots[i], &block) == HEAD) {
            follow(block);
        }
    }
}

// Begins a collection. Interned strings are never freed. Where they are is listed among their hashes,
// any of which may look like an address: so not to be looked into either.
void vitrine_heap_mark_names(void) {
    const mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    size_t block;
    if (marks_left) {
        memset(vitrine_heap_marks(area), 0, 2 * vitrine_heap_marks_size(area->gc_alloc_table_byte_len));
        unseen_first = SIZE_MAX;
        unseen_last = 0;
        marks_left = false;
    }
    for (const qstr_pool_t *pool = MP_STATE_VM(last_pool); mark(area, (uintptr_t)pool, &block); pool = pool->prev) {
        for (size_t i = 0; i < pool->len && !vitrine_stop; ++i) {
            mark(area, (uintptr_t)pool->qstrs[i], &block);
        }
    }
}

// Bit i of 32 becomes bit 2 * i.
static inline uint64_t spread(uint64_t bits) {
    bits = (bits | bits << 16) & UINT64_C(0x0000ffff0000ffff);
    bits = (bits | bits << 8) & UINT64_C(0x00ff00ff00ff00ff);
    bits = (bits | bits << 4) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    bits = (bits | bits << 2) & UINT64_C(0x3333333333333333);
    return (bits | bits << 1) & LOW;
}

// What is not marked becomes free, for 32 blocks at once.
static void sweep(void) {
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    uint8_t *table = area->gc_alloc_table_start, *marks = vitrine_heap_marks(area);
    size_t end = area->gc_last_used_block / BLOCKS_PER_BYTE + 1;
    size_t last_used = 0, freed = 0;
    uint64_t carry = 0; // the block before these is free now
    for (size_t i = 0; i < end; i += 8) {
        if (vitrine_stop) {
            if (carry && kind(area, i * BLOCKS_PER_BYTE) == TAIL) { // the rest of a block becomes one
                table[i] ^= HEAD | TAIL;
            }
            marks_left = true;
            return;
        }
        uint64_t kinds = 0;
        uint32_t marked = 0;
        size_t have = MIN(area->gc_alloc_table_byte_len - i, 8);
        memcpy(&kinds, table + i, have);
        memcpy(&marked, marks + i / 2, sizeof(marked));
        if (marked != 0) {
            memset(marks + i / 2, 0, sizeof(marked));
        }
        uint64_t heads = kinds & ~spread(marked) & LOW;
        uint64_t tails = kinds & ~(kinds << 1) & ~LOW;
        // Adding one to the first tail of a run clears the run.
        uint64_t runs = tails | tails >> 1;
        uint64_t dead = runs & ~(runs + ((heads << 2 | carry) & runs));
        dead |= heads | heads << 1;
        carry = dead >> 62 & 1;
        if (kinds & dead) {
            freed += __builtin_popcountll(heads);
            kinds &= ~dead;
            memcpy(table + i, &kinds, have);
        }
        if (kinds != 0) {
            last_used = i * BLOCKS_PER_BYTE + (63 - __builtin_clzll(kinds)) / 2;
        }
    }
    area->gc_last_used_block = last_used;
    MP_STATE_MEM(gc_collected) = freed;
}

void gc_collect_end(void) {
    follow_unseen();
    sweep();
    vitrine_runs_anywhere(&MP_STATE_MEM(area));
    MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
}

// What gc.mem_alloc(), gc.mem_free() and micropython.mem_info() tell of.
void gc_info(gc_info_t *info) {
    const mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    const size_t end = area->gc_alloc_table_byte_len * BLOCKS_PER_BYTE;
    memset(info, 0, sizeof(*info));
    for (size_t block = 0; block < end;) {
        size_t first = block;
        bool used = kind(area, block) != 0;
        do {
            ++block;
        } while (block < end && kind(area, block) == (used ? TAIL : 0));
        size_t length = block - first;
        *(used ? &info->used : &info->free) += length * BLOCK;
        *(used ? &info->max_block : &info->max_free) = MAX(length, used ? info->max_block : info->max_free);
        info->num_1block += used && length == 1;
        info->num_2block += used && length == 2;
    }
    info->total = area->gc_pool_end - area->gc_pool_start;
}
