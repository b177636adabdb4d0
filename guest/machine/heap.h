// heap.h - the garbage-collected heap: one piece of memory that grows.
#ifndef VITRINE_GUEST_HEAP_H
#define VITRINE_GUEST_HEAP_H

#include "py/mpstate.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void vitrine_heap_init(void);

// The boot is over: what is allocated from now on lies together, on pages of its
// own, and not in the gaps between what the boot left, each on a page that all
// sessions share until they write to it.
void vitrine_heap_booted(void);

// Makes room for a run of `blocks` free blocks at the end of the heap, and
// doubles the heap if it can. False: there is no more memory.
bool vitrine_heap_grow(size_t blocks);

// Guest code is about to run, or the interpreter for itself: it may use what is
// held back from the guest.
void vitrine_heap_for_guest(bool guest);

// A MemoryError is about to be raised, or a stop in its place.
void vitrine_heap_ease(void);

// After a collection: whether the allocation is to fail, though there is room.
bool vitrine_heap_scarce(void);

// Blocks that are marked and still to be looked into.
#define COLLECT_STACK 1024
extern size_t vitrine_collect_stack[COLLECT_STACK];

// Before the roots are looked at.
void vitrine_heap_mark_names(void);

// Two tables of a bit for each block, for the collector: behind the allocation table
// and its gap. They are read by the word.
static inline size_t vitrine_heap_marks_size(size_t table) {
    return table / 2 + sizeof(uint64_t);
}
static inline uint8_t *vitrine_heap_marks(const mp_state_mem_area_t *area) {
    return area->gc_alloc_table_start + area->gc_alloc_table_byte_len + 1;
}
static inline uint8_t *vitrine_heap_unseen(const mp_state_mem_area_t *area) {
    return vitrine_heap_marks(area) + vitrine_heap_marks_size(area->gc_alloc_table_byte_len);
}

// gc_lock_depth while the guest gets no memory because nothing could be held
// back from it. vitrine_heap_unlock() tries again; false: still locked.
#define HEAP_STARVED 0x8000
bool vitrine_heap_unlock(void);

// The first block from `block` on that is not of this kind, or `end`.
size_t vitrine_blocks_end(const mp_state_mem_area_t *area, size_t block, size_t end, unsigned kind);

// All from `block` up to `end` become of this kind.
void vitrine_blocks_set(mp_state_mem_area_t *area, size_t block, size_t end, unsigned kind);

// Where the chain that `block` is the head of is over.
static inline size_t vitrine_chain_end(const mp_state_mem_area_t *area, size_t block) {
    return vitrine_blocks_end(area, block + 1, area->gc_alloc_table_byte_len * 4, 2);
}

// Where a search for a run of free blocks begins. gc_last_free_atb_index is the
// first byte of the allocation table with a free block; gc_run_index[k] is the
// first that may belong to a run of k + 2, for k < 3, or for k = 3 to one of
// gc_run_long. A longer run begins no earlier.
static inline void vitrine_runs_anywhere(mp_state_mem_area_t *area) {
    area->gc_last_free_atb_index = 0;
    area->gc_run_long = 0;
    for (size_t k = 0; k < 4; ++k) {
        area->gc_run_index[k] = 0;
    }
}

static inline size_t vitrine_run_search(const mp_state_mem_area_t *area, size_t blocks) {
    size_t start = area->gc_last_free_atb_index;
    for (size_t k = 0; k < 4; ++k) {
        if ((k < 3 ? k + 2 : area->gc_run_long) <= blocks && start < area->gc_run_index[k]) {
            start = area->gc_run_index[k];
        }
    }
    return start;
}

// The last block of a run of free blocks, or SIZE_MAX: there is none.
size_t vitrine_run_find(mp_state_mem_area_t *area, size_t blocks);

// The first byte of the table from i on, or the last one, that has a free block
// or too few bytes after it to look at eight.
static inline size_t vitrine_run_skip(const mp_state_mem_area_t *area, size_t i) {
    const uint64_t low = 0x5555555555555555u;
    for (; i + 8 < area->gc_alloc_table_byte_len; i += 8) {
        uint64_t kinds;
        memcpy(&kinds, area->gc_alloc_table_start + i, 8);
        if (((kinds | kinds >> 1) & low) != low) {
            break;
        }
    }
    return i;
}

// A run of `blocks` up to block `last` was the first of its length, and is taken.
static inline void vitrine_run_found(mp_state_mem_area_t *area, size_t blocks, size_t last) {
    size_t k = blocks < 5 ? blocks - 2 : 3;
    if (blocks < 2 || (k == 3 && area->gc_run_long && blocks > area->gc_run_long)) {
        return;
    }
    area->gc_run_index[k] = (last + 1) / 4;
    if (k == 3) {
        area->gc_run_long = blocks;
    }
}

// Block `block` is free again, and may end a run that begins before it.
static inline void vitrine_run_freed(mp_state_mem_area_t *area, size_t block) {
    for (size_t k = 0; k < 4; ++k) {
        size_t before = k < 3 ? 3 : area->gc_run_long;
        size_t first = (block < before ? 0 : block - before) / 4;
        if (first < area->gc_run_index[k]) {
            area->gc_run_index[k] = first;
        }
    }
}

// What gc_alloc() does for 1 to 4 blocks that are free where it looks first, or
// NULL: it has to look further. `flags` are 0 or GC_ALLOC_FLAG_LEAF.
static inline void *vitrine_alloc_few(size_t blocks, unsigned flags) {
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    const uint64_t low = 0x5555555555555555u;
    size_t i = area->gc_last_free_atb_index;
    for (size_t k = 0; k + 2 <= blocks; ++k) {
        i = MAX(i, area->gc_run_index[k]);
    }
    // 32 blocks are looked at, and go on with the last four of them: a run of
    // four that begins in the next lies in there.
    for (; i + 8 <= area->gc_alloc_table_byte_len; i += 7) {
        uint64_t kinds;
        memcpy(&kinds, area->gc_alloc_table_start + i, 8);
        uint64_t free = ~(kinds | kinds >> 1) & low;
        uint64_t runs = free;
        for (size_t k = 1; k < blocks; ++k) {
            runs &= free >> 2 * k;
        }
        if (runs == 0) {
            continue;
        }
        size_t at = __builtin_ctzll(runs);
        const uint64_t head_and_tails = 0xa9 | flags;
        kinds |= (head_and_tails & ((1u << 2 * blocks) - 1)) << at;
        memcpy(area->gc_alloc_table_start + i, &kinds, 8);
        size_t first = i * 4 + at / 2;
        size_t last = first + blocks - 1;
        *(blocks == 1 ? &area->gc_last_free_atb_index : &area->gc_run_index[blocks - 2]) = (last + 1) / 4;
        area->gc_last_used_block = MAX(area->gc_last_used_block, last);
        MP_STATE_MEM(gc_alloc_amount) += blocks;
        return memset(area->gc_pool_start + first * MICROPY_BYTES_PER_GC_BLOCK, 0, blocks * MICROPY_BYTES_PER_GC_BLOCK);
    }
    return NULL;
}

#endif
