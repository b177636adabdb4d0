/* bake.c - bake > START.c
 *
 * Boots the guest that is linked in, and writes what its memory holds then as C:
 * the library starts from there. Runs once, in the build. */
#include <stdio.h>
#include <stdlib.h>

#include "image.h"
#include "sha256.h"

/* Zeros between two pieces that are not worth a segment of their own. */
#define GAP 64u

static int write_bytes(const uint8_t *bytes, uint32_t from, uint32_t to, unsigned number) {
  printf("static const uint8_t data%u[] = {", number);
  for (uint32_t i = from; i < to; i++) printf("%s%u,", (i - from) % 32 ? "" : "\n", bytes[i]);
  return puts("\n};") >= 0;
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
  unsigned count = 0;
  uint32_t from, to;
  for (uint32_t at = 0; next_piece(bytes, boot->size, at, &from, &to); at = to)
    if (!write_bytes(bytes, from, to, count++)) return 1;
  char id[2 * VT_SHA256_SIZE + 1];
  hash(bytes, boot->size, id);
  puts("static const vt_segment segments[] = {");
  unsigned number = 0;
  for (uint32_t at = 0; next_piece(bytes, boot->size, at, &from, &to); at = to)
    printf("{%uu, %uu, data%u},\n", from, to - from, number++);
  printf("};\nconst struct vt_start vt_start = {\"%s\", %uu, %uu, segments};\n", id,
         boot->size / VT_PAGE, count);
  return fflush(stdout) != 0 || ferror(stdout);
}
