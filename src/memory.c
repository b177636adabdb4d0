/* memory.c - linear memory: cells, marks, the undo log.
 *
 * Owns every cell and what is kept of its old bytes. Invariant: between runs no
 * card is marked, the shadow stack is zero, and what lies beyond memory_size is
 * zero, unless the ending of the last one is due; within a run every card that
 * differs from what it was at the start, the shadow stack apart, is marked, and is
 * in the log or was grown by the run.
 *
 * A cell is one reservation and, with a snapshot in it, a handful of
 * mappings. The gap between the marks and linear memory is not protected: no
 * access can go below its base, and each protection would cost two of the 65,530
 * mappings that a process has, at 10,000 sessions a third of them. */
#include "memory.h"

#include <string.h>

#include "alloc.h"
#include "platform.h"
#include "snapshot.h"
#include "status.h"

#define RESERVED (VT_MEMORY_OFFSET + (size_t)VT_MEMORY_MAX + VT_SLACK)
#define ALIGNMENT ((size_t)2 << 20)

/* --- the undo log --- */

typedef struct {
  uint8_t bytes[VT_CARD_KEPT];
  uint32_t card;
} kept;

struct vt_undo {
  vt_undo *older;
  uint32_t count, room;
  kept cards[];
};

/* A run in a live session changes some twenty cards; later chunks are larger. Of
 * both some are kept, 6 MiB at most: fresh memory costs a page fault for four cards. */
#define FIRST_ROOM 120u
#define LATER_ROOM 250u

static vt_pool first_chunks, later_chunks;

static vt_undo *chunk_new(vt_pool *pool, uint32_t room) {
  vt_undo *u = vt_pool_take(pool);
  if (u == NULL) u = vt_alloc(sizeof *u + room * sizeof u->cards[0]);
  if (u == NULL) return NULL;
  u->room = room;
  u->count = 0;
  u->older = NULL;
  return u;
}

static void chunk_free(vt_pool *pool, vt_undo *u) {
  if (!vt_pool_give(pool, u)) vt_free(u);
}

static bool log_open(vt_cell *cell) {
  cell->undo = chunk_new(&first_chunks, FIRST_ROOM);
  return cell->undo != NULL;
}

static void log_close(vt_cell *cell) {
  vt_undo *u = cell->undo;
  cell->undo = NULL;
  while (u->older != NULL) {
    vt_undo *older = u->older;
    chunk_free(&later_chunks, u);
    u = older;
  }
  chunk_free(&first_chunks, u);
}

/* No constant: of one, gcc makes `rep movsq`, which takes twice as long. */
static const volatile size_t card_kept = VT_CARD_KEPT;

static void copy_card(void *to, const void *from) { memcpy(to, from, card_kept); }

static bool log_card(vt_cell *cell, uint32_t card) {
  vt_undo *u = cell->undo;
  if (u->count == u->room) {
    u = chunk_new(&later_chunks, LATER_ROOM);
    if (u == NULL) {
      cell->failed = true;
      vt_set_slice(cell, -1); /* the next step unwinds */
      return false;
    }
    u->older = cell->undo;
    cell->undo = u;
  }
  kept *k = &u->cards[u->count++];
  k->card = card;
  copy_card(k->bytes, vt_memory(&cell->cage) + ((size_t)card << VT_CARD_SHIFT));
  return true;
}

/* --- what the generated code calls --- */

/* A first touch may cost two page faults and a copy, and counts no step: after so
 * many of them, half a millisecond at worst, the clocks are looked at; a boot, which
 * keeps nothing, has none. */
#define TOUCHES 512u

bool vt_touch(vt_cage *cage, uint32_t address) {
  vt_cell *cell = vt_cell_of(cage);
  if (address >= cage->memory_size) {
    if (cage->trap == VT_TRAP_NONE) cage->trap = VT_TRAP_MEMORY;
    vt_set_slice(cell, -1);
    return false;
  }
  uint32_t card = address >> VT_CARD_SHIFT;
  if (card - cell->keep_from < cell->keep_cards) {
    if (!log_card(cell, card)) return false;
  } else if (address < cell->stack_low) {
    cell->stack_low = card << VT_CARD_SHIFT;
  }
  vt_marks(cage)[card] = 1;
  bool look = ++cell->touched % TOUCHES == 0 && cell->keep_cards != 0;
  if (look && cage->slice > 0) vt_set_slice(cell, 0);
  return true;
}

void vt_trap(vt_cage *cage, uint32_t trap) {
  if (cage->trap == VT_TRAP_NONE) cage->trap = trap;
  cage->unwind = VT_TRAPPED;
}

void vt_stack_low(vt_cage *cage, uint32_t sp) {
  if ((int32_t)sp < (int32_t)VT_STACK_FLOOR) {
    cage->sp_low = VT_STACK_FLOOR;
    vt_trap(cage, VT_TRAP_STACK);
    return;
  }
  cage->sp_low = sp;
}

/* What moves memory costs a step for 64 bytes, and one for the call. */
static bool charge(vt_cage *cage, uint32_t length) {
  cage->slice -= (int64_t)(length / 64) + 1;
  if (cage->slice < 0) vt_slice(cage);
  return cage->unwind == VT_RUNNING;
}

/* Nothing unwinds here: what the growth costs is seen at the next step. */
uint32_t vt_memory_grow(vt_cage *cage, uint32_t pages) {
  vt_cell *cell = vt_cell_of(cage);
  uint32_t old = cage->memory_size / VT_PAGE;
  if (cell->limit < cage->memory_size || pages > (cell->limit - cage->memory_size) / VT_PAGE)
    return UINT32_MAX;
  cage->slice -= (int64_t)pages * (VT_PAGE / 64);
  cage->memory_size += pages * VT_PAGE;
  if (cage->memory_size > cell->peak_size) cell->peak_size = cage->memory_size;
  return old;
}

static bool inside(const vt_cage *cage, uint32_t address, uint32_t length) {
  return (uint64_t)address + length <= cage->memory_size;
}

/* Marks every card of a range that is inside. */
static bool touch(vt_cage *cage, uint32_t address, uint32_t length) {
  if (length == 0) return true;
  uint32_t last = (address + length - 1) >> VT_CARD_SHIFT;
  for (uint32_t card = address >> VT_CARD_SHIFT; card <= last; card++)
    if (!vt_marks(cage)[card] && !vt_touch(cage, card << VT_CARD_SHIFT)) return false;
  return true;
}

/* A slice check is never further away than this. */
#define CHUNK 65536u

void vt_memory_fill(vt_cage *cage, uint32_t to, uint32_t byte, uint32_t length) {
  if (!inside(cage, to, length)) {
    vt_trap(cage, VT_TRAP_MEMORY);
    return;
  }
  while (length != 0) {
    uint32_t n = length < CHUNK ? length : CHUNK;
    if (!charge(cage, n) || !touch(cage, to, n)) return;
    memset(vt_memory(cage) + to, (int)(byte & 255), n);
    to += n;
    length -= n;
  }
}

void vt_memory_copy(vt_cage *cage, uint32_t to, uint32_t from, uint32_t length) {
  if (!inside(cage, to, length) || !inside(cage, from, length)) {
    vt_trap(cage, VT_TRAP_MEMORY);
    return;
  }
  /* Backwards where a chunk would write what a later one has to read. */
  bool back = to > from && to - from < length;
  uint32_t done = 0;
  while (done != length) {
    uint32_t n = length - done < CHUNK ? length - done : CHUNK;
    uint32_t at = back ? length - done - n : done;
    if (!charge(cage, n) || !touch(cage, to + at, n)) return;
    memmove(vt_memory(cage) + to + at, vt_memory(cage) + from + at, n);
    done += n;
  }
}

/* --- what the doors call --- */

const uint8_t *vt_memory_read(vt_cage *cage, uint32_t address, uint32_t length) {
  if (inside(cage, address, length)) return vt_memory(cage) + address;
  vt_trap(cage, VT_TRAP_DOOR);
  return NULL;
}

uint8_t *vt_memory_write(vt_cage *cage, uint32_t address, uint32_t length) {
  if (!inside(cage, address, length)) {
    vt_trap(cage, VT_TRAP_DOOR);
    return NULL;
  }
  return touch(cage, address, length) ? vt_memory(cage) + address : NULL;
}

/* --- a run --- */

bool vt_memory_begin(vt_cell *cell, uint32_t limit) {
  vt_cage *cage = &cell->cage;
  if (!log_open(cell)) return false;
  /* The card that the stack's top lies in may hold data too. */
  cell->keep_from = (vt_guest.sp - 1) >> VT_CARD_SHIFT;
  cell->keep_cards = (cage->memory_size >> VT_CARD_SHIFT) - cell->keep_from;
  cell->stack_low = vt_guest.sp;
  cell->limit = limit;
  cell->start_size = cell->peak_size = cage->memory_size;
  cell->touched = 0;
  cell->failed = false;
  cell->granted = 0;
  cage->slice = 0;
  cage->unwind = VT_RUNNING;
  cage->trap = VT_TRAP_NONE;
  cage->sp = cage->sp_low = vt_guest.sp;
  return true;
}

/* A stack deeper than this gives its pages back. */
#define STACK_KEPT (4u * VT_PAGE)

/* So that what one run left there cannot be taken for a pointer by the garbage
 * collection of a later one, whose steps it would change. */
static void clear_stack(vt_cell *cell) {
  vt_cage *cage = &cell->cage;
  uint32_t low = cage->sp_low - 128, top = vt_guest.sp;
  if (cell->stack_low < top) {
    uint32_t first = cell->stack_low >> VT_CARD_SHIFT;
    memset(vt_marks(cage) + first, 0, (top >> VT_CARD_SHIFT) - first);
    if (cell->stack_low < low) low = cell->stack_low;
  }
  if (top - low > STACK_KEPT) {
    uint32_t from = (low + VT_PAGE - 1) & ~(VT_PAGE - 1),
             to = (top - STACK_KEPT / 2) & ~(VT_PAGE - 1);
    vt_platform_discard(vt_memory(cage) + from, to - from);
    memset(vt_memory(cage) + low, 0, from - low);
    low = to;
  }
  memset(vt_memory(cage) + low, 0, top - low);
}

static void note_dirty(vt_cell *cell, uint32_t card) {
  if (card >= VT_DIRTY_CARDS) {
    cell->dirty_count = VT_DIRTY_CARDS; /* too much to clean: see vt_cell_give() */
    return;
  }
  uint64_t bit = (uint64_t)1 << card % 64;
  if ((cell->dirty[card / 64] & bit) == 0) cell->dirty_count++;
  cell->dirty[card / 64] |= bit;
}

void vt_memory_pause(vt_cell *cell) {
  clear_stack(cell);
  cell->stack_low = cell->cage.sp = cell->cage.sp_low = vt_guest.sp;
}

void vt_memory_note(vt_cell *cell) {
  for (const vt_undo *u = cell->undo; u != NULL; u = u->older)
    for (uint32_t i = 0; i < u->count; i++) note_dirty(cell, u->cards[i].card);
}

void vt_memory_settle(vt_cell *cell) {
  if (cell->undo == NULL) return;
  bool back = cell->back;
  vt_cage *cage = &cell->cage;
  for (vt_undo *u = cell->undo; u != NULL; u = u->older) {
    for (uint32_t i = u->count; i-- > 0;) {
      kept *k = &u->cards[i];
      vt_marks(cage)[k->card] = 0;
      if (back) copy_card(vt_memory(cage) + ((size_t)k->card << VT_CARD_SHIFT), k->bytes);
      else note_dirty(cell, k->card);
    }
  }
  log_close(cell);
  clear_stack(cell);
  uint32_t grown = cell->peak_size - cell->start_size;
  if (grown != 0)
    memset(vt_marks(cage) + (cell->start_size >> VT_CARD_SHIFT), 0, grown >> VT_CARD_SHIFT);
  if (grown != 0 && back) {
    vt_platform_discard(vt_memory(cage) + cell->start_size, grown);
    cage->memory_size = cell->start_size;
  }
}

/* Measured, and rounded up: a card that is in no cache and copied back, one whose
 * copy is freed, and a page given back to the system. */
#define CARD_BACK_NS 400u
#define CARD_KEEP_NS 100u
#define PAGE_NS 4000u
#define SOON_NS 1000000u

static bool takes_long(const vt_cell *cell, bool back) {
  uint64_t cards = 0;
  for (const vt_undo *u = cell->undo; u != NULL; u = u->older) cards += u->count;
  uint64_t pages = back ? (cell->peak_size - cell->start_size) / VT_PAGE : 0;
  return cards * (back ? CARD_BACK_NS : CARD_KEEP_NS) + pages * PAGE_NS > SOON_NS;
}

void vt_memory_end(vt_cell *cell, bool back, bool soon) {
  cell->back = back;
  if (!soon || !takes_long(cell, back)) vt_memory_settle(cell);
}

/* --- cells --- */

/* Cards to copy back before a new reservation is as good: some 20 µs. */
#define CLEAN_CARDS 512u
/* Cells that lie ready, of all snapshots together: each keeps some mappings and up
 * to 2 MiB of memory, and there may be many snapshots. */
#define READY_MOST 64

static atomic_int ready_count;

vt_cell *vt_cell_new(void) { return vt_platform_reserve(RESERVED, ALIGNMENT); }

void vt_cell_free(vt_cell *cell) { vt_platform_release(cell, RESERVED); }

static vt_cell *take_ready(vt_pool *ready) {
  vt_cell *cell = vt_pool_take(ready);
  if (cell != NULL) atomic_fetch_sub_explicit(&ready_count, 1, memory_order_relaxed);
  return cell;
}

static bool give_ready(vt_pool *ready, vt_cell *cell) {
  if (atomic_fetch_add_explicit(&ready_count, 1, memory_order_relaxed) < READY_MOST &&
      vt_pool_give(ready, cell))
    return true;
  atomic_fetch_sub_explicit(&ready_count, 1, memory_order_relaxed);
  return false;
}

void vt_cells_discard(vt_pool *ready) {
  for (vt_cell *cell; (cell = take_ready(ready)) != NULL;) vt_cell_free(cell);
}

vt_cell *vt_cell_take(const vitrine_snapshot *snapshot, vitrine_status *status) {
  vitrine_snapshot *of = vt_snapshot_hold(snapshot);
  vt_cell *cell = take_ready(&of->ready);
  if (cell != NULL) return cell;
  cell = vt_cell_new();
  if (cell != NULL && vt_snapshot_map(of, cell)) {
    cell->of = of;
    cell->cage.memory_size = of->size;
    return cell;
  }
  vt_cell_free(cell);
  vt_snapshot_drop(of);
  *status = vt_fail(VITRINE_ERR_NOMEM,
                    "no memory for a session: it reserves 1.1 GiB of address space (ulimit -v, "
                    "vm.overcommit_memory) and some mappings (vm.max_map_count)");
  return NULL;
}

uint8_t *vt_cell_put(vt_cell *cell, uint32_t address, uint32_t length) {
  uint32_t last = (address + length - 1) >> VT_CARD_SHIFT;
  for (uint32_t card = address >> VT_CARD_SHIFT; card <= last; card++) note_dirty(cell, card);
  return vt_memory(&cell->cage) + address;
}

/* Back to what it began with. */
static bool clean(vt_cell *cell) {
  const vitrine_snapshot *of = cell->of;
  if (cell->dirty_count > CLEAN_CARDS) return false;
  uint8_t *to = vt_memory(&cell->cage);
  for (uint32_t word = 0; word < VT_DIRTY_CARDS / 64; word++) {
    uint64_t bits = cell->dirty[word];
    cell->dirty[word] = 0;
    for (uint32_t at = word * 64 << VT_CARD_SHIFT; bits != 0; at += VT_CARD_SIZE, bits >>= 1)
      if ((bits & 1) != 0 && at < of->size) vt_snapshot_read(of, at, to + at, VT_CARD_KEPT);
  }
  uint32_t size = cell->cage.memory_size;
  if (size > of->size) vt_platform_discard(to + of->size, size - of->size);
  cell->dirty_count = 0;
  cell->cage.memory_size = of->size;
  cell->cage.host = NULL;
  return true;
}

void vt_cell_give(vt_cell *cell) {
  if (cell == NULL) return;
  vitrine_snapshot *of = cell->of;
  if (cell->undo != NULL) { /* an ending that nobody needs any more */
    log_close(cell);
    vt_cell_free(cell);
  } else if (!clean(cell) || !give_ready(&of->ready, cell)) {
    vt_cell_free(cell);
  }
  vt_snapshot_drop(of);
}
