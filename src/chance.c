/* chance.c - randomness that follows from a seed: SHA-256 in counter mode.
 *
 * Owns nothing. The n-th byte depends on the seed and n alone, on every machine. */
#include "chance.h"

#include <string.h>

void vt_chance_seed(vt_chance *c, const void *seed, size_t length) {
  vt_sha256 sha;
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, seed, length);
  vt_sha256_end(&sha, c->seed);
  c->seeded = true;
  c->at = 0;
}

static void block_of(const vt_chance *c, uint64_t number, uint8_t block[VT_SHA256_SIZE]) {
  uint8_t counter[8];
  for (size_t i = 0; i < sizeof counter; i++) counter[i] = (uint8_t)(number >> 8 * i);
  vt_sha256 sha;
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, c->seed, sizeof c->seed);
  vt_sha256_add(&sha, counter, sizeof counter);
  vt_sha256_end(&sha, block);
}

void vt_chance_fill(vt_chance *c, void *to, size_t length) {
  uint8_t block[VT_SHA256_SIZE], *out = to;
  while (length != 0) {
    size_t from = (size_t)(c->at % sizeof block), n = sizeof block - from;
    if (n > length) n = length;
    block_of(c, c->at / sizeof block, block);
    memcpy(out, block + from, n);
    out += n;
    length -= n;
    c->at += n;
  }
}
