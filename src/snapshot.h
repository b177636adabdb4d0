/* snapshot.h - a guest's memory that never changes any more. The guest as its
 * boot leaves it is one, too. */
#ifndef VT_SNAPSHOT_H
#define VT_SNAPSHOT_H

#include <stdatomic.h>

#include "memory.h"
#include "platform.h"
#include "pool.h"
#include "sha256.h"

/* A card, and what a store to its end may have reached. */
typedef struct {
  uint32_t card;
  uint8_t bytes[VT_CARD_KEPT];
} vt_patch;

struct vitrine_snapshot {
  atomic_size_t refs;
  uint32_t size;     /* bytes of linear memory                                */
  uint64_t ticks_ns; /* the guest's clock                                     */
  bool paused;       /* a run waits in it                                     */
  vt_image *pages;   /* linear memory from vt_snapshot_first() on; NULL: that */
                     /* of the boot, with the patches in it                   */
  vt_pool ready;     /* cells that hold it                                    */
  uint64_t changed[VT_DIRTY_CARDS / 64]; /* cards that may differ from the boot's */
  uint32_t patches;
  vt_patch patch[]; /* upwards */
};

/* Below it is shadow stack, zero between runs. Its last card is above, for a store
 * there may reach beyond the stack. */
static inline uint32_t vt_snapshot_first(void) {
  return (vt_guest.sp - 1) & ~(VT_PLATFORM_PAGE - 1u);
}

/* What the cell holds between two runs. NULL: no memory. */
vitrine_snapshot *vt_snapshot_new(vt_cell *cell, uint64_t ticks_ns);
/* One more who has it, and one less. */
vitrine_snapshot *vt_snapshot_hold(const vitrine_snapshot *snapshot);
void vt_snapshot_drop(vitrine_snapshot *snapshot);
/* Fills a new reservation. False: the system refused. */
bool vt_snapshot_map(const vitrine_snapshot *snapshot, vt_cell *cell);
/* Copies linear memory from `address` on, which is not below the first; zeros
 * where the guest has none. */
void vt_snapshot_read(const vitrine_snapshot *snapshot, uint32_t address, void *to, size_t size);

/* SHA-256, in hex, of what differs from the guest as it boots: of the image that would
 * be saved without a key. */
void vt_snapshot_digest(const vitrine_snapshot *snapshot, char hex[VT_SHA256_HEX]);

#endif
