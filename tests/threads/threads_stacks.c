/* threads_stacks.c - the stack pool under contention, and guests that go on, on
 * another thread than the one that parked them. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "../api/tap.h"
#include "stack.h"
#include "switch.h"

enum { THREADS = 4, ROUNDS = 500, PARKED = 8 };

typedef struct {
  vt_stack *stack;
  int steps, calls, parks;
} guest;

static void call(void *arg) { ((guest *)arg)->calls++; }

static void work(void *arg) {
  guest *g = arg;
  for (int i = 0; i < 3; i++) {
    g->steps++;
    vt_stack_call_host(g->stack, call, g);
  }
}

static atomic_int failures;

/* Plain memory of the guest stack goes from thread to thread with the pool. */
static void *use_pool(void *arg) {
  (void)arg;
  for (int i = 0; i < ROUNDS; i++) {
    guest g[3] = {{.stack = NULL}};
    for (int j = 0; j < 3; j++) {
      g[j].stack = vt_stack_take(VT_STACK_SIZE);
      if (g[j].stack == NULL || !vt_stack_enter(g[j].stack, work, &g[j]) || g[j].calls != 3)
        atomic_fetch_add(&failures, 1);
    }
    for (int j = 0; j < 3; j++) vt_stack_give(g[j].stack);
  }
  return NULL;
}

static void in_threads(void *(*fn)(void *), void *arg) {
  pthread_t thread[THREADS];
  for (int i = 0; i < THREADS; i++)
    if (pthread_create(&thread[i], NULL, fn, arg) != 0) abort();
  for (int i = 0; i < THREADS; i++) pthread_join(thread[i], NULL);
}

static void pool_is_shared(void) {
  in_threads(use_pool, NULL);
  CHECK_EQUAL(failures, 0);
}

#if !defined(VT_SWITCH_NONE)
static void park(void *arg) {
  guest *g = arg;
  g->parks++;
  vt_stack_park(g->stack);
}

static void work_and_park(void *arg) {
  guest *g = arg;
  for (int i = 0; i < 100; i++) {
    g->steps++;
    vt_stack_call_host(g->stack, call, g);
    vt_stack_call_host(g->stack, park, g);
  }
}

static guest parked[PARKED];
static pthread_mutex_t locks[PARKED];

static void *continue_any(void *arg) {
  (void)arg;
  for (bool more = true; more;) {
    more = false;
    for (int i = 0; i < PARKED; i++) {
      pthread_mutex_lock(&locks[i]);
      if (parked[i].stack != NULL && !vt_stack_enter(parked[i].stack, work_and_park, &parked[i]))
        more = true;
      else if (parked[i].stack != NULL) {
        vt_stack_give(parked[i].stack);
        parked[i].stack = NULL;
      }
      pthread_mutex_unlock(&locks[i]);
    }
  }
  return NULL;
}

static void guests_change_threads(void) {
  for (int i = 0; i < PARKED; i++) {
    pthread_mutex_init(&locks[i], NULL);
    parked[i] = (guest){.stack = vt_stack_take(VT_STACK_SIZE)};
    CHECK(parked[i].stack != NULL);
  }
  in_threads(continue_any, NULL);
  for (int i = 0; i < PARKED; i++) {
    CHECK(parked[i].stack == NULL);
    CHECK_EQUAL(parked[i].steps, 100);
    CHECK_EQUAL(parked[i].calls, 100);
    CHECK_EQUAL(parked[i].parks, 100);
    pthread_mutex_destroy(&locks[i]);
  }
}
#endif

int main(void) {
  RUN(pool_is_shared);
#if !defined(VT_SWITCH_NONE)
  RUN(guests_change_threads);
#endif
  return tap_end();
}
