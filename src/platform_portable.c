/* platform_portable.c - platform.h with C11 and malloc, and nothing else.
 *
 * Owns what it takes to make the wall clock never go back. What C11
 * cannot do is said by the result (no chance) or by the header (guards, the
 * clock of a thread); nothing is made up. */
#include "platform.h"

#if defined(VT_PORTABLE)

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#if !defined(__STDC_NO_THREADS__)
#include <threads.h>
#endif

#include "alloc.h"

/* --- memory --- */

void *vt_platform_reserve(size_t size, size_t alignment) {
  if (size == 0 || size > SIZE_MAX / 4 || alignment > SIZE_MAX / 4) return NULL;
  if ((alignment & (alignment - 1)) != 0) return NULL;
  if (alignment < sizeof(void *)) alignment = sizeof(void *);
  if (vt_fault()) return NULL;
  /* calloc() of much memory is free of cost on every system that can do it;
   * aligned_alloc() and memset() would touch it all. */
  uint8_t *block = calloc(1, size + alignment + sizeof(void *));
  if (block == NULL) return NULL;
  uint8_t *at = block + sizeof(void *);
  at += -(uintptr_t)at & (alignment - 1);
  memcpy(at - sizeof(void *), &block, sizeof(void *));
  return at;
}

void vt_platform_release(void *at, size_t size) {
  (void)size;
  if (at == NULL) return;
  void *block;
  memcpy(&block, (uint8_t *)at - sizeof(void *), sizeof(void *));
  free(block);
}

bool vt_platform_guard(void *at, size_t size) {
  (void)at;
  (void)size;
  return true;
}

void vt_platform_discard(void *at, size_t size) { memset(at, 0, size); }

/* --- images --- */

struct vt_image {
  size_t size;
  uint8_t *bytes;
};

vt_image *vt_platform_image_new(const void *bytes, size_t size) {
  vt_image *image = vt_alloc(sizeof *image);
  if (image == NULL) return NULL;
  image->size = size;
  image->bytes = vt_alloc(size != 0 ? size : 1);
  if (image->bytes == NULL) {
    vt_free(image);
    return NULL;
  }
  memcpy(image->bytes, bytes, size);
  return image;
}

/* Writes `bytes` (NULL: zeros), but touches no page that has them already. */
static void put(uint8_t *to, const uint8_t *bytes, size_t size) {
  static const uint8_t zeros[4096];
  for (size_t at = 0; at < size; at += sizeof zeros) {
    size_t length = size - at < sizeof zeros ? size - at : sizeof zeros;
    const uint8_t *from = bytes != NULL ? bytes + at : zeros;
    if (memcmp(to + at, from, length) != 0) memcpy(to + at, from, length);
  }
}

bool vt_platform_image_map(const vt_image *image, void *at, size_t size) {
  if (size < image->size) return false;
  put(at, image->bytes, image->size);
  put((uint8_t *)at + image->size, NULL, size - image->size);
  return true;
}

void vt_platform_image_read(const vt_image *image, size_t from, void *to, size_t size) {
  size_t left = from < image->size ? image->size - from : 0, length = size < left ? size : left;
  if (length != 0) memcpy(to, image->bytes + from, length);
  memset((uint8_t *)to + length, 0, size - length);
}

void vt_platform_image_free(vt_image *image) {
  if (image == NULL) return;
  vt_free(image->bytes);
  vt_free(image);
}

/* --- files --- */

/* A FILE by another name: there is nothing to add. */

vt_file *vt_platform_file_open(const char *path, const char **why) {
  FILE *file = vt_fault() ? NULL : fopen(path, "rb");
  if (file == NULL) *why = "cannot be opened";
  return (vt_file *)file;
}

ptrdiff_t vt_platform_file_read(vt_file *file, void *to, size_t size, const char **why) {
  size_t n = fread(to, 1, size, (FILE *)file);
  if (n == 0 && ferror((FILE *)file)) {
    *why = "cannot be read";
    return -1;
  }
  return (ptrdiff_t)n;
}

vt_file *vt_platform_file_replace(const char *path, const char **why) {
  (void)path;
  *why = "C alone cannot replace a file in one step: in this build, save with a callback";
  return NULL;
}

/* Never called: there is no file to call them with. */
const char *vt_platform_file_write(vt_file *file, const void *bytes, size_t size) {
  (void)file;
  (void)bytes;
  (void)size;
  return "not in this build";
}

const char *vt_platform_file_commit(vt_file *file) { return vt_platform_file_write(file, NULL, 0); }

vt_file *vt_platform_file_append(const char *path, const char **why) {
  FILE *file = vt_fault() ? NULL : fopen(path, "ab");
  if (file == NULL) *why = "cannot be opened";
  return (vt_file *)file;
}

const char *vt_platform_file_add(vt_file *file, const void *bytes, size_t size) {
  bool good =
      !vt_fault() && fwrite(bytes, 1, size, (FILE *)file) == size && fflush((FILE *)file) == 0;
  return good ? NULL : "cannot be written";
}

void vt_platform_file_close(vt_file *file) { (void)fclose((FILE *)file); }

/* --- clocks and chance --- */

uint64_t vt_platform_clock_ns(void) {
  struct timespec now;
  if (timespec_get(&now, TIME_UTC) != TIME_UTC) return 0;
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/* The only clock with a fine grain in C11 can be set back: so its steps forward
 * are summed up. A lock, but one held for a handful of instructions. */
static atomic_flag busy = ATOMIC_FLAG_INIT;
static uint64_t latest, passed;

uint64_t vt_platform_wall_ns(void) {
  while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire)) continue;
  uint64_t now = vt_platform_clock_ns();
  if (latest != 0 && now > latest) passed += now - latest;
  latest = now;
  uint64_t wall = passed;
  atomic_flag_clear_explicit(&busy, memory_order_release);
  return wall;
}

uint64_t vt_platform_cpu_ns(void) {
  clock_t now = clock();
  if (now == (clock_t)-1) return 0;
  return (uint64_t)((double)now * (1e9 / (double)CLOCKS_PER_SEC));
}

void vt_platform_sleep_ns(uint64_t ns) {
#if !defined(__STDC_NO_THREADS__)
  struct timespec wait = {.tv_sec = (time_t)(ns / 1000000000u),
                          .tv_nsec = (long)(ns % 1000000000u)};
  (void)thrd_sleep(&wait, NULL);
#else
  uint64_t start = vt_platform_wall_ns();
  while (vt_platform_wall_ns() - start < ns) continue;
#endif
}

vt_platform_function vt_platform_library(const char *path, const char *name, char *why,
                                         size_t size) {
  (void)path;
  (void)name;
  (void)snprintf(why, size, "this build cannot load plugins: link them in");
  return NULL;
}

bool vt_platform_random(void *to, size_t size) {
  memset(to, 0, size);
  return false;
}

#endif
