/* threads.c - a session for each thread, all at once, and one that is cancelled
 * from outside. */
#define _POSIX_C_SOURCE 200809L /* nanosleep */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <vitrine.h>

enum { WORKERS = 4 };

typedef struct {
  vitrine_session *session;
  const char *source;
  vitrine_result *result;
} job;

static void *work(void *arg) {
  job *j = arg;
  (void)vitrine_run(j->session, NULL, j->source, strlen(j->source), &j->result);
  return NULL;
}

static void show(const char *name, const job *j) {
  const char *repr = vitrine_result_repr(j->result);
  printf("%s: %s%s%s\n", name, vitrine_outcome_name(vitrine_result_outcome(j->result)),
         repr ? " " : "", repr ? repr : "");
}

int main(void) {
  const char *const sources[WORKERS + 1] = {"sum(range(10000))", "n = 2 ** 100\nn % 97",
                                            "sorted('vitrine')[0]",
                                            "import math\nmath.factorial(12)", "while True: pass"};
  job jobs[WORKERS + 1];
  pthread_t threads[WORKERS + 1];
  for (int i = 0; i <= WORKERS; i++) {
    jobs[i] = (job){NULL, sources[i], NULL};
    if (vitrine_session_new(NULL, &jobs[i].session) != VITRINE_OK ||
        pthread_create(&threads[i], NULL, work, &jobs[i]) != 0) {
      fprintf(stderr, "%s\n", vitrine_last_error());
      return 1;
    }
  }
  for (int i = 0; i < WORKERS; i++) (void)pthread_join(threads[i], NULL);

  /* The last one never ends by itself. A cancel that comes before it has begun
   * does nothing: give it a moment. */
  const struct timespec moment = {0, 50000000};
  (void)nanosleep(&moment, NULL);
  vitrine_cancel(jobs[WORKERS].session);
  (void)pthread_join(threads[WORKERS], NULL);

  for (int i = 0; i <= WORKERS; i++) {
    char name[16];
    (void)snprintf(name, sizeof name, "thread %d", i);
    show(name, &jobs[i]);
    vitrine_result_free(jobs[i].result);
    vitrine_session_free(jobs[i].session);
  }
  return 0;
}

/* Prints:
 * thread 0: done 49995000
 * thread 1: done 16
 * thread 2: done 'e'
 * thread 3: done 479001600
 * thread 4: cancelled
 */
