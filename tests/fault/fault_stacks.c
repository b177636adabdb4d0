/* fault_stacks.c - memory, images and stacks when the n-th attempt to get
 * something from the system fails, for every n. */
#include <stdlib.h>
#include <string.h>

#include "../api/tap.h"
#include "alloc.h"
#include "platform.h"
#include "stack.h"

#define PAGE ((size_t)VT_PLATFORM_PAGE)

static bool use_memory(void) {
  bool fine = false;
  uint8_t *bytes = calloc(9, PAGE);
  if (bytes == NULL) abort();
  for (size_t i = 0; i < 9; i += 2) memset(bytes + i * PAGE, (int)i + 1, PAGE);
  uint8_t *at = vt_platform_reserve(10 * PAGE, PAGE);
  vt_image *image = vt_platform_image_new(bytes, 9 * PAGE);
  if (at != NULL && image != NULL && vt_platform_image_map(image, at, 9 * PAGE) &&
      vt_platform_guard(at + 9 * PAGE, PAGE)) {
    fine = true;
    CHECK(memcmp(at, bytes, 9 * PAGE) == 0);
  }
  vt_platform_release(at, 10 * PAGE);
  vt_platform_image_free(image);
  free(bytes);
  return fine;
}

static void count(void *arg) { ++*(int *)arg; }

/* A size that is never pooled, so that each use maps memory. */
static bool use_stack(void) {
  int entered = 0;
  vt_stack *stack = vt_stack_take(2 * VT_STACK_SIZE);
  if (stack != NULL) CHECK(vt_stack_enter(stack, count, &entered));
  vt_stack_give(stack);
  return entered == 1;
}

/* Some attempts can be done without: an image that gets no file is copied. */
static void fail_each(bool (*use)(void)) {
  vt_fault_at(0);
  CHECK(use());
  uint64_t attempts = vt_fault_count(), failed = 0;
  for (uint64_t n = 1; n <= attempts; n++) {
    vt_fault_at(n);
    failed += !use();
    vt_fault_at(0);
    CHECK(use());
  }
  CHECK(failed >= 2);
}

static void memory_and_images(void) { fail_each(use_memory); }

static void stacks(void) { fail_each(use_stack); }

int main(void) {
  RUN(memory_and_images);
  RUN(stacks);
  return tap_end();
}
