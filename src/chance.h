/* chance.h - randomness that follows from a seed. */
#ifndef VT_CHANCE_H
#define VT_CHANCE_H

#include "sha256.h"

typedef struct {
  bool seeded;
  uint8_t seed[VT_SHA256_SIZE];
  uint64_t at; /* bytes that were given out: a run that is taken back sets it back */
} vt_chance;

void vt_chance_seed(vt_chance *chance, const void *seed, size_t length);
/* The next bytes. */
void vt_chance_fill(vt_chance *chance, void *to, size_t length);

#endif
