/* test_snapshot.c - snapshots: taken, forked, gone back to; what forks share, and what
 * they must not. */
#if !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "fiber.h"
#include "process.h"
#include "session.h"
#include "several.h"

#if !defined(VT_PORTABLE)
#include <sys/resource.h>
#endif

/* --- forks --- */

static void a_fork_goes_on_where_the_snapshot_was(void) {
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "import json\nx = [1]\ndef f(): return len(x)"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  CHECK_EQUAL(run(session, "x.append(2)"), VITRINE_DONE);
  vitrine_session *one = fork_of(snapshot), *two = fork_of(snapshot);
  vitrine_snapshot_free(snapshot);
  CHECK_EQUAL(run(one, "x += [2, 3]"), VITRINE_DONE);
  check_repr(session, "f()", "2");
  check_repr(one, "f()", "3");
  vitrine_session_free(session);
  check_repr(two, "f(), json.dumps(x)", "(1, '[1]')");
  vitrine_session_free(one);
  vitrine_session_free(two);
}

static void forks_take_the_same_steps(void) {
  static const char source[] = "z = sorted(str(i) for i in range(500))\nlen(z)";
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "y = [str(i) for i in range(5000)]\ny = y[:10]"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  uint64_t steps = steps_of(session, source);
  for (int i = 0; i < 5; i++) {
    vitrine_session *fork = fork_of(snapshot);
    CHECK_EQUAL(steps_of(fork, source), steps);
    vitrine_session_free(fork);
  }
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
}

/* The guest's own clock never goes back, and two forks do not share it. */
static void the_guests_clock_goes_on(void) {
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "import time\ntime.sleep(0.02)\nt = time.monotonic()"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  for (int i = 0; i < 2; i++) {
    vitrine_session *fork = fork_of(snapshot);
    check_repr(fork, "t >= 0.02 and t <= time.monotonic() < t + 0.02", "True");
    check_repr(fork, "time.sleep(0.03)\nt + 0.03 <= time.monotonic()", "True");
    CHECK_EQUAL(vitrine_session_reset(fork), VITRINE_OK);
    check_repr(fork, "t <= time.monotonic() < t + 0.02", "True");
    vitrine_session_free(fork);
  }
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

static void limits_are_the_forks_own(void) {
  vitrine_session *session = open_with(32 << 20, 0), *fork = NULL;
  CHECK_EQUAL(run(session, "hold = bytearray(6000000)\nhold[5000000] = 7"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  options.limits = &limits;
  limits.memory = 4 << 20;
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, &options, &fork), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "limits.memory is 4194304: the guest needs");
  CHECK(fork == NULL);
  vitrine_session *small = open_with(4 << 20, 0);
  CHECK_EQUAL(run(small, "small = 1"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_session_reset_to(small, snapshot), VITRINE_ERR_MISUSE);
  check_repr(small, "small", "1");
  vitrine_session_free(small);
  limits.memory = 20 << 20;
  limits.depth = 44;
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, &options, &fork), VITRINE_OK);
  check_repr(fork, "hold[5000000]", "7");
  CHECK_EQUAL(run(fork, "more = bytearray(16000000)"), VITRINE_OUT_OF_MEMORY);
  CHECK_EQUAL(vitrine_session_limits(fork, &limits), VITRINE_OK);
  CHECK_EQUAL(limits.depth, 44);
  limits.memory = 2 << 20;
  CHECK_EQUAL(vitrine_session_limit(fork, &limits), VITRINE_ERR_MISUSE);
  vitrine_session_free(fork);
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
}

static void roll_back_works_in_a_fork(void) {
  vitrine_session *session = open_with(0, 0), *fork = NULL;
  CHECK_EQUAL(run(session, "x = list(range(3000))"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  vitrine_options options = vitrine_options_default();
  options.flags = VITRINE_TRANSACTIONAL;
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, &options, &fork), VITRINE_OK);
  CHECK_EQUAL(run(fork, "x[:] = [0] * 90000\ny = 1\n1/0"), VITRINE_RAISED);
  check_repr(fork, "len(x), sum(x), 'y' in globals()", "(3000, 4498500, False)");
  CHECK_EQUAL(run(fork, "x.append(1)"), VITRINE_DONE);
  CHECK_EQUAL(run(fork, "x.append(2)\nraise ValueError"), VITRINE_RAISED);
  check_repr(fork, "len(x)", "3001");
  CHECK_EQUAL(vitrine_session_reset(fork), VITRINE_OK);
  check_repr(fork, "len(x)", "3000");
  vitrine_session_free(fork);
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
}

static void reset_to_any_snapshot(void) {
  vitrine_session *session = open_with(0, 0), *other = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = 1"), VITRINE_DONE);
  vitrine_snapshot *one = take(session);
  CHECK_EQUAL(run(session, "x = bytes(1000000)"), VITRINE_DONE);
  vitrine_snapshot *large = take(session);
  CHECK_EQUAL(run(session, "x = 3"), VITRINE_DONE);
  static const char *const argv[] = {"prog"};
  CHECK_EQUAL(vitrine_session_argv(other, 1, argv), VITRINE_OK);
  for (int i = 0; i < 3; i++) {
    CHECK_EQUAL(vitrine_session_reset_to(session, one), VITRINE_OK);
    check_repr(session, "x", "1");
    CHECK_EQUAL(vitrine_session_reset_to(session, large), VITRINE_OK);
    check_repr(session, "len(x)", "1000000");
    CHECK_EQUAL(run(session, "x = 9"), VITRINE_DONE);
    CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
    check_repr(session, "len(x)", "1000000");
    CHECK_EQUAL(vitrine_session_reset_to(other, one), VITRINE_OK);
    check_repr(other, "import sys\nx, sys.argv", "(1, ['prog'])");
  }
  CHECK_EQUAL(vitrine_session_reset_to(session, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_reset_to(NULL, one), VITRINE_ERR_MISUSE);
  vitrine_snapshot_free(one);
  vitrine_snapshot_free(large);
  vitrine_session_free(session);
  vitrine_session_free(other);
}

/* --- grants --- */

static vitrine_status answer(vitrine_call *call, void *user) {
  return vitrine_call_return(call, vitrine_int(*(int *)user));
}

static void grants_stay_behind(void) {
  int one = 1, two = 2;
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(vitrine_grant_function(session, "fetch", answer, &one, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "db.query", answer, &one, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_clock(session, 0), VITRINE_OK);
  CHECK_EQUAL(run(session, "import db, time\nkept = fetch, db.query"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  vitrine_session *fork = fork_of(snapshot);
  check_repr(fork, "fetch()", "fetch() is not granted to this session by the host");
  check_repr(fork, "kept[1]()", "db.query() is not granted to this session by the host");
  check_repr(fork, "try: db.query()\nexcept PermissionError: print(1)\n5", "5");
  check_repr(fork, "time.time()", "the clock is not granted (grant: clock)");
  CHECK_EQUAL(vitrine_grant_function(fork, "db.query", answer, &two, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(fork, "db.more", answer, &two, NULL), VITRINE_OK);
  check_repr(fork, "db.query(), kept[1](), db.more()", "(2, 2, 2)");
  check_repr(fork, "kept[0]()", "fetch() is not granted to this session by the host");
  CHECK_EQUAL(vitrine_session_reset_to(fork, snapshot), VITRINE_OK);
  check_repr(fork, "import db as d\ndb.query(), d.more()", "(2, 2)");
  check_repr(session, "fetch(), db.query()", "(1, 1)");
  vitrine_session_free(fork);
  /* A name may come back as something else. */
  fork = fork_of(snapshot);
  CHECK_EQUAL(vitrine_grant_function(fork, "db", answer, &two, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(fork, "fetch.it", answer, &two, NULL), VITRINE_OK);
  check_repr(fork, "del db\nimport fetch\ndb(), fetch.it()", "(2, 2)");
  vitrine_session_free(fork);
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
}

typedef struct {
  vitrine_session *session;
  vitrine_snapshot *snapshot;
} inside;

static vitrine_status use_while_running(vitrine_call *call, void *user) {
  (void)call;
  inside *in = user;
  vitrine_snapshot *snapshot = NULL;
  CHECK_EQUAL(vitrine_snapshot_take(in->session, &snapshot), VITRINE_ERR_MISUSE);
  CHECK(snapshot == NULL);
  CHECK_CONTAINS(vitrine_last_error(), "running");
  CHECK_EQUAL(vitrine_session_reset_to(in->session, in->snapshot), VITRINE_ERR_MISUSE);
  vitrine_session *fork = fork_of(in->snapshot); /* of another moment: why not */
  check_repr(fork, "x", "1");
  vitrine_session_free(fork);
  return VITRINE_OK;
}

static void a_running_session_is_refused(void) {
  inside in = {open_with(0, 0), NULL};
  CHECK_EQUAL(vitrine_grant_function(in.session, "f", use_while_running, &in, NULL), VITRINE_OK);
  CHECK_EQUAL(run(in.session, "x = 1"), VITRINE_DONE);
  in.snapshot = take(in.session);
  CHECK_EQUAL(run(in.session, "f()\nx = 2"), VITRINE_DONE);
  check_repr(in.session, "x", "2");
  vitrine_session_free(in.session);
  vitrine_snapshot_free(in.snapshot);
}

/* --- what must not be shared --- */

static ptrdiff_t read_text(void *user, char *buffer, size_t size) {
  const char **text = user;
  size_t n = strlen(*text) < size ? strlen(*text) : size;
  memcpy(buffer, *text, n);
  *text += n;
  return (ptrdiff_t)n;
}

static void input_read_ahead_stays_behind(void) {
  const char *first = "one\nsecret\n", *second = "two\n";
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(vitrine_grant_input(session, read_text, &first), VITRINE_OK);
  check_repr(session, "input()", "'one'");
  vitrine_snapshot *snapshot = take(session);
  vitrine_session *fork = fork_of(snapshot);
  CHECK_EQUAL(vitrine_grant_input(fork, read_text, &second), VITRINE_OK);
  check_repr(fork, "input()", "'two'");
  check_repr(session, "input()", "'secret'");
  vitrine_session_free(fork);
  fork = fork_of(snapshot);
  check_repr(fork, "input()", "standard input is not granted (grant: input)");
  vitrine_session_free(fork);
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
}

/* What chance gave is drawn anew in each fork; a seed of the guest's own goes on. */
static void chance_is_each_forks_own(void) {
#if !defined(VT_PORTABLE)
  static const char draw[] = "print(random.getrandbits(60), g.getrandbits(60))";
  char first[3][100], second[3][100];
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(vitrine_grant_random(session), VITRINE_OK);
  CHECK_EQUAL(run(session, "import random\ng = random.Random(1)\nrandom.random(), g.random()"),
              VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  for (int i = 0; i < 3; i++) {
    vitrine_result *result = NULL;
    vitrine_session *fork = i == 0 ? session : fork_of(snapshot);
    if (i != 0) CHECK_EQUAL(vitrine_grant_random(fork), VITRINE_OK);
    CHECK_EQUAL(vitrine_run(fork, NULL, draw, sizeof draw - 1, &result), VITRINE_OK);
    CHECK_EQUAL(sscanf(vitrine_result_output(result, 1, NULL), "%99s %99s", first[i], second[i]),
                2);
    vitrine_result_free(result);
    vitrine_session_free(fork);
  }
  CHECK(strcmp(first[0], first[1]) != 0 && strcmp(first[1], first[2]) != 0 &&
        strcmp(first[0], first[2]) != 0);
  CHECK_TEXT(second[1], second[0]);
  CHECK_TEXT(second[2], second[0]);
  vitrine_snapshot_free(snapshot);
#endif
}

/* Whether the word lies anywhere in all the memory that the guest could have. */
static bool holds(vitrine_session *session, const char *word) {
  const uint8_t *at = vt_memory(&session->cell->cage), *end = at + (8u << 20);
  size_t length = strlen(word);
  while ((at = memchr(at, word[0], (size_t)(end - at))) != NULL && (size_t)(end - at) >= length)
    if (memcmp(at++, word, length) == 0) return true;
  return false;
}

/* A guest that fills its memory with a secret, and what comes after it in the same
 * cells: fresh sessions, and forks of a snapshot from before. */
static void a_secret_ends_with_its_session(void) {
  static const char secret[] = "s = b'hunter2!' * 8\n"
                               "hold = []\n"
                               "try:\n"
                               "  while True: hold.append(bytearray(s * 900))\n"
                               "except MemoryError: pass\n"
                               "try:\n"
                               "  while True: hold.append(bytearray(s))\n"
                               "except MemoryError: pass\n"
                               "hold = None";
  vitrine_session *session = open_with(8 << 20, 0);
  CHECK_EQUAL(run(session, "x = 1"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  vitrine_session_free(session);
  for (int i = 0; i < 8; i++) {
    session = i % 2 ? fork_of(snapshot) : open_with(8 << 20, 0);
    if (i == 0) CHECK(!holds(session, "hunter2!"));
    if (i < 4) CHECK_EQUAL(run(session, i < 2 ? secret : "s = b'hunter2!' * 20000"), VITRINE_DONE);
    else CHECK_EQUAL(run(session, "hold = [b'hunter2!' * 9 for i in range(20)]"), VITRINE_DONE);
    CHECK(holds(session, "hunter2!"));
    vitrine_session_free(session);
    session = i % 4 < 2 ? fork_of(snapshot) : open_with(8 << 20, 0);
    CHECK(!holds(session, "hunter2!"));
    vitrine_session_free(session);
  }
  vitrine_snapshot_free(snapshot);
}

#if !defined(VT_PORTABLE)
/* --- what forks share --- */

/* 5 MiB of data, read by each: what a fork adds is what it writes, page tables and
 * all, and a handful of mappings. Shared pages count as often as they are mapped in
 * RssShmem, so what is shared is left out, and the snapshot itself is counted. */
static void a_thousand_forks_share_their_data(void) {
  enum { FORKS = 1000 };
  static vitrine_session *forks[FORKS];
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "import random\nx = [random.getrandbits(30) for i in range(70000)]\n"
                           "b = bytes(range(256)) * 18000"),
              VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  int count = FORKS;
#if defined(VT_FIBER_ASAN) || defined(VT_FIBER_TSAN)
  count = 50;
#elif defined(VT_FIBER_VALGRIND)
  if (RUNNING_ON_VALGRIND != 0) count = 10;
#endif
  long own = status_kib("RssAnon:") + status_kib("VmPTE:"), maps = mappings();
  for (int i = 0; i < count; i++) {
    forks[i] = fork_of(snapshot);
    check_repr(forks[i], "sum(b[i] for i in range(255, len(b), 4096)), len(x)", "(286875, 70000)");
  }
  if (count == FORKS) {
    double kib = (double)(status_kib("RssAnon:") + status_kib("VmPTE:") - own) / count;
    printf("# %.1f KiB and %.2f mappings for each fork\n", kib,
           (double)(mappings() - maps) / count);
    CHECK(kib < 160);
    CHECK((mappings() - maps) / count <= 5);
  }
  for (int i = 0; i < count; i++) {
    CHECK_EQUAL(run(forks[i], "x[5] = None"), VITRINE_DONE);
    vitrine_session_free(forks[i]);
  }
  check_repr(session, "x[5] is None", "False");
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
}

/* Snapshots hold a descriptor each; without one they hold their bytes instead. */
static void without_descriptors_all_goes_on(void) {
  struct rlimit limit, none;
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = list(range(1000))"), VITRINE_DONE);
  CHECK_EQUAL(getrlimit(RLIMIT_NOFILE, &limit), 0);
  none = limit;
  none.rlim_cur = 3;
  setrlimit(RLIMIT_NOFILE, &none);
  vitrine_snapshot *snapshot = take(session);
  setrlimit(RLIMIT_NOFILE, &limit);
  for (int i = 0; i < 3; i++) {
    vitrine_session *fork = fork_of(snapshot);
    check_repr(fork, "sum(x)", "499500");
    CHECK_EQUAL(run(fork, "x.clear()"), VITRINE_DONE);
    vitrine_session_free(fork);
  }
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

/* Each session reserves 1.1 GiB of it. */
static void address_space_ends(void) {
#if !defined(VT_FIBER_ASAN) && !defined(VT_FIBER_TSAN)
  enum { MOST = 100 };
  static vitrine_session *forks[MOST];
  struct rlimit limit, small;
  int made = 0;
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = [1, 2]"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session), *again = NULL;
  CHECK_EQUAL(getrlimit(RLIMIT_AS, &limit), 0);
  small = limit;
  small.rlim_cur = ((rlim_t)status_kib("VmSize:") << 10) + ((rlim_t)20 << 30);
  setrlimit(RLIMIT_AS, &small);
  while (made < MOST && vitrine_snapshot_fork(snapshot, NULL, &forks[made]) == VITRINE_OK) made++;
  CHECK(made > 5 && made < MOST);
  CHECK(made == MOST || forks[made] == NULL);
  CHECK_CONTAINS(vitrine_last_error(), "ulimit -v");
  CHECK_EQUAL(vitrine_session_reset_to(session, snapshot), VITRINE_ERR_NOMEM);
  check_repr(session, "x", "[1, 2]");
  vitrine_session_free(forks[--made]);
  CHECK_EQUAL(vitrine_session_reset_to(session, snapshot), VITRINE_OK);
  CHECK_EQUAL(run(session, "x.append(3)"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_snapshot_take(session, &again), VITRINE_OK);
  while (made > 0) {
    check_repr(forks[--made], "x", "[1, 2]");
    vitrine_session_free(forks[made]);
  }
  setrlimit(RLIMIT_AS, &limit);
  vitrine_session *fork = fork_of(again);
  check_repr(fork, "x", "[1, 2, 3]");
  vitrine_session_free(fork);
  vitrine_session_free(session);
  vitrine_snapshot_free(snapshot);
  vitrine_snapshot_free(again);
#endif
}
#endif

int main(void) {
  RUN(a_fork_goes_on_where_the_snapshot_was);
  RUN(forks_take_the_same_steps);
  RUN(the_guests_clock_goes_on);
  RUN(limits_are_the_forks_own);
  RUN(roll_back_works_in_a_fork);
  RUN(reset_to_any_snapshot);
  RUN(grants_stay_behind);
  RUN(a_running_session_is_refused);
  RUN(input_read_ahead_stays_behind);
  RUN(chance_is_each_forks_own);
  RUN(a_secret_ends_with_its_session);
#if !defined(VT_PORTABLE)
  RUN(a_thousand_forks_share_their_data);
  RUN(without_descriptors_all_goes_on);
  RUN(address_space_ends);
#endif
  return tap_end();
}
