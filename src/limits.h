/* limits.h - what a run may spend, with every default filled in. */
#ifndef VT_LIMITS_H
#define VT_LIMITS_H

#include "vitrine.h"

/* As far as this build reaches when memory or depth is VITRINE_UNLIMITED. */
#define VT_MEMORY_REACH ((uint64_t)1 << 30)
#define VT_DEPTH_REACH 1000000u

/* *out: what `asked` says, and where it says 0, `base`. asked NULL: all 0; base
 * NULL: the defaults. Nothing is written unless VITRINE_OK is returned. */
vitrine_status vt_limits_fill(vitrine_limits *out, const vitrine_limits *asked,
                              const vitrine_limits *base);
/* That limits->memory holds the guest as it boots, and is not more than `most`. */
vitrine_status vt_limits_hold(const vitrine_limits *limits, uint64_t boot_size, uint64_t most);

#endif
