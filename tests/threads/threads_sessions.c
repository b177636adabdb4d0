/* threads_sessions.c - many sessions on many threads: the first boot at the same
 * moment, cells that change hands, cancels from elsewhere, and a session that
 * moves from thread to thread. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../api/check.h"
#include "vitrine.h"

enum { THREADS = 4, ROUNDS = 40 };

static void on_threads(void *(*work)(void *), void *args, size_t size) {
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++)
    CHECK_EQUAL(pthread_create(&threads[i], NULL, work, (char *)args + (size_t)i * size), 0);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
}

/* tap.h's checks are for one thread: the others count what went wrong. */
static atomic_int wrong;
#define EXPECT(truth) \
  ((truth) ? (void)0  \
           : (void)(atomic_fetch_add(&wrong, 1), printf("# line %d: %s\n", __LINE__, #truth)))

static vitrine_status add(vitrine_call *call, void *user) {
  int64_t number = 0;
  vitrine_value_int(vitrine_call_arg(call, 0), &number);
  ++*(int *)user;
  return vitrine_call_return(call, vitrine_int(number + 1));
}

static void *come_and_go(void *arg) {
  int seed = *(int *)arg;
  for (int i = 0; i < ROUNDS; i++) {
    int calls = 0;
    vitrine_session *session;
    vitrine_result *result;
    EXPECT(vitrine_session_new(NULL, &session) == VITRINE_OK);
    EXPECT(vitrine_grant_function(session, "add", add, &calls, NULL) == VITRINE_OK);
    EXPECT(vitrine_set(session, "n", vitrine_int(seed)) == VITRINE_OK);
    static const char source[] =
        "data = [n] * 300\nfor i in range(20): n = add(n)\nn, len(globals())";
    EXPECT(vitrine_run(session, NULL, source, strlen(source), &result) == VITRINE_OK);
    EXPECT(vitrine_result_outcome(result) == VITRINE_DONE);
    int64_t number = 0, names = 0;
    EXPECT(vitrine_value_int(vitrine_value_item(vitrine_result_value(result), 0), &number));
    EXPECT(vitrine_value_int(vitrine_value_item(vitrine_result_value(result), 1), &names));
    EXPECT(number == seed + 20);
    EXPECT(names < 10);
    EXPECT(calls == 20);
    vitrine_result_free(result);
    vitrine_session_free(session);
  }
  return NULL;
}

static void sessions_come_and_go(void) {
  int seeds[THREADS] = {0, 1000, 2000, 3000};
  on_threads(come_and_go, seeds, sizeof seeds[0]);
  CHECK_EQUAL(atomic_load(&wrong), 0);
}

typedef struct {
  vitrine_session *session;
  atomic_int ended;
} endless;

/* More than once: a cancel that comes before the run does nothing. */
static void *cancel_it(void *arg) {
  endless *e = arg;
  struct timespec nap = {.tv_nsec = 3000000};
  while (!atomic_load(&e->ended)) {
    nanosleep(&nap, NULL);
    vitrine_cancel(e->session);
  }
  return NULL;
}

static void *run_endlessly(void *arg) {
  (void)arg;
  vitrine_session *session;
  EXPECT(vitrine_session_new(NULL, &session) == VITRINE_OK);
  static const char *const sources[] = {"while True: pass", "import time\ntime.sleep(1000)",
                                        "x = list(range(1000))\nwhile True: sorted(x)"};
  for (int i = 0; i < 3; i++) {
    pthread_t other;
    vitrine_result *result;
    endless e = {.session = session};
    EXPECT(pthread_create(&other, NULL, cancel_it, &e) == 0);
    EXPECT(vitrine_run(session, NULL, sources[i], strlen(sources[i]), &result) == VITRINE_OK);
    EXPECT(vitrine_result_outcome(result) == VITRINE_CANCELLED);
    vitrine_result_free(result);
    atomic_store(&e.ended, 1);
    pthread_join(other, NULL);
    EXPECT(vitrine_run(session, NULL, "1", 1, &result) == VITRINE_OK);
    EXPECT(vitrine_result_outcome(result) == VITRINE_DONE);
    vitrine_result_free(result);
  }
  vitrine_session_free(session);
  return NULL;
}

static void runs_are_cancelled_from_elsewhere(void) {
  int unused[THREADS] = {0};
  on_threads(run_endlessly, unused, sizeof unused[0]);
  CHECK_EQUAL(atomic_load(&wrong), 0);
}

static void *one_step(void *session) {
  vitrine_result *result;
  EXPECT(vitrine_run(session, NULL, "n += 1", 6, &result) == VITRINE_OK);
  EXPECT(vitrine_result_outcome(result) == VITRINE_DONE);
  vitrine_result_free(result);
  return NULL;
}

static void a_session_moves_between_threads(void) {
  vitrine_session *session;
  vitrine_result *result;
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_set(session, "n", vitrine_int(0)), VITRINE_OK);
  for (int i = 0; i < 20; i++) {
    pthread_t thread;
    CHECK_EQUAL(pthread_create(&thread, NULL, one_step, session), 0);
    pthread_join(thread, NULL);
  }
  CHECK_EQUAL(vitrine_get(session, "n", &result), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "20");
  vitrine_result_free(result);
  vitrine_session_free(session);
  CHECK_EQUAL(atomic_load(&wrong), 0);
}

/* Who takes a session that is taken gets a status; nobody waits, nothing breaks. */
static atomic_int ran, refused;

static void *crowd(void *arg) {
  vitrine_session *session = *(vitrine_session **)arg;
  for (int i = 0; i < ROUNDS; i++) {
    vitrine_result *result;
    vitrine_status status = vitrine_run(session, NULL, "sum(range(1000))", 16, &result);
    EXPECT(status == VITRINE_OK || status == VITRINE_ERR_MISUSE);
    EXPECT((status == VITRINE_OK) == (result != NULL));
    atomic_fetch_add(status == VITRINE_OK ? &ran : &refused, 1);
    vitrine_result_free(result);
  }
  return NULL;
}

static void a_session_is_for_one_thread_at_a_time(void) {
  vitrine_session *session, *sessions[THREADS];
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  for (int i = 0; i < THREADS; i++) sessions[i] = session;
  on_threads(crowd, sessions, sizeof sessions[0]);
  CHECK_EQUAL(atomic_load(&ran) + atomic_load(&refused), THREADS * ROUNDS);
  CHECK(atomic_load(&ran) > 0);
  CHECK_EQUAL(atomic_load(&wrong), 0);
  vitrine_session_free(session);
}

/* One snapshot, forked, gone back to, saved and held by all at once. */
static int count_bytes(void *user, const void *bytes, size_t length) {
  (void)bytes;
  *(size_t *)user += length;
  return 0;
}

static void *fork_and_free(void *arg) {
  vitrine_snapshot *snapshot = *(vitrine_snapshot **)arg;
  size_t saved = 0;
  for (int i = 0; i < ROUNDS; i++) {
    vitrine_session *one, *two;
    vitrine_snapshot *again = NULL, *changed = NULL;
    vitrine_result *result = NULL;
    EXPECT(vitrine_snapshot_fork(snapshot, NULL, &one) == VITRINE_OK);
    EXPECT(vitrine_snapshot_take(one, &again) == VITRINE_OK);
    EXPECT(vitrine_run(one, NULL, "n += 1\ndata.append(n)", 21, &result) == VITRINE_OK);
    vitrine_result_free(result);
    EXPECT(vitrine_snapshot_take(one, &changed) == VITRINE_OK);
    EXPECT(vitrine_snapshot_fork(changed, NULL, &two) == VITRINE_OK);
    EXPECT(vitrine_session_reset_to(one, again) == VITRINE_OK);
    vitrine_snapshot_free(again);
    vitrine_snapshot_free(changed);
    for (int k = 0; k < 2; k++) {
      EXPECT(vitrine_run(k ? two : one, NULL, "n, len(data)", 12, &result) == VITRINE_OK);
      const char *repr = vitrine_result_repr(result);
      EXPECT(repr != NULL && strcmp(repr, k ? "(6, 301)" : "(5, 300)") == 0);
      vitrine_result_free(result);
    }
    if (i % 8 == 0)
      EXPECT(vitrine_snapshot_save(snapshot, NULL, count_bytes, &saved) == VITRINE_OK);
    vitrine_session_free(one);
    vitrine_session_free(two);
  }
  vitrine_snapshot_free(snapshot); /* each thread's own hold */
  return NULL;
}

static void a_snapshot_is_for_all_threads(void) {
  vitrine_session *session, *fork;
  vitrine_snapshot *snapshots[THREADS];
  vitrine_result *result;
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_run(session, NULL, "n = 5\ndata = [n] * 300", 22, &result), VITRINE_OK);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_snapshot_take(session, &snapshots[0]), VITRINE_OK);
  vitrine_session_free(session);
  /* As unchanged forks give it out, it is one and the same. */
  CHECK_EQUAL(vitrine_snapshot_fork(snapshots[0], NULL, &fork), VITRINE_OK);
  for (int i = 1; i < THREADS; i++) {
    CHECK_EQUAL(vitrine_snapshot_take(fork, &snapshots[i]), VITRINE_OK);
    CHECK(snapshots[i] == snapshots[0]);
  }
  vitrine_session_free(fork);
  on_threads(fork_and_free, snapshots, sizeof snapshots[0]);
  CHECK_EQUAL(atomic_load(&wrong), 0);
}

/* TSan loses count of stacks in the child of a process that had threads. */
#if defined(__SANITIZE_THREAD__)
static void sessions_survive_a_fork(void) {}
#else
/* A child has its own copies of all sessions, and can make more. */
static void sessions_survive_a_fork(void) {
  vitrine_session *session;
  vitrine_result *result;
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_set(session, "n", vitrine_int(1)), VITRINE_OK);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    one_step(session);
    one_step(session);
    vitrine_session_free(session);
    int seed = 5;
    come_and_go(&seed);
    _exit(atomic_load(&wrong) != 0);
  }
  int status = -1;
  CHECK(child > 0 && waitpid(child, &status, 0) == child);
  CHECK_EQUAL(status, 0);
  CHECK_EQUAL(vitrine_get(session, "n", &result), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "1");
  vitrine_result_free(result);
  vitrine_session_free(session);
}
#endif

int main(void) {
  RUN(sessions_come_and_go);
  RUN(runs_are_cancelled_from_elsewhere);
  RUN(a_session_moves_between_threads);
  RUN(a_session_is_for_one_thread_at_a_time);
  RUN(a_snapshot_is_for_all_threads);
  RUN(sessions_survive_a_fork);
  return tap_end();
}
