/* image.h - the guest as its boot leaves it: the first snapshot, made once. */
#ifndef VT_IMAGE_H
#define VT_IMAGE_H

#include "snapshot.h"

/* NULL: *status says why; the next call tries again. Any thread. */
const vitrine_snapshot *vt_boot_get(vitrine_status *status);

#endif
