/* snapshot.c - a guest's memory, frozen, and shared by all who start from it.
 *
 * Owns its pages and the cells that lie ready with them. Held by who took it, by
 * each cell that maps it and, if it is the boot's, by the process; the last one
 * frees it. Nothing in it changes but the count of holders and the pool, so any
 * thread may use it at any time. */
#include "snapshot.h"

#include <string.h>

#include "alloc.h"
#include "image.h"
#include "session.h"
#include "status.h"

/* A session that has run a little differs in so few cards that copying them to each
 * fork, which will mostly write them anyway, is cheaper than a file of all pages. */
#define PATCHES_MOST 48u

/* The boot's, which has none to differ from, and NULL while that is made. */
static const vitrine_snapshot *boot_of(const vt_cell *cell) {
  vitrine_status status;
  return cell->of != NULL ? vt_boot_get(&status) : NULL;
}

/* How many cards a snapshot keeps as patches; 0: it needs pages. */
static uint32_t count_patches(const vt_cell *cell, const vitrine_snapshot *boot,
                              const uint64_t *changed) {
  uint32_t count = 0;
  if (boot == NULL || cell->cage.memory_size != boot->size) return 0;
  for (uint32_t card = 0; card < boot->size >> VT_CARD_SHIFT && count <= PATCHES_MOST; card++)
    count += (uint32_t)(changed[card / 64] >> card % 64) & 1;
  return count <= PATCHES_MOST ? count : 0;
}

static void fill_patches(vitrine_snapshot *s, vt_cell *cell, uint32_t count) {
  for (uint32_t card = 0; s->patches < count; card++) {
    if ((s->changed[card / 64] >> card % 64 & 1) == 0) continue;
    vt_patch *p = &s->patch[s->patches++];
    p->card = card;
    memcpy(p->bytes, vt_memory(&cell->cage) + ((size_t)card << VT_CARD_SHIFT), VT_CARD_KEPT);
  }
}

vitrine_snapshot *vt_snapshot_new(vt_cell *cell, uint64_t ticks_ns) {
  uint64_t changed[VT_DIRTY_CARDS / 64];
  for (size_t i = 0; i < VT_DIRTY_CARDS / 64; i++)
    changed[i] = cell->dirty[i] | (cell->of != NULL ? cell->of->changed[i] : 0);
  uint32_t count = count_patches(cell, boot_of(cell), changed), first = vt_snapshot_first();
  vitrine_snapshot *s = vt_alloc(sizeof *s + count * sizeof s->patch[0]);
  if (s == NULL) return NULL;
  memset(s, 0, sizeof *s);
  atomic_init(&s->refs, 1);
  s->size = cell->cage.memory_size;
  s->ticks_ns = ticks_ns;
  memcpy(s->changed, changed, sizeof changed);
  fill_patches(s, cell, count);
  if (count != 0) return s;
  s->pages = vt_platform_image_new(vt_memory(&cell->cage) + first, s->size - first);
  if (s->pages != NULL) return s;
  vt_free(s);
  return NULL;
}

bool vt_snapshot_map(const vitrine_snapshot *s, vt_cell *cell) {
  vitrine_status status;
  uint32_t first = vt_snapshot_first();
  uint8_t *memory = vt_memory(&cell->cage);
  const vt_image *pages = s->pages != NULL ? s->pages : vt_boot_get(&status)->pages;
  if (!vt_platform_image_map(pages, memory + first, s->size - first)) return false;
  for (uint32_t i = 0; i < s->patches; i++)
    memcpy(memory + ((size_t)s->patch[i].card << VT_CARD_SHIFT), s->patch[i].bytes, VT_CARD_KEPT);
  return true;
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

void vt_snapshot_read(const vitrine_snapshot *s, uint32_t address, void *to, size_t size) {
  vitrine_status status;
  const vt_image *pages = s->pages != NULL ? s->pages : vt_boot_get(&status)->pages;
  vt_platform_image_read(pages, address - vt_snapshot_first(), to, size);
  for (uint32_t i = 0; i < s->patches; i++) {
    const vt_patch *p = &s->patch[i];
    size_t at = (size_t)p->card << VT_CARD_SHIFT, end = at + VT_CARD_KEPT;
    size_t low = address > at ? address : at, high = address + size < end ? address + size : end;
    if (low < high) memcpy((uint8_t *)to + (low - address), p->bytes + (low - at), high - low);
  }
}

vitrine_status vitrine_snapshot_take(vitrine_session *s, vitrine_snapshot **out) {
  if (out == NULL) return vt_fail(VITRINE_ERR_MISUSE, "out is NULL");
  *out = NULL;
  vitrine_status status = vt_session_take_waiting(s);
  if (status != VITRINE_OK) return status;
  if (s->run.wait == VT_PARKED) {
    vt_session_give(s);
    return vt_fail(VITRINE_ERR_MISUSE,
                   "the run waits in the middle of a built-in function, and cannot be frozen "
                   "there: take the snapshot later");
  }
  const vitrine_snapshot *of = s->cell->of;
  uint64_t ticks = s->ticks_ns;
  bool paused = s->paused;
  if (s->run.wait == VT_PAUSED) {
    vt_memory_note(s->cell);
    ticks = vt_ticks(s);
    paused = true;
  }
  bool unchanged =
      s->cell->dirty_count == 0 && s->cell->cage.memory_size == of->size && ticks == of->ticks_ns;
  *out = unchanged ? vt_snapshot_hold(of) : vt_snapshot_new(s->cell, ticks);
  if (!unchanged && *out != NULL) (*out)->paused = paused;
  vt_session_give(s);
  return *out != NULL ? VITRINE_OK : vt_fail_memory();
}

void vitrine_snapshot_free(vitrine_snapshot *snapshot) { vt_snapshot_drop(snapshot); }
