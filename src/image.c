/* image.c - the boot image.
 *
 * Owns the one that is published, for the life of the process. It is made
 * without a lock: threads that come first at the same time each boot a guest, and
 * all but one throw theirs away. So a fork can leave no lock behind, and a
 * failure is met again by nobody but the next who tries. */
#include "image.h"

#include <string.h>

#include "pack.h"
#include "stack.h"
#include "status.h"

static _Atomic(vitrine_snapshot *) published;

/* A thousand times what the boot takes. */
#define BOOT_STEPS 1000000000

/* False: the library is damaged. */
static bool load(vt_cell *cell) {
  vt_cage *cage = &cell->cage;
  cage->memory_size = vt_start.pages * VT_PAGE;
  for (size_t i = 0; i < vt_start.segments; i++) {
    const vt_segment *s = &vt_start.segment[i];
    uint8_t *to = vt_memory(cage) + s->address;
    if (s->packed == 0) memcpy(to, s->bytes, s->length);
    else if (!vt_unpack(to, s->length, s->bytes, s->packed)) return false;
  }
  return true;
}

static void enter(void *cell) { vt_guest_boot(&((vt_cell *)cell)->cage); }

/* Where the image was not baked into the library. */
static vitrine_status run_boot(vt_cell *cell) {
  vt_cage *cage = &cell->cage;
  vt_stack *stack = vt_stack_take(VT_STACK_SIZE);
  if (stack == NULL) return vt_fail_memory();
  if (!vt_memory_begin(cell, VT_DIRTY_CARDS << VT_CARD_SHIFT)) {
    vt_stack_give(stack);
    return vt_fail_memory();
  }
  cell->keep_cards = 0; /* nothing to go back to */
  cage->native_limit = vt_stack_limit(stack);
  vt_set_slice(cell, BOOT_STEPS);
  (void)vt_stack_enter(stack, enter, cell);
  vt_stack_give(stack);
  bool good = cage->unwind == VT_RUNNING && cage->trap == VT_TRAP_NONE && cage->sp == vt_guest.sp;
  uint32_t trap = cage->trap;
  vt_memory_end(cell, false, false);
  if (!good)
    return vt_fail(VITRINE_ERR_SYSTEM, "the guest does not boot (trap %u): the library is damaged",
                   trap);
  return VITRINE_OK;
}

static vitrine_status boot(vt_cell *cell) {
  if (!vt_stack_supported())
    return vt_fail(VITRINE_ERR_UNSUPPORTED,
                   "this thread has a shadow stack, which guest stacks cannot live with: "
                   "turn it off for this program");
  if (!load(cell))
    return vt_fail(VITRINE_ERR_SYSTEM, "the guest cannot be unpacked: the library is damaged");
  return vt_start.id != NULL ? VITRINE_OK : run_boot(cell);
}

static vitrine_snapshot *boot_new(vitrine_status *status) {
  vitrine_snapshot *made = NULL;
  vt_cell *cell = vt_cell_new();
  *status = cell != NULL ? boot(cell) : vt_fail_memory();
  if (*status == VITRINE_OK) {
    made = vt_snapshot_new(cell, 0);
    if (made == NULL) *status = vt_fail_memory();
  }
  vt_cell_free(cell);
  /* All that it holds is the boot's. */
  if (made != NULL) memset(made->changed, 0, sizeof made->changed);
  return made;
}

const vitrine_snapshot *vt_boot_get(vitrine_status *status) {
  vitrine_snapshot *b = atomic_load_explicit(&published, memory_order_acquire);
  if (b != NULL) return b;
  vitrine_snapshot *made = boot_new(status);
  if (made == NULL) return NULL;
  if (atomic_compare_exchange_strong_explicit(&published, &b, made, memory_order_acq_rel,
                                              memory_order_acquire))
    return made;
  vt_snapshot_drop(made);
  return b;
}
