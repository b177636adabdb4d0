/* snapshot.c - a guest's memory, frozen, and shared by all who start from it.
 *
 * Owns its pages and the cells that lie ready with them. Held by who took it, by
 * each cell that maps it and, if it is the boot's, by the process; the last one
 * frees it. Nothing in it changes but the count of holders and the pool, so any
 * thread may use it at any time. */
#include "snapshot.h"

#include <string.h>

#include "alloc.h"
#include "session.h"
#include "status.h"

vitrine_snapshot *vt_snapshot_new(vt_cell *cell, uint64_t ticks_ns) {
  vitrine_snapshot *snapshot = vt_alloc(sizeof *snapshot);
  if (snapshot == NULL) return NULL;
  memset(snapshot, 0, sizeof *snapshot);
  atomic_init(&snapshot->refs, 1);
  snapshot->size = cell->cage.memory_size;
  snapshot->ticks_ns = ticks_ns;
  for (size_t i = 0; i < VT_DIRTY_CARDS / 64; i++)
    snapshot->changed[i] = cell->dirty[i] | (cell->of != NULL ? cell->of->changed[i] : 0);
  uint32_t first = vt_snapshot_first();
  snapshot->pages = vt_platform_image_new(vt_memory(&cell->cage) + first, snapshot->size - first);
  if (snapshot->pages != NULL) return snapshot;
  vt_free(snapshot);
  return NULL;
}

vitrine_snapshot *vt_snapshot_hold(const vitrine_snapshot *snapshot) {
  vitrine_snapshot *held = (vitrine_snapshot *)snapshot;
  atomic_fetch_add_explicit(&held->refs, 1, memory_order_relaxed);
  return held;
}

void vt_snapshot_drop(vitrine_snapshot *snapshot) {
  if (snapshot == NULL) return;
  if (atomic_fetch_sub_explicit(&snapshot->refs, 1, memory_order_acq_rel) != 1) return;
  vt_cells_discard(&snapshot->ready);
  vt_platform_image_free(snapshot->pages);
  vt_free(snapshot);
}

void vt_snapshot_read(const vitrine_snapshot *snapshot, uint32_t address, void *to, size_t size) {
  vt_platform_image_read(snapshot->pages, address - vt_snapshot_first(), to, size);
}

vitrine_status vitrine_snapshot_take(vitrine_session *s, vitrine_snapshot **out) {
  if (out == NULL) return vt_fail(VITRINE_ERR_MISUSE, "out is NULL");
  *out = NULL;
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  const vitrine_snapshot *of = s->cell->of;
  bool unchanged = s->cell->dirty_count == 0 && s->cell->cage.memory_size == of->size &&
                   s->ticks_ns == of->ticks_ns;
  *out = unchanged ? vt_snapshot_hold(of) : vt_snapshot_new(s->cell, s->ticks_ns);
  vt_session_give(s);
  return *out != NULL ? VITRINE_OK : vt_fail_memory();
}

void vitrine_snapshot_free(vitrine_snapshot *snapshot) { vt_snapshot_drop(snapshot); }
