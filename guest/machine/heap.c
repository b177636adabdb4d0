// heap.c - the garbage-collected heap: one piece of memory that grows.
//
// Owns all linear memory from the end of the static data to the end of memory:
//
//   pool of blocks … | allocation table, 2 bits a block | gap byte | marks, 2 bits
//
// The pool's start never moves. To grow, memory is added at the end, the tables
// move there, and their old place becomes blocks. When and by how much depends
// on nothing but what the guest has allocated, so that steps are reproducible.
#include "heap.h"
#include "text/utf8.h"
#include "type/classes.h"
#include "type/map.h"

#include <stdint.h>
#include <string.h>

#include "frames.h"
#include "py/gc.h"
#include "py/mpstate.h"
#include "py/runtime.h"
#include "stop.h"

#define BLOCK MICROPY_BYTES_PER_GC_BLOCK
#define BLOCKS_PER_BYTE 4 // of the allocation table
#define KIND(b) (table[(b) / BLOCKS_PER_BYTE] >> 2 * ((b) % BLOCKS_PER_BYTE) & 3)
#define TAIL 2            // a block that continues another
#define FOUR_TAILS 0xaa
#define PAGE 65536u
#define SHARED_PAGE 4096u // of the host's memory, as a rule
#define HEAP_START (112u * 1024)
#define RESERVE (32u * 1024)
#define CUSHION (16u * 1024)
#define FIRST_ROOM (192u * 1024)
#define LONG 4096         // blocks that no stop waits for

// --- memory from the outside ---

#ifdef __wasm__
extern char __heap_base, __stack_high;

static char *memory_start(void) {
    return &__heap_base;
}

static char *memory_end(void) {
    return (char *)(__builtin_wasm_memory_size(0) * PAGE);
}

static bool memory_grow(size_t bytes) {
    return __builtin_wasm_memory_grow(0, bytes / PAGE) != SIZE_MAX;
}
#else
#define NATIVE_HEAP (64u << 20)
static char native_memory[NATIVE_HEAP] __attribute__((aligned(PAGE)));
static size_t native_size = PAGE;

static char *memory_start(void) {
    return native_memory;
}

static char *memory_end(void) {
    return native_memory + native_size;
}

static bool memory_grow(size_t bytes) {
    if (bytes > NATIVE_HEAP - native_size) {
        return false;
    }
    native_size += bytes;
    return true;
}
#endif

// --- the pool and its table ---

static void *reserve_take(void);

// Lays the pool out from its start to `end`. What the table held is moved; there
// are no marks.
static void heap_lay(char *end) {
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    size_t old_table = area->gc_alloc_table_byte_len;
    size_t room = end - (char *)area->gc_pool_start - 1 - 2 * vitrine_heap_marks_size(0);
    size_t table = room / (2 + BLOCKS_PER_BYTE * BLOCK);
    uint8_t *at = (uint8_t *)end - 2 * vitrine_heap_marks_size(table) - 1 - table;
    uint8_t *new = vitrine_heap_marks(area) + 2 * vitrine_heap_marks_size(old_table); // all zero from here on
    memmove(at, area->gc_alloc_table_start, old_table);
    if (at + old_table < new) {
        memset(at + old_table, 0, new - (at + old_table));
    }
    area->gc_alloc_table_start = at;
    area->gc_alloc_table_byte_len = table;
    area->gc_pool_end = area->gc_pool_start + table * BLOCKS_PER_BYTE * BLOCK;
}

void vitrine_heap_init(void) {
    char *start = (char *)(((uintptr_t)memory_start() + BLOCK - 1) & ~(uintptr_t)(BLOCK - 1));
    if (memory_end() < start + HEAP_START) {
        memory_grow((start + HEAP_START - memory_end() + PAGE - 1) / PAGE * PAGE);
    }
    gc_init(start, memory_end());
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    area->gc_pool_start = (uint8_t *)start;
    area->gc_alloc_table_byte_len = 0;
    heap_lay(memory_end());
    reserve_take();
}

size_t vitrine_blocks_end(const mp_state_mem_area_t *area, size_t block, size_t end, unsigned kind) {
    const uint8_t *table = area->gc_alloc_table_start;
    while (block < end) {
        uint64_t kinds;
        if (block % 32 == 0 && end - block >= 32) {
            memcpy(&kinds, table + block / BLOCKS_PER_BYTE, 8);
            if (kinds == kind * UINT64_C(0x5555555555555555)) {
                block += 32;
                continue;
            }
        }
        if (KIND(block) != kind) {
            break;
        }
        ++block;
    }
    return block;
}

void vitrine_blocks_set(mp_state_mem_area_t *area, size_t block, size_t end, unsigned kind) {
    uint8_t *table = area->gc_alloc_table_start;
    while (block < end) {
        if (block % BLOCKS_PER_BYTE == 0 && end - block >= BLOCKS_PER_BYTE) {
            size_t bytes = (end - block) / BLOCKS_PER_BYTE;
            memset(table + block / BLOCKS_PER_BYTE, kind * 0x55, bytes);
            block += bytes * BLOCKS_PER_BYTE;
            continue;
        }
        unsigned at = 2 * (block % BLOCKS_PER_BYTE);
        table[block / BLOCKS_PER_BYTE] = (table[block / BLOCKS_PER_BYTE] & ~(3u << at)) | kind << at;
        ++block;
    }
}

// The last block of the first run of free blocks from a byte of the table on, or
// SIZE_MAX: 32 are looked at at once.
static size_t run_from(const mp_state_mem_area_t *area, size_t i, size_t blocks) {
    const uint64_t low = 0x5555555555555555u;
    const size_t length = area->gc_alloc_table_byte_len;
    size_t run = 0; // free blocks right before those that are looked at
    for (; i < length; i += 8) {
        uint64_t kinds = 0, used;
        if (i + 8 <= length) {
            memcpy(&kinds, area->gc_alloc_table_start + i, 8);
            used = (kinds | kinds >> 1) & low;
        } else {
            memcpy(&kinds, area->gc_alloc_table_start + i, length - i);
            used = ((kinds | kinds >> 1) & low) | low << 8 * (length - i);
        }
        if (used == low) {
            run = 0;
            continue;
        }
        size_t begin = used == 0 ? 32 : __builtin_ctzll(used) / 2;
        if (run + begin >= blocks) {
            return i * BLOCKS_PER_BYTE - run + blocks - 1;
        }
        if (used == 0) {
            run += 32;
            continue;
        }
        if (blocks < 32) {
            uint64_t runs = ~used & low; // where as many as `have` begin
            for (size_t have = 1; have < blocks;) {
                size_t step = MIN(have, blocks - have);
                runs &= runs >> 2 * step;
                have += step;
            }
            if (runs != 0) {
                return i * BLOCKS_PER_BYTE + __builtin_ctzll(runs) / 2 + blocks - 1;
            }
        }
        run = __builtin_clzll(used) / 2;
    }
    return SIZE_MAX;
}

// Where the last run of more than four blocks ended: the next is looked for from
// there on, so that not all of the heap is passed for each.
static size_t long_from;

size_t vitrine_run_find(mp_state_mem_area_t *area, size_t blocks) {
    size_t least = vitrine_run_search(area, blocks);
    if (blocks <= 4) {
        return run_from(area, least, blocks);
    }
    if (blocks > LONG && vitrine_stop) {
        return SIZE_MAX; // to clear it takes long, too
    }
    area->gc_run_long = 1; // what is found is not the first of its length
    size_t from = MAX(least, long_from);
    size_t last = run_from(area, from, blocks);
    if (last == SIZE_MAX && from > least) {
        last = run_from(area, least, blocks);
    }
    if (last != SIZE_MAX) {
        long_from = (last + 1) / BLOCKS_PER_BYTE;
    }
    return last;
}

// Every session begins with what the boot made of the heap: it grows by little then.
static bool heap_booting = true;

static bool heap_extend(size_t blocks) {
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    size_t have = memory_end() - (char *)area->gc_pool_start;
    if (blocks > (SIZE_MAX / 2 - have) / BLOCK) {
        return false;
    }
    size_t least = blocks * BLOCK + blocks / 2 + have / (BLOCKS_PER_BYTE * BLOCK) / BLOCK + 64;
    least = (least + PAGE - 1) / PAGE * PAGE;
    size_t bytes = heap_booting ? least : MAX(least, (have + PAGE - 1) / PAGE * PAGE);
    bool grown = memory_grow(bytes);
    // Near the limit: all there is, at once, for each collection is dear now.
    while (!grown && bytes > least) {
        bytes = MAX(least, bytes / 2 / PAGE * PAGE);
        grown = memory_grow(bytes);
    }
    if (!grown) {
        return false;
    }
    if (bytes < have && !heap_booting) {
        for (; bytes >= PAGE; bytes = bytes / 2 / PAGE * PAGE) {
            memory_grow(bytes);
        }
    }
    heap_lay(memory_end());
    return true;
}

// --- the reserve ---
//
// A guest that fills the memory and keeps what it made has to be able to let go
// of it: the next run's source needs room to be compiled. So a block is held
// back while guest code runs. It is let go when the interpreter itself is out of
// memory, and as long as it cannot be had again, guest code gets no memory.
//
// A second, smaller one is for the guest: let go with each MemoryError, so that
// what catches it has something to work with, in one piece.


static bool heap_for_guest;
static bool heap_scarce, heap_warned; // see below, where it is collected
MP_REGISTER_ROOT_POINTER(void *vitrine_reserve);
MP_REGISTER_ROOT_POINTER(void *vitrine_cushion);

// A block without a collection for it, of what is free now.
static void *take(size_t bytes) {
    uint16_t automatic = MP_STATE_MEM(gc_auto_collect_enabled);
    MP_STATE_MEM(gc_auto_collect_enabled) = 0;
    void *block = gc_alloc(bytes, 0);
    MP_STATE_MEM(gc_auto_collect_enabled) = automatic;
    return block;
}

static void *reserve_take(void) {
    return MP_STATE_VM(vitrine_reserve) = take(RESERVE);
}

void vitrine_heap_ease(void) {
    vitrine_stop_check(); // it was for the stop that there was no more
    if (MP_STATE_VM(vitrine_cushion) != NULL) {
        gc_free(MP_STATE_VM(vitrine_cushion));
        MP_STATE_VM(vitrine_cushion) = NULL;
    }
}

bool vitrine_heap_grow(size_t blocks) {
    // To grow takes more steps than a stop leaves.
    if (!vitrine_stop && heap_extend(blocks)) {
        return true;
    }
    if (heap_for_guest || MP_STATE_VM(vitrine_reserve) == NULL) {
        heap_warned = true;
        return false;
    }
    gc_free(MP_STATE_VM(vitrine_reserve));
    MP_STATE_VM(vitrine_reserve) = NULL;
    return true;
}

bool vitrine_heap_unlock(void) {
    if (MP_STATE_THREAD(gc_lock_depth) != HEAP_STARVED) {
        return false;
    }
    MP_STATE_THREAD(gc_lock_depth) = 0;
    gc_collect();
    if (reserve_take() == NULL) {
        MP_STATE_THREAD(gc_lock_depth) = HEAP_STARVED;
        return false;
    }
    return true;
}

void vitrine_heap_for_guest(bool guest) {
    heap_for_guest = guest;
    MP_STATE_THREAD(gc_lock_depth) = 0;
    if (guest && MP_STATE_VM(vitrine_reserve) == NULL) {
        MP_STATE_THREAD(gc_lock_depth) = HEAP_STARVED;
    }
}

// Blocks in use, from the table.
static size_t heap_used(void) {
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    const uint8_t *table = area->gc_alloc_table_start;
    size_t n = area->gc_alloc_table_byte_len;
    size_t used = 0;
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, table + i, 8);
        used += __builtin_popcountll((word | word >> 1) & 0x5555555555555555u);
    }
    for (; i < n; ++i) {
        used += __builtin_popcount((table[i] | table[i] >> 1) & 0x55);
    }
    return used;
}

// --- collecting ---
//
// With little left to free, collections come faster and faster. So the guest is
// told at the thirty-second part, by one MemoryError. More follow only when all
// is used.

// The number of the block that `block`, of a chain, belongs to; with a stop, of any.
static size_t chain_head(const uint8_t *table, size_t block) {
    while (block > 0 && KIND(block) == TAIL && !vitrine_stop) {
        bool whole = block % BLOCKS_PER_BYTE == BLOCKS_PER_BYTE - 1
            && table[block / BLOCKS_PER_BYTE] == FOUR_TAILS && block >= BLOCKS_PER_BYTE;
        block -= whole ? BLOCKS_PER_BYTE : 1;
    }
    return block;
}

// Everything on the stack that points into a block keeps it: the compiler may
// hold nothing else of an object than the address of one of its members. What
// points into the stack itself is passed over: in a chunk of frames that is much.
__attribute__((no_sanitize("address")))
static void collect_stack(const uintptr_t *low, const uintptr_t *high) {
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    uintptr_t start = (uintptr_t)area->gc_pool_start;
    uintptr_t size = (uintptr_t)area->gc_pool_end - start;
    const uintptr_t here = (uintptr_t)low, length = (uintptr_t)high - here;
    for (; low < high && !vitrine_stop; ++low) {
        if (*low - start < size && *low - here >= length) {
            size_t head = chain_head(area->gc_alloc_table_start, (*low - start) / BLOCK);
            void *root = area->gc_pool_start + head * BLOCK;
            gc_collect_root(&root, 1);
        }
    }
}

#ifndef __wasm__
// A frame of its own: the registers that gc_collect() saves are in its frame, below where that begins.
__attribute__((noinline)) static void collect_below(void) {
    collect_stack(__builtin_frame_address(0), (const uintptr_t *)MP_STATE_THREAD(stack_top));
}
#endif

// Chunks are leaves: what of them is not in use is not looked at.
static void collect_frames(void) {
    const char *top = vitrine_frames_top;
    void *root = vitrine_frames_spare;
    gc_collect_root(&root, 1);
    for (frame_chunk_t *chunk = vitrine_frames_chunk; chunk != NULL; chunk = chunk->below) {
        root = chunk;
        gc_collect_root(&root, 1);
        collect_stack((const uintptr_t *)chunk->frames, (const uintptr_t *)top);
        top = chunk->below_top;
    }
    collect_stack((const uintptr_t *)vitrine_frames, (const uintptr_t *)top);
}

// tools/meter finds this function by its name: around every call that can reach
// it, live pointers are spilled to the shadow stack, which is scanned here.
__attribute__((noinline)) void gc_collect(void) {
    vitrine_text_forget();
    vitrine_grown_forget();
    vitrine_instead_forget();
    class_forget();
    gc_collect_start();
    #ifdef __wasm__
    uintptr_t here[1];
    collect_stack(here, (const uintptr_t *)&__stack_high);
    #else
    __builtin_unwind_init(); // registers to the stack
    collect_below();
    #endif
    collect_frames();
    gc_collect_end();
    if (vitrine_stop) {
        return; // it was given up
    }
    // Less than half free: grow now, so that collections stay rare. A boot leaves less.
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    size_t held = (MP_STATE_VM(vitrine_reserve) ? RESERVE / BLOCK : 0)
        + (MP_STATE_VM(vitrine_cushion) ? CUSHION / BLOCK : 0);
    size_t all = area->gc_alloc_table_byte_len * BLOCKS_PER_BYTE - held;
    size_t left = all + held - heap_used();
    heap_scarce = left < all / (heap_booting ? 3 : 2) && !heap_extend(1) && left < all / 32;
    if (left > all / 16) {
        heap_warned = false;
        if (MP_STATE_VM(vitrine_cushion) == NULL) {
            MP_STATE_VM(vitrine_cushion) = take(CUSHION);
        }
    }
}

// The gaps are filled with empty blocks that nothing refers to: the first collection
// of a session, if it comes to one, frees them.
void vitrine_heap_booted(void) {
    gc_collect();
    heap_extend(FIRST_ROOM / BLOCK); // most runs end without a collection
    mp_state_mem_area_t *area = &MP_STATE_MEM(area);
    uint8_t *table = area->gc_alloc_table_start;
    size_t end = area->gc_alloc_table_byte_len;
    while (end > 0 && table[end - 1] == 0) {
        --end;
    }
    while (((uintptr_t)area->gc_pool_start + end * BLOCKS_PER_BYTE * BLOCK) % SHARED_PAGE != 0) {
        ++end;
    }
    for (size_t block = 0; block < end * BLOCKS_PER_BYTE; ++block) {
        if ((table[block / BLOCKS_PER_BYTE] >> block % BLOCKS_PER_BYTE * 2 & 3) == 0) {
            memset(area->gc_pool_start + block * BLOCK, 0, BLOCK);
        }
    }
    for (size_t i = 0; i < end; ++i) {
        table[i] |= ~(table[i] | table[i] >> 1) & 0x55;
    }
    area->gc_last_used_block = end * BLOCKS_PER_BYTE - 1;
    heap_booting = false;
}

bool vitrine_heap_scarce(void) {
    if (!heap_scarce || heap_warned || !heap_for_guest) {
        return false;
    }
    return heap_warned = true;
}
