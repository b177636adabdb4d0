/* threads_waiting.c - runs that wait, started on one thread and gone on with on any
 * other, in coroutines and with a native stack, and some that are cancelled. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>

#include "../api/check.h"
#include "switch.h"
#include "vitrine.h"

enum { THREADS = 4, SESSIONS = 12 };

/* The sessions that have something to do. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static vitrine_session *ready[SESSIONS];
static int ready_count, left = SESSIONS;
static atomic_int wrong, done, cancelled;

#define EXPECT(truth) \
  ((truth) ? (void)0  \
           : (void)(atomic_fetch_add(&wrong, 1), printf("# line %d: %s\n", __LINE__, #truth)))

static const char *const sources[] = {
    "import asyncio\n"
    "async def one(n): return await fetch(n)\n"
    "async def main():\n"
    "  return sum(await asyncio.gather(*[one(1) for _ in range(5)])) + await fetch(10)\n"
    "[asyncio.run(main()) for _ in range(3)][-1]",
    "for _ in range(15): x = ask(1)\nx * 15",
#if !defined(VT_SWITCH_NONE)
    "sum(map(ask, [1] * 15))",
#endif
};
#define SOURCES (sizeof sources / sizeof sources[0])

static vitrine_session *take(bool *over) {
  pthread_mutex_lock(&lock);
  vitrine_session *session = ready_count > 0 ? ready[--ready_count] : NULL;
  *over = left == 0;
  pthread_mutex_unlock(&lock);
  return session;
}

static void put(vitrine_session *session) {
  pthread_mutex_lock(&lock);
  if (session != NULL) ready[ready_count++] = session;
  else left--;
  pthread_mutex_unlock(&lock);
}

static void step(vitrine_session *session) {
  vitrine_result *result;
  vitrine_call *call;
  for (size_t i = 0; (call = vitrine_pending(session, i)) != NULL; i++) {
    int64_t n = 0;
    EXPECT(vitrine_value_int(vitrine_call_arg(call, 0), &n));
    EXPECT(vitrine_call_return(call, vitrine_int(n)) == VITRINE_OK);
  }
  EXPECT(vitrine_resume(session, &result) == VITRINE_OK);
  vitrine_outcome outcome = vitrine_result_outcome(result);
  if (outcome == VITRINE_DONE) {
    EXPECT(strcmp(vitrine_result_repr(result), "15") == 0);
    atomic_fetch_add(&done, 1);
  } else if (outcome == VITRINE_CANCELLED) {
    atomic_fetch_add(&cancelled, 1);
  } else {
    EXPECT(outcome == VITRINE_PENDING);
  }
  vitrine_result_free(result);
  if (outcome != VITRINE_PENDING) vitrine_session_free(session);
  put(outcome == VITRINE_PENDING ? session : NULL);
}

static void *work(void *arg) {
  (void)arg;
  for (bool over = false; !over;) {
    vitrine_session *session = take(&over);
    if (session != NULL) step(session);
  }
  return NULL;
}

static void sessions_wait_on_any_thread(void) {
  pthread_t threads[THREADS];
  for (int i = 0; i < SESSIONS; i++) {
    vitrine_session *session;
    vitrine_result *result;
    vitrine_door ask = {.size = sizeof ask, .name = "ask"},
                 fetch = {.size = sizeof fetch, .name = "fetch", .flags = VITRINE_DOOR_ASYNC};
    CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
    CHECK_EQUAL(vitrine_grant_door(session, &ask, NULL, NULL), VITRINE_OK);
    CHECK_EQUAL(vitrine_grant_door(session, &fetch, NULL, NULL), VITRINE_OK);
    const char *source = sources[(size_t)i % SOURCES];
    CHECK_EQUAL(vitrine_start(session, NULL, NULL, source, strlen(source), &result), VITRINE_OK);
    CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_PENDING);
    vitrine_result_free(result);
    if (i == 5) vitrine_cancel(session);
    put(session);
  }
  for (int i = 0; i < THREADS; i++) CHECK_EQUAL(pthread_create(&threads[i], NULL, work, NULL), 0);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
  CHECK_EQUAL(atomic_load(&wrong), 0);
  CHECK_EQUAL(atomic_load(&done), SESSIONS - 1);
  CHECK_EQUAL(atomic_load(&cancelled), 1);
}

int main(void) {
  RUN(sessions_wait_on_any_thread);
  return tap_end();
}
