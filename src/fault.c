/* fault.c - makes the n-th allocation or mapping fail, in a test build.
 *
 * Owns two counters of the process. Empty in a build that ships. */
#include "alloc.h"

#if defined(VT_FAULTS)

#include <stdatomic.h>

static atomic_uint_fast64_t count, fails_at;

bool vt_fault(void) {
  uint64_t n = atomic_fetch_add_explicit(&count, 1, memory_order_relaxed) + 1;
  return n == atomic_load_explicit(&fails_at, memory_order_relaxed);
}

void vt_fault_at(uint64_t n) {
  atomic_store_explicit(&fails_at, n, memory_order_relaxed);
  atomic_store_explicit(&count, 0, memory_order_relaxed);
}

uint64_t vt_fault_count(void) { return atomic_load_explicit(&count, memory_order_relaxed); }

#else
/* An empty file is not C. */
typedef int vt_no_faults;
#endif
