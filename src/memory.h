/* memory.h - a guest's memory: where it lies, what a run has changed in it, and
 * the way back. */
#ifndef VT_MEMORY_H
#define VT_MEMORY_H

#include "cage.h"
#include "pool.h"
#include "vitrine.h"

#define VT_PAGE 65536u /* of linear memory, as WebAssembly has it */

/* Cards of which a cell knows whether they have changed: 16 MiB. */
#define VT_DIRTY_CARDS 16384u

typedef struct vt_undo vt_undo;

/* The first page of a reservation: the cage that the generated code sees, and
 * what we know about its memory. */
typedef struct vt_cell {
  vt_cage cage;
  uint64_t granted;    /* steps given out in this run: spent are granted - slice */
  vt_undo *undo;       /* cards as they were when the run began, newest chunk;   */
                       /* NULL: no run is on, and no ending is due               */
  uint32_t keep_from;  /* first card that is kept before it changes: the shadow  */
  uint32_t keep_cards; /* stack is below, what the run has grown above           */
  uint32_t stack_low;  /* lowest address in the shadow stack that was marked     */
  uint32_t limit;      /* bytes that linear memory may have                      */
  uint32_t start_size; /* memory_size when the run began                         */
  uint32_t peak_size;  /* the most that it was in this run                       */
  uint32_t touched;    /* cards in this run                                      */
  bool failed;         /* the host had no memory to keep a card                  */
  bool back;           /* how the ending that is still due goes: see below       */
  vitrine_snapshot *of; /* what the cell began with; held. NULL: zeros           */
  uint32_t dirty_count;
  uint64_t dirty[VT_DIRTY_CARDS / 64]; /* cards that differ from it */
} vt_cell;

_Static_assert(sizeof(vt_cell) <= VT_MARKS_OFFSET, "a cell is a page");

static inline vt_cell *vt_cell_of(vt_cage *cage) { return (vt_cell *)(void *)cage; }
static inline uint64_t vt_spent_steps(const vt_cell *cell) {
  return cell->granted - (uint64_t)cell->cage.slice;
}
/* Sets how many steps are left until vt_slice(). */
static inline void vt_set_slice(vt_cell *cell, int64_t slice) {
  cell->granted = vt_spent_steps(cell) + (uint64_t)slice;
  cell->cage.slice = slice;
}

/* --- cells --- */

/* A cell with the snapshot's memory. NULL: *status says why. */
vt_cell *vt_cell_take(const vitrine_snapshot *of, vitrine_status *status);
/* Keeps nothing of the session. Accepts NULL. */
void vt_cell_give(vt_cell *cell);
/* Empties a pool of cells. */
void vt_cells_discard(vt_pool *ready);
/* Between runs: where to write `length` bytes of linear memory, which are inside
 * it and not in the shadow stack. */
uint8_t *vt_cell_put(vt_cell *cell, uint32_t address, uint32_t length);
/* A cell of zeros, for the boot itself. */
vt_cell *vt_cell_new(void);
void vt_cell_free(vt_cell *cell);

/* --- a run --- */

/* False: no host memory. Then nothing has begun. */
bool vt_memory_begin(vt_cell *cell, uint32_t limit);
/* Ends the run: its changes stay, or are taken back. `soon`: if that takes longer
 * than a deadline allows, it is left due. */
void vt_memory_end(vt_cell *cell, bool back, bool soon);
/* The guest has returned, and the run goes on later: what lies above its stack is as
 * a snapshot would have it. */
void vt_memory_pause(vt_cell *cell);
/* Notes what the run that is on has changed until now, for a snapshot. */
void vt_memory_note(vt_cell *cell);
/* What is left due is done now. Nothing else may look at the memory before. */
void vt_memory_settle(vt_cell *cell);

/* --- access --- */

/* Where `length` bytes of linear memory are, to be read; NULL, and a trap, if
 * they are not all inside. */
const uint8_t *vt_memory_read(vt_cage *cage, uint32_t address, uint32_t length);
/* The same to write to. NULL also if there is no host memory to keep what is
 * there; then, too, the guest must not go on. */
uint8_t *vt_memory_write(vt_cage *cage, uint32_t address, uint32_t length);

#endif
