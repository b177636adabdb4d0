/* bench.c - times the API from where its users call it: a C program.
 *
 *   bench fresh N          create, run 1+1, destroy: ns each
 *   bench live N           x += 1 in a live session: ns each
 *   bench call N           a host function called and answered: ns each
 *   bench invoke N         a guest's function called and answered: ns each
 *   bench wait N           a call of a run that waits, answered and gone on with: ns each
 *   bench await N          the same, awaited by a task: ns each
 *   bench bytes N          a value of N bytes there and back: bytes a second
 *   bench rate THREADS     fresh sessions a second, all threads together
 *   bench fork N           a session forked and destroyed: ns each
 *   bench checkpoint N     the snapshot of a session that is as its last one: ns each
 *   bench save N           a small snapshot saved, to memory: ns each
 *   bench load_saved N     a small snapshot loaded, from memory: ns each
 *   bench load LIBRARY     dlopen to the first result: ns
 *   bench start N COMMAND… a process to its first byte of output: ns each
 *   bench idle N           bytes that each of N idle sessions adds
 *   bench perf FILE        ns between the marks that the program prints
 *   bench overshoot FILE…  how far each goes past a deadline of 0.2 s
 *
 * Prints one number; `idle` prints bytes, and ns for a run in each; `overshoot`
 * a line for each program. Medians of batches, and the best of several, so that
 * a neighbour on the machine does not count. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "vitrine.h"

#define BATCHES 21
#define ATTEMPTS 5
#define MARK_BEGIN '\x02'
#define MARK_END '\x03'

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void must(int truth, const char *what) {
  if (truth) return;
  fprintf(stderr, "bench: %s: %s\n", what, vitrine_last_error());
  exit(1);
}

static void run_done(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  must(vitrine_run(session, NULL, source, strlen(source), &result) == VITRINE_OK, source);
  must(vitrine_result_ok(result), source);
  vitrine_result_free(result);
}

static vitrine_session *session_new(const vitrine_options *options) {
  vitrine_session *session = NULL;
  must(vitrine_session_new(options, &session) == VITRINE_OK, "vitrine_session_new");
  return session;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The median over batches of the time that one call takes. */
static double timed(void (*act)(void *), void *with, long count) {
  double batch[BATCHES];
  long each = count / BATCHES > 0 ? count / BATCHES : 1;
  for (long i = 0; i < each; ++i) act(with); /* caches, pools */
  for (int b = 0; b < BATCHES; ++b) {
    uint64_t start = now();
    for (long i = 0; i < each; ++i) act(with);
    batch[b] = (double)(now() - start) / (double)each;
  }
  qsort(batch, BATCHES, sizeof *batch, by_size);
  return batch[BATCHES / 2];
}

static void act_fresh(void *with) {
  (void)with;
  vitrine_session *session = session_new(NULL);
  run_done(session, "1+1");
  vitrine_session_free(session);
}

static void act_live(void *with) { run_done(with, "x+=1"); }

static vitrine_status answer(vitrine_call *call, void *user) {
  (void)user;
  return vitrine_call_return(call, vitrine_int(1));
}

#define CALLS "1000"
static void act_calls(void *with) { run_done(with, "loop(f)"); }
static void act_no_calls(void *with) { run_done(with, "loop(g)"); }

/* The loop's own time and that of a guest function are taken off. */
static double call_time(long count) {
  vitrine_session *session = session_new(NULL);
  must(vitrine_grant_function(session, "f", answer, NULL, NULL) == VITRINE_OK, "grant");
  run_done(session, "def g(x):\n  return 1\n"
                    "def loop(f):\n  for i in range(" CALLS "):\n    f(i)\n");
  double with = timed(act_calls, session, count);
  double without = timed(act_no_calls, session, count);
  vitrine_session_free(session);
  return (with - without) / atof(CALLS);
}

static void act_invoke(void *with) {
  vitrine_result *result = NULL;
  vitrine_value *args = vitrine_list();
  vitrine_value_add(args, vitrine_int(1));
  must(vitrine_invoke(with, "g", args, &result) == VITRINE_OK, "vitrine_invoke");
  must(vitrine_result_ok(result), "g");
  vitrine_result_free(result);
}

static void act_resume(void *with) {
  vitrine_result *result = NULL;
  must(vitrine_call_return(vitrine_pending(with, 0), vitrine_int(1)) == VITRINE_OK, "answer");
  must(vitrine_resume(with, &result) == VITRINE_OK, "vitrine_resume");
  vitrine_result_free(result);
}

static double pending_time(const char *source, unsigned flags, long count) {
  vitrine_session *session = session_new(NULL);
  vitrine_door door = {.size = sizeof door, .name = "f", .flags = flags};
  door.calls = door.bytes = VITRINE_UNLIMITED;
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = limits.cpu_ns = limits.time_ns = limits.host_calls = VITRINE_UNLIMITED;
  must(vitrine_grant_door(session, &door, NULL, NULL) == VITRINE_OK, "grant");
  vitrine_result *result = NULL;
  must(vitrine_start(session, &limits, NULL, source, strlen(source), &result) == VITRINE_OK,
       "start");
  vitrine_result_free(result);
  double each = timed(act_resume, session, count);
  vitrine_session_free(session);
  return each;
}

static double wait_time(long count) { return pending_time("while True: f(1)", 0, count); }

static double await_time(long count) {
  return pending_time("import asyncio\n"
                      "async def main():\n  while True: await f(1)\n"
                      "asyncio.run(main())",
                      VITRINE_DOOR_ASYNC, count);
}

static double invoke_time(long count) {
  vitrine_session *session = session_new(NULL);
  run_done(session, "def g(x):\n  return 1\n");
  double each = timed(act_invoke, session, count);
  vitrine_session_free(session);
  return each;
}

typedef struct {
  vitrine_session *session;
  const vitrine_value *value;
} parcel;

static void act_bytes(void *with) {
  const parcel *p = with;
  vitrine_result *result = NULL;
  vitrine_value *args = vitrine_list();
  vitrine_value_add(args, vitrine_value_copy(p->value));
  must(vitrine_invoke(p->session, "g", args, &result) == VITRINE_OK, "vitrine_invoke");
  must(vitrine_value_type(vitrine_result_value(result)) == VITRINE_TYPE_BYTES, "g");
  vitrine_result_free(result);
}

static double bytes_rate(long size) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  limits.value = VITRINE_UNLIMITED;
  limits.memory = 512u << 20;
  options.limits = &limits;
  char *bytes = malloc((size_t)size);
  must(bytes != NULL, "malloc");
  memset(bytes, 'x', (size_t)size);
  vitrine_session *session = session_new(&options);
  vitrine_value *value = vitrine_bytes(bytes, (size_t)size);
  parcel p = {session, value};
  run_done(session, "def g(x):\n  return x\n");
  double each = timed(act_bytes, &p, BATCHES);
  vitrine_value_free(value);
  vitrine_session_free(session);
  free(bytes);
  return 2 * (double)size / (each / 1e9);
}

/* --- snapshots --- */

typedef struct {
  vitrine_session *session;
  vitrine_snapshot *snapshot;
  char *image;
  size_t length, room;
} frozen;

static int keep_image(void *user, const void *bytes, size_t length) {
  frozen *f = user;
  if (length > f->room - f->length) return 1;
  memcpy(f->image + f->length, bytes, length);
  f->length += length;
  return 0;
}

static void act_fork(void *with) {
  const frozen *f = with;
  vitrine_session *session = NULL;
  must(vitrine_snapshot_fork(f->snapshot, NULL, &session) == VITRINE_OK, "vitrine_snapshot_fork");
  vitrine_session_free(session);
}

static void act_checkpoint(void *with) {
  const frozen *f = with;
  vitrine_snapshot *snapshot = NULL;
  must(vitrine_snapshot_take(f->session, &snapshot) == VITRINE_OK, "vitrine_snapshot_take");
  vitrine_snapshot_free(snapshot);
}

static void act_save(void *with) {
  frozen *f = with;
  f->length = 0;
  must(vitrine_snapshot_save(f->snapshot, NULL, keep_image, f) == VITRINE_OK,
       "vitrine_snapshot_save");
}

static void act_load_saved(void *with) {
  const frozen *f = with;
  vitrine_snapshot *snapshot = NULL;
  must(vitrine_snapshot_load_bytes(NULL, f->image, f->length, &snapshot) == VITRINE_OK,
       "vitrine_snapshot_load_bytes");
  vitrine_snapshot_free(snapshot);
}

/* Of a session that has run a few lines, and goes on from its snapshot. */
static double frozen_time(void (*act)(void *), long count) {
  frozen f = {.session = session_new(NULL), .room = 1 << 20};
  f.image = malloc(f.room);
  must(f.image != NULL, "malloc");
  run_done(f.session, "import json\nx = {'a': [1, 2, 3]}\ndef f(y):\n  return json.dumps(x) + y\n");
  must(vitrine_snapshot_take(f.session, &f.snapshot) == VITRINE_OK, "vitrine_snapshot_take");
  must(vitrine_session_reset_to(f.session, f.snapshot) == VITRINE_OK, "vitrine_session_reset_to");
  act_save(&f);
  double each = timed(act, &f, count);
  vitrine_snapshot_free(f.snapshot);
  vitrine_session_free(f.session);
  free(f.image);
  return each;
}

/* --- threads and processes --- */

#define RATE_NS 500000000u
#define THREADS_MAX 64
static atomic_int go_on;

static void *keep_making(void *arg) {
  long *made = arg;
  while (atomic_load(&go_on)) {
    act_fresh(NULL);
    ++*made;
  }
  return NULL;
}

static double rate_once(long threads) {
  pthread_t thread[THREADS_MAX];
  long made[THREADS_MAX][16] = {{0}}; /* a cache line each, and more */
  atomic_store(&go_on, 1);
  uint64_t start = now();
  for (long i = 0; i < threads; ++i)
    must(pthread_create(&thread[i], NULL, keep_making, made[i]) == 0, "pthread_create");
  while (now() - start < RATE_NS) nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
  atomic_store(&go_on, 0);
  double all = 0;
  for (long i = 0; i < threads; ++i) {
    pthread_join(thread[i], NULL);
    all += (double)made[i][0];
  }
  return all * 1e9 / (double)(now() - start);
}

static double rate(long threads) {
  double best = 0;
  must(threads <= THREADS_MAX, "threads");
  for (int i = 0; i < ATTEMPTS; ++i) {
    double each = rate_once(threads);
    if (each > best) best = each;
  }
  return best;
}

/* From C: for an interpreter that starts programs, that would be most of it. */
static double start_once(char **command) {
  char byte;
  int ends[2], status;
  pid_t child;
  posix_spawn_file_actions_t actions;
  must(pipe(ends) == 0 && posix_spawn_file_actions_init(&actions) == 0, "pipe");
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  uint64_t start = now();
  must(posix_spawnp(&child, command[0], &actions, NULL, command, environ) == 0, command[0]);
  close(ends[1]);
  must(read(ends[0], &byte, 1) == 1, command[0]);
  double spent = (double)(now() - start);
  must(waitpid(child, &status, 0) == child && status == 0, command[0]);
  close(ends[0]);
  posix_spawn_file_actions_destroy(&actions);
  return spent;
}

static double start_time(long count, char **command) {
  double *each = calloc((size_t)count, sizeof *each);
  must(each != NULL, "calloc");
  for (long i = 0; i < count; ++i) each[i] = start_once(command);
  qsort(each, (size_t)count, sizeof *each, by_size);
  double median = each[count / 2];
  free(each);
  return median;
}

/* Everything through dlsym: this program's own copy of the library is warm. */
static double load_time(const char *library) {
  vitrine_session *session = NULL;
  vitrine_result *result = NULL;
  uint64_t start = now();
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    fprintf(stderr, "bench: %s\n", dlerror());
    exit(1);
  }
  vitrine_status (*make)(const vitrine_options *, vitrine_session **);
  vitrine_status (*run)(vitrine_session *, const char *, const char *, size_t, vitrine_result **);
  *(void **)&make = dlsym(handle, "vitrine_session_new");
  *(void **)&run = dlsym(handle, "vitrine_run");
  must(make != NULL && run != NULL && make(NULL, &session) == VITRINE_OK, "vitrine_session_new");
  must(run(session, NULL, "1+1", 3, &result) == VITRINE_OK, "vitrine_run");
  return (double)(now() - start);
}

/* What this process has for itself, page tables among it, in bytes. Pages of the
 * boot image are shared by all sessions and counted once, as the first's. */
static double resident(void) {
  double kilobytes = 0;
  char line[256];
  FILE *file = fopen("/proc/self/status", "r");
  must(file != NULL, "/proc/self/status");
  while (fgets(line, sizeof line, file) != NULL) {
    if (strncmp(line, "RssAnon:", 8) == 0 || strncmp(line, "VmPTE:", 6) == 0) {
      kilobytes += atof(strchr(line, ':') + 1);
    }
  }
  fclose(file);
  return kilobytes * 1024;
}

static void idle(long count) {
  vitrine_session **sessions = calloc((size_t)count, sizeof *sessions);
  must(sessions != NULL, "calloc");
  act_fresh(NULL);
  double before = resident();
  for (long i = 0; i < count; ++i) {
    sessions[i] = session_new(NULL);
    run_done(sessions[i], "x = 1");
  }
  double added = (resident() - before) / (double)count;
  uint64_t start = now();
  for (long i = 0; i < count; ++i) run_done(sessions[i], "x += 1");
  double each = (double)(now() - start) / (double)count;
  for (long i = 0; i < count; ++i) {
    run_done(sessions[i], "assert x == 2");
    vitrine_session_free(sessions[i]);
  }
  free(sessions);
  printf("%.0f %.0f\n", added, each);
}

typedef struct {
  uint64_t begin, end;
} marks;

static void see(void *user, int fd, const char *text, size_t length) {
  marks *seen = user;
  if (fd != 1) return;
  if (memchr(text, MARK_BEGIN, length) != NULL) seen->begin = now();
  if (memchr(text, MARK_END, length) != NULL) {
    seen->end = now();
    const char *rest = memchr(text, MARK_END, length);
    ++rest;
    fwrite(rest, 1, length - (size_t)(rest - text), stdout);
  } else if (seen->end != 0) {
    fwrite(text, 1, length, stdout);
  }
}

static void perf(const char *path) {
  static char source[1 << 20];
  marks seen = {0, 0};
  vitrine_result *result = NULL;
  vitrine_error error;
  FILE *file = fopen(path, "rb");
  must(file != NULL, path);
  size_t length = fread(source, 1, sizeof source, file);
  fclose(file);
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  /* Metered all the same; only, no limit may be met. */
  limits.steps = limits.cpu_ns = limits.time_ns = VITRINE_UNLIMITED;
  options.limits = &limits;
  options.write = see;
  options.user = &seen;
  vitrine_session *session = session_new(&options);
  must(vitrine_run(session, path, source, length, &result) == VITRINE_OK, path);
  memset(&error, 0, sizeof error);
  error.size = sizeof error;
  if (vitrine_result_error(result, &error)) fprintf(stderr, "%s\n", error.traceback);
  must(vitrine_result_ok(result) && seen.end != 0, path);
  printf("\n%llu\n", (unsigned long long)(seen.end - seen.begin));
  vitrine_result_free(result);
  vitrine_session_free(session);
}

#define DEADLINE_NS 200000000u
/* What waits uses no processor time, and does not meet a deadline of that. */
#define PATIENCE_NS 4000000000u

static uint64_t thread_cpu(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* Until vitrine_run() has returned, rolling back and reading the value included. */
static double past_deadline(const char *source, size_t length, int of_cpu, unsigned flags,
                            const char **ending, int *back) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  vitrine_result *result = NULL;
  limits.steps = VITRINE_UNLIMITED;
  limits.cpu_ns = of_cpu ? DEADLINE_NS : VITRINE_UNLIMITED;
  limits.time_ns = of_cpu ? PATIENCE_NS : DEADLINE_NS;
  options.limits = &limits;
  options.flags = flags;
  vitrine_session *session = session_new(&options);
  uint64_t start = of_cpu ? thread_cpu() : now();
  must(vitrine_run(session, NULL, source, length, &result) == VITRINE_OK, "vitrine_run");
  uint64_t spent = (of_cpu ? thread_cpu() : now()) - start;
  vitrine_outcome outcome = vitrine_result_outcome(result);
  *ending = vitrine_outcome_name(outcome);
  *back = vitrine_result_rolled_back(result);
  vitrine_result_free(result);
  vitrine_session_free(session);
  return spent > DEADLINE_NS ? (double)(spent - DEADLINE_NS) : 0;
}

/* Of each program: ns of wall time and of processor time past a deadline, the
 * best of a few attempts; with a roll-back of whatever is stopped, too. */
static void overshoot(const char *path) {
  static char source[2 << 20];
  FILE *file = fopen(path, "rb");
  must(file != NULL, path);
  size_t length = fread(source, 1, sizeof source, file);
  fclose(file);
  for (unsigned flags = 0; flags <= VITRINE_TRANSACTIONAL; flags += VITRINE_TRANSACTIONAL) {
    double best[2] = {HUGE_VAL, HUGE_VAL};
    const char *ending = "";
    int back = 0;
    for (int of_cpu = 0; of_cpu < 2; ++of_cpu) {
      for (int i = 0; i < ATTEMPTS && best[of_cpu] > 1e6; ++i) {
        double past = past_deadline(source, length, of_cpu, flags, &ending, &back);
        if (past < best[of_cpu]) best[of_cpu] = past;
      }
    }
    printf("%.0f %.0f %s %s %s %s\n", best[0], best[1], ending, back ? "back" : "kept",
           flags != 0 ? "transactional" : "plain", path);
    fflush(stdout);
  }
}

static double fresh_time(long count) { return timed(act_fresh, NULL, count); }

static double live_time(long count) {
  vitrine_session *session = session_new(NULL);
  run_done(session, "x=0");
  double each = timed(act_live, session, count);
  vitrine_session_free(session);
  return each;
}

static double fork_time(long count) { return frozen_time(act_fork, count); }
static double checkpoint_time(long count) { return frozen_time(act_checkpoint, count); }
static double save_time(long count) { return frozen_time(act_save, count); }
static double load_saved_time(long count) { return frozen_time(act_load_saved, count); }

static const struct {
  const char *name;
  double (*measure)(long count);
} measures[] = {
    {"fresh", fresh_time},
    {"live", live_time},
    {"call", call_time},
    {"invoke", invoke_time},
    {"wait", wait_time},
    {"await", await_time},
    {"bytes", bytes_rate},
    {"fork", fork_time},
    {"checkpoint", checkpoint_time},
    {"save", save_time},
    {"load_saved", load_saved_time},
    {"rate", rate},
};

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  long count = argc > 2 ? atol(argv[2]) : 0;
  for (size_t i = 0; i < sizeof measures / sizeof measures[0]; ++i) {
    if (strcmp(what, measures[i].name) != 0 || count <= 0) continue;
    printf("%.0f\n", measures[i].measure(count));
    return 0;
  }
  if (strcmp(what, "start") == 0 && count > 0 && argc > 3) {
    printf("%.0f\n", start_time(count, argv + 3));
  } else if (strcmp(what, "load") == 0 && argc > 2) {
    printf("%.0f\n", load_time(argv[2]));
  } else if (strcmp(what, "idle") == 0 && count > 0) {
    idle(count);
  } else if (strcmp(what, "perf") == 0 && argc > 2) {
    perf(argv[2]);
  } else if (strcmp(what, "overshoot") == 0 && argc > 2) {
    for (int i = 2; i < argc; ++i) overshoot(argv[i]);
  } else {
    fprintf(stderr, "bench: %s: the head of bench.c says what there is\n", what);
    return 2;
  }
  return 0;
}
