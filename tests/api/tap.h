/* tap.h - assertions that survive NDEBUG and print both operands, as TAP. */
#ifndef TAP_H
#define TAP_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

static int tap_count, tap_failed;
static bool tap_bad;

static inline void tap_fail(const char *file, int line, const char *what) {
  tap_bad = true;
  printf("# %s:%d: %s\n", file, line, what);
  fflush(stdout);
}

static inline void tap_equal(int64_t a, int64_t b, const char *file, int line, const char *what) {
  if (a == b) return;
  tap_fail(file, line, what);
  printf("#   %" PRId64 " is not %" PRId64 "\n", a, b);
}

#define CHECK(truth) ((truth) ? (void)0 : tap_fail(__FILE__, __LINE__, #truth))
#define CHECK_EQUAL(a, b) tap_equal((int64_t)(a), (int64_t)(b), __FILE__, __LINE__, #a " == " #b)

/* A test is a function that checks. */
static inline void tap_run(const char *name, void (*test)(void)) {
  tap_bad = false;
  test();
  tap_failed += tap_bad;
  printf("%s %d - %s\n", tap_bad ? "not ok" : "ok", ++tap_count, name);
  fflush(stdout);
}
#define RUN(test) tap_run(#test, test)

static inline void tap_skip(const char *name, const char *why) {
  printf("ok %d - %s # SKIP %s\n", ++tap_count, name, why);
}

/* What main() returns. */
static inline int tap_end(void) {
  printf("1..%d\n", tap_count);
  return tap_failed != 0;
}

#endif
