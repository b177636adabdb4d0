/* bake.c - bake > START.c
 *
 * Boots the guest that is linked in, and writes what its memory holds then as C:
 * packed: the library starts from there. Runs once, in the build. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image.h"
#include "pack.h"
#include "sha256.h"

/* Zeros between two pieces that are worth a segment of their own: a page. */
#define GAP 4096u

/* --- packing: src/pack.h --- */

typedef struct {
  uint8_t *bytes;
  uint32_t length;
} packed;

static void put(packed *p, uint8_t byte) { p->bytes[p->length++] = byte; }

static void put_more(packed *p, uint32_t count) {
  for (; count >= 255; count -= 255) put(p, 255);
  put(p, (uint8_t)count);
}

/* `copied` 0: the last sequence. */
static void put_sequence(packed *p, const uint8_t *literals, uint32_t count, uint32_t copied,
                         uint32_t back) {
  uint32_t high = count < 15 ? count : 15, low = copied < 4 ? 0 : copied - 4 < 15 ? copied - 4 : 15;
  put(p, (uint8_t)(high << 4 | low));
  if (high == 15) put_more(p, count - 15);
  memcpy(p->bytes + p->length, literals, count);
  p->length += count;
  if (copied == 0) return;
  put(p, (uint8_t)back);
  put(p, (uint8_t)(back >> 8));
  if (low == 15) put_more(p, copied - 4 - 15);
}

static uint32_t same(const uint8_t *a, const uint8_t *b, const uint8_t *end) {
  const uint8_t *start = b;
  while (b < end && *a == *b) a++, b++;
  return (uint32_t)(b - start);
}

#define FAR 65535u
#define HASHES 65536u
#define TRIES 4096
/* A copy as long as that is taken as it is. */
#define LONG 512u

/* From a place on: the longest copy there is, how far back, how much of it is worth
 * taking (0: a literal), and what the rest takes then. */
typedef struct {
  uint32_t longest, back, copied, cost;
} place;

static uint32_t hash_at(const uint8_t *bytes) {
  uint32_t word;
  memcpy(&word, bytes, 4);
  return word * 2654435761u >> 16;
}

static void find_copies(place *places, const uint8_t *bytes, uint32_t length) {
  static uint32_t latest[HASHES]; /* places are counted from 1 */
  uint32_t *before = calloc(length + 1, sizeof *before);
  if (before == NULL) abort();
  memset(latest, 0, sizeof latest);
  for (uint32_t at = 0; at + 4 <= length; at++) {
    place *p = &places[at];
    uint32_t *last = &latest[hash_at(bytes + at)], tries = TRIES;
    if (at > 0 && places[at - 1].longest > LONG) { /* in the middle of a long one */
      *p = (place){places[at - 1].longest - 1, places[at - 1].back, 0, 0};
      tries = 0;
    }
    for (uint32_t c = *last; c != 0 && at + 1 - c <= FAR && tries-- != 0; c = before[c]) {
      uint32_t n = same(bytes + c - 1, bytes + at, bytes + length);
      if (n > p->longest) p->longest = n, p->back = at + 1 - c;
    }
    before[at + 1] = *last;
    *last = at + 1;
  }
  free(before);
}

/* The cheapest way to the end, from each place, found from the end on. A count of
 * more than fifteen literals is not priced: it is rare. */
static void pack(packed *p, const uint8_t *bytes, uint32_t length) {
  place *places = calloc(length + 1, sizeof *places);
  if (places == NULL) abort();
  find_copies(places, bytes, length);
  for (uint32_t at = length; at-- > 0;) {
    place *here = &places[at];
    here->cost = here[1].cost + 1;
    uint32_t from = here->longest > LONG ? here->longest : 4;
    for (uint32_t n = from; n <= here->longest; n++) {
      uint32_t cost = here[n].cost + 3 + (n < 19 ? 0 : 1 + (n - 19) / 255);
      if (cost < here->cost) here->cost = cost, here->copied = n;
    }
  }
  uint32_t done = 0;
  for (uint32_t at = 0; at < length;) {
    uint32_t copied = places[at].copied;
    if (copied != 0) put_sequence(p, bytes + done, at - done, copied, places[at].back);
    at += copied != 0 ? copied : 1;
    if (copied != 0) done = at;
  }
  put_sequence(p, bytes + done, length - done, 0, 0);
  free(places);
}

/* What was written has to come back. */
static bool comes_back(const packed *p, const uint8_t *bytes, uint32_t length) {
  uint8_t *again = malloc(length);
  bool good = again != NULL && vt_unpack(again, length, p->bytes, p->length) &&
              memcmp(again, bytes, length) == 0;
  free(again);
  return good;
}

/* Its packed length; 0: it went wrong. */
static uint32_t write_bytes(const uint8_t *bytes, uint32_t length, unsigned number) {
  packed p = {malloc(length + length / 100 + 64), 0};
  if (p.bytes == NULL) return 0;
  pack(&p, bytes, length);
  printf("static const uint8_t data%u[] = {", number);
  for (uint32_t i = 0; i < p.length; i++) printf("%s%u,", i % 32 ? "" : "\n", p.bytes[i]);
  bool good = puts("\n};") >= 0 && comes_back(&p, bytes, length);
  free(p.bytes);
  return good ? p.length : 0;
}

/* The next piece from `at` on: true, and its bounds. */
static bool next_piece(const uint8_t *bytes, uint32_t size, uint32_t at, uint32_t *from,
                       uint32_t *to) {
  while (at < size && bytes[at] == 0) at++;
  *from = *to = at;
  for (; at < size && at - *to <= GAP; at++)
    if (bytes[at] != 0) *to = at + 1;
  return *from < size;
}

static void hash(const uint8_t *bytes, uint32_t size, char hex[2 * VT_SHA256_SIZE + 1]) {
  vt_sha256 sha;
  uint8_t digest[VT_SHA256_SIZE];
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, bytes, size);
  vt_sha256_end(&sha, digest);
  for (unsigned i = 0; i < VT_SHA256_SIZE; i++) sprintf(hex + 2 * i, "%02x", digest[i]);
}

int main(void) {
  vitrine_status status;
  const vitrine_snapshot *boot = vt_boot_get(&status);
  uint8_t *bytes = boot != NULL ? calloc(1, boot->size) : NULL;
  if (bytes == NULL) {
    fprintf(stderr, "bake: %s\n", vitrine_last_error());
    return 1;
  }
  uint32_t first = vt_snapshot_first();
  vt_snapshot_read(boot, first, bytes + first, boot->size - first);
  puts("/* Written by tools/bake.c: do not edit. */\n#include \"cage.h\"\n");
  static uint32_t lengths[1024];
  unsigned count = 0;
  uint32_t from, to;
  for (uint32_t at = 0; next_piece(bytes, boot->size, at, &from, &to); at = to, count++) {
    if (count < 1024) lengths[count] = write_bytes(bytes + from, to - from, count);
    if (count >= 1024 || lengths[count] == 0) {
      fprintf(stderr, "bake: the image cannot be packed\n");
      return 1;
    }
  }
  char id[2 * VT_SHA256_SIZE + 1];
  hash(bytes, boot->size, id);
  puts("static const vt_segment segments[] = {");
  unsigned number = 0;
  for (uint32_t at = 0; next_piece(bytes, boot->size, at, &from, &to); at = to)
    printf("{%uu, %uu, %uu, data%u},\n", from, to - from, lengths[number], number), number++;
  printf("};\nconst struct vt_start vt_start = {\"%s\", %uu, %uu, segments};\n", id,
         boot->size / VT_PAGE, count);
  return fflush(stdout) != 0 || ferror(stdout);
}
