/* check.h - tap.h, and what tests of values compare: text and bytes. */
#ifndef CHECK_H
#define CHECK_H

#include <stdlib.h>
#include <string.h>

#include "tap.h"

static inline void check_print_bytes(const void *bytes, size_t length) {
  const uint8_t *b = bytes;
  printf("#   %zu bytes:", length);
  for (size_t i = 0; i < length && i < 64; i++) printf(" %02x", b[i]);
  printf(length > 64 ? " …\n" : "\n");
}

static inline void check_text(const char *a, const char *b, const char *file, int line,
                              const char *what) {
  if (a != NULL && b != NULL && strcmp(a, b) == 0) return;
  tap_fail(file, line, what);
  printf("#   \"%.300s\" is not \"%.300s\"\n", a != NULL ? a : "(NULL)", b != NULL ? b : "(NULL)");
}

static inline void check_bytes(const void *a, size_t a_length, const void *b, size_t b_length,
                               const char *file, int line, const char *what) {
  if (a_length == b_length && (a_length == 0 || memcmp(a, b, a_length) == 0)) return;
  tap_fail(file, line, what);
  check_print_bytes(a, a_length);
  check_print_bytes(b, b_length);
}

static inline void check_contains(const char *text, const char *part, const char *file, int line,
                                  const char *what) {
  if (text != NULL && strstr(text, part) != NULL) return;
  tap_fail(file, line, what);
  printf("#   no \"%s\" in \"%.300s\"\n", part, text != NULL ? text : "(NULL)");
}

#define CHECK_TEXT(a, b) check_text(a, b, __FILE__, __LINE__, #a " == " #b)
#define CHECK_BYTES(a, an, b, bn) check_bytes(a, an, b, bn, __FILE__, __LINE__, #a " == " #b)
#define CHECK_CONTAINS(text, part) \
  check_contains(text, part, __FILE__, __LINE__, #text " contains " #part)

/* Numbers that are the same in every run. */
static inline uint32_t check_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*state >> 33);
}

#endif
