/* image.c - the boot image.
 *
 * Owns the one that is published, for the life of the process. It is made
 * without a lock: threads that come first at the same time each boot a guest, and
 * all but one throw theirs away. So a fork can leave no lock behind, and a
 * failure is met again by nobody but the next who tries. */
#include "image.h"

#include <stdatomic.h>

#include "alloc.h"
#include "stack.h"
#include "status.h"

static _Atomic(vt_boot *) published;

/* A thousand times what the boot takes. */
#define BOOT_STEPS 1000000000

static void load(vt_cell *cell) {
  vt_cage *cage = &cell->cage;
  cage->memory_size = vt_start.pages * VT_PAGE;
  for (size_t i = 0; i < vt_start.segments; i++) {
    const vt_segment *s = &vt_start.segment[i];
    memcpy(vt_memory(cage) + s->address, s->bytes, s->length);
  }
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
  load(cell);
  return vt_start.booted ? VITRINE_OK : run_boot(cell);
}

static void boot_free(vt_boot *b) {
  if (b == NULL) return;
  vt_platform_image_free(b->pages);
  vt_cell_free(b->cell);
  vt_free(b);
}

static vt_boot *boot_new(vitrine_status *status) {
  vt_boot *b = vt_alloc(sizeof *b);
  if (b == NULL) goto no_memory;
  *b = (vt_boot){0};
  b->cell = vt_cell_new();
  if (b->cell == NULL) goto no_memory;
  *status = boot(b->cell);
  if (*status != VITRINE_OK) goto fail;
  b->size = b->cell->cage.memory_size;
  b->pages = vt_platform_image_new(vt_memory(&b->cell->cage), b->size);
  if (b->pages != NULL) return b;
no_memory:
  *status = vt_fail_memory();
fail:
  boot_free(b);
  return NULL;
}

const vt_boot *vt_boot_get(vitrine_status *status) {
  vt_boot *b = atomic_load_explicit(&published, memory_order_acquire);
  if (b != NULL) return b;
  vt_boot *made = boot_new(status);
  if (made == NULL) return NULL;
  if (atomic_compare_exchange_strong_explicit(&published, &b, made, memory_order_acq_rel,
                                              memory_order_acquire))
    return made;
  boot_free(made);
  return b;
}

uint32_t vt_boot_size(void) {
  const vt_boot *b = atomic_load_explicit(&published, memory_order_acquire);
  return b != NULL ? b->size : 0;
}
