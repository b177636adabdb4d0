/* pack.h - how the boot image lies in the library: smaller.
 *
 * Sequences, as LZ4 has them: a byte whose upper four bits count literals and
 * whose lower four bits count, beyond four, the bytes that are copied from before;
 * 15 goes on with bytes that are added, up to the first below 255. The literals
 * follow, then two bytes, low one first: how far back the copy begins. The last
 * sequence ends with its literals. */
#ifndef VT_PACK_H
#define VT_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fills `to` from what tools/bake.c packed. False: it is not that, or of another
 * length. */
bool vt_unpack(uint8_t *to, size_t length, const uint8_t *packed, size_t packed_length);

#endif
