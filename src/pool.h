/* pool.h - a few spare things of one kind, for any thread, without a lock.
 *
 * So a fork finds no lock held, and a thread that is stopped in here stops nobody
 * else. What is given becomes visible, with all that was written to it, to who
 * takes it. */
#ifndef VT_POOL_H
#define VT_POOL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As many as threads may well come and go at once. */
#define VT_POOL 16u

typedef struct {
  _Atomic(void *) place[VT_POOL];
} vt_pool;

/* Where a thread begins to look: by the address of its stack, so that as a rule
 * it gets what it gave last, which is warm in its cache. */
static inline unsigned vt_pool_start(void) {
  char here;
  return (unsigned)(((uint64_t)(uintptr_t)&here >> 20) * 0x9e3779b97f4a7c15u >> 32);
}

static inline void *vt_pool_take(vt_pool *pool) {
  unsigned start = vt_pool_start();
  for (unsigned i = 0; i < VT_POOL; i++) {
    _Atomic(void *) *place = &pool->place[(start + i) % VT_POOL];
    if (atomic_load_explicit(place, memory_order_relaxed) == NULL) continue;
    void *thing = atomic_exchange_explicit(place, NULL, memory_order_acquire);
    if (thing != NULL) return thing;
  }
  return NULL;
}

/* False: it is full, and the thing is still the caller's. */
static inline bool vt_pool_give(vt_pool *pool, void *thing) {
  unsigned start = vt_pool_start();
  for (unsigned i = 0; i < VT_POOL; i++) {
    _Atomic(void *) *place = &pool->place[(start + i) % VT_POOL];
    if (atomic_load_explicit(place, memory_order_relaxed) != NULL) continue;
    void *none = NULL;
    if (atomic_compare_exchange_strong_explicit(place, &none, thing, memory_order_release,
                                                memory_order_relaxed))
      return true;
  }
  return false;
}

#endif
