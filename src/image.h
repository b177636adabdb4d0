/* image.h - the guest as its boot leaves it: made once, copied by every session. */
#ifndef VT_IMAGE_H
#define VT_IMAGE_H

#include "memory.h"
#include "platform.h"

typedef struct {
  vt_cell *cell;   /* the one that booted: pristine bytes to copy cards from */
  vt_image *pages; /* the same, to be mapped                                 */
  uint32_t size;   /* bytes of linear memory                                 */
} vt_boot;

/* NULL: *status says why; the next call tries again. Any thread. */
const vt_boot *vt_boot_get(vitrine_status *status);
/* Bytes of linear memory after the boot; 0 before the first boot. */
uint32_t vt_boot_size(void);

#endif
