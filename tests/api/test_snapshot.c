/* test_snapshot.c - snapshots: taken, forked, gone back to, saved and loaded; what
 * they share, what they must not, and images that somebody else has written. */
#if !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "check.h"
#include "fiber.h"
#include "session.h"
#include "sha256.h"
#include "vitrine.h"

#if !defined(VT_PORTABLE)
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

static vitrine_session *open_with(uint64_t memory, unsigned flags) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  vitrine_session *session = NULL;
  limits.memory = memory;
  options.limits = &limits;
  options.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  return session;
}

static vitrine_outcome run(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  CHECK_EQUAL(vitrine_run(session, "test.py", source, strlen(source), &result), VITRINE_OK);
  vitrine_outcome outcome = vitrine_result_outcome(result);
  if (outcome == VITRINE_RAISED && vitrine_result_error(result, &error))
    printf("# %s: %s\n", error.type, error.message);
  vitrine_result_free(result);
  return outcome;
}

static void check_repr(vitrine_session *session, const char *source, const char *repr) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  const char *found = vitrine_result_repr(result);
  if (found == NULL && vitrine_result_error(result, &error)) found = error.message;
  CHECK_TEXT(found, repr);
  vitrine_result_free(result);
}

static uint64_t steps_of(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  vitrine_spent spent = vitrine_spent_empty();
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  vitrine_result_spent(result, &spent);
  vitrine_result_free(result);
  return spent.steps;
}

static vitrine_snapshot *take(vitrine_session *session) {
  vitrine_snapshot *snapshot = NULL;
  CHECK_EQUAL(vitrine_snapshot_take(session, &snapshot), VITRINE_OK);
  return snapshot;
}

static vitrine_session *fork_of(const vitrine_snapshot *snapshot) {
  vitrine_session *session = NULL;
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, NULL, &session), VITRINE_OK);
  return session;
}

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

/* --- saved and loaded --- */

static char *image; /* the one that was saved last */
static size_t image_length, image_room;

static int keep(void *user, const void *bytes, size_t length) {
  (void)user;
  if (image_length + length > image_room) {
    image_room = (image_length + length) * 2;
    image = realloc(image, image_room);
    if (image == NULL) abort();
  }
  memcpy(image + image_length, bytes, length);
  image_length += length;
  return 0;
}

static const char key[] = "0123456789abcdef0123456789abcdef";

static vitrine_image_options with_key(const char *of, size_t length) {
  vitrine_image_options options = vitrine_image_options_default();
  options.key = of;
  options.key_length = length;
  return options;
}

static void save(const vitrine_snapshot *snapshot, const vitrine_image_options *options) {
  image_length = 0;
  CHECK_EQUAL(vitrine_snapshot_save(snapshot, options, keep, NULL), VITRINE_OK);
}

static vitrine_status load(const vitrine_image_options *options, vitrine_snapshot **out) {
  return vitrine_snapshot_load_bytes(options, image, image_length, out);
}

static void check_refused(const vitrine_image_options *options, vitrine_status status,
                          const char *text) {
  vitrine_snapshot *snapshot = NULL;
  CHECK_EQUAL(load(options, &snapshot), status);
  CHECK_CONTAINS(vitrine_last_error(), text);
  CHECK(snapshot == NULL);
  vitrine_snapshot_free(snapshot);
}

/* Of a session in which `source` was run; what it comes back as. */
static vitrine_snapshot *there_and_back(const char *source, const vitrine_image_options *options) {
  vitrine_session *session = open_with(0, 0);
  vitrine_snapshot *back = NULL;
  CHECK_EQUAL(run(session, source), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  save(snapshot, options);
  CHECK_EQUAL(load(options, &back), VITRINE_OK);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
  return back;
}

static void what_is_saved_comes_back(void) {
  static const char source[] = "import json, time\nclass C:\n  def f(self): return json.dumps(x)\n"
                               "x = {'k': [1, 2.5, None, 10 ** 40]}\nc = C()\n"
                               "time.sleep(0.5)\nt = time.monotonic()";
  vitrine_image_options keyed = with_key(key, 32);
  for (int i = 0; i < 2; i++) {
    vitrine_snapshot *back = there_and_back(source, i != 0 ? &keyed : NULL);
    vitrine_session *fork = fork_of(back);
    check_repr(fork, "c.f()",
               "'{\"k\": [1, 2.5, null, 10000000000000000000000000000000000000000]}'");
    check_repr(fork, "t < time.monotonic() < t + 0.1", "True");
    CHECK_EQUAL(run(fork, "y = 1"), VITRINE_DONE);
    /* And again, from a fork. */
    vitrine_snapshot *again = take(fork);
    save(again, NULL);
    vitrine_snapshot_free(again);
    CHECK_EQUAL(load(NULL, &again), VITRINE_OK);
    vitrine_session *last = fork_of(again);
    check_repr(last, "y, x['k'][:2], type(c).__name__", "(1, [1, 2.5], 'C')");
    vitrine_session_free(last);
    vitrine_session_free(fork);
    vitrine_snapshot_free(again);
    vitrine_snapshot_free(back);
  }
}

/* Byte by byte the same memory, however it was come by. */
static void nothing_is_lost_on_the_way(void) {
  static const char *const sources[] = {
      "x = 1", "x = [bytes(range(256)) * 40 for i in range(200)]\nx = x[::2]",
      "x = bytearray(4000000)\nx[3999999] = 1\nx[1 << 20] = 2",
      "def f(n): return [n, f(n + 1)] if n < 200 else [n]\nx = [f(i) for i in range(30)]"};
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    vitrine_session *session = open_with(0, 0);
    for (int again = 0; again < 3; again++) CHECK_EQUAL(run(session, sources[i]), VITRINE_DONE);
    vitrine_snapshot *snapshot = take(session), *back = NULL;
    save(snapshot, NULL);
    CHECK_EQUAL(load(NULL, &back), VITRINE_OK);
    vitrine_session *one = fork_of(snapshot), *two = fork_of(back);
    size_t size = session->cell->cage.memory_size;
    CHECK_EQUAL(two->cell->cage.memory_size, size);
    CHECK(memcmp(vt_memory(&session->cell->cage), vt_memory(&one->cell->cage), size) == 0);
    CHECK(memcmp(vt_memory(&session->cell->cage), vt_memory(&two->cell->cage), size) == 0);
    CHECK_EQUAL(steps_of(one, "len(x if x != 1 else '')"),
                steps_of(two, "len(x if x != 1 else '')"));
    vitrine_session_free(one);
    vitrine_session_free(two);
    vitrine_session_free(session);
    vitrine_snapshot_free(snapshot);
    vitrine_snapshot_free(back);
  }
}

static void only_what_differs_is_saved(void) {
  vitrine_session *session = open_with(0, 0);
  vitrine_snapshot *snapshot = take(session);
  save(snapshot, NULL);
  CHECK(image_length < 400);
  vitrine_snapshot_free(snapshot);
  CHECK_EQUAL(run(session, "x = 1"), VITRINE_DONE);
  snapshot = take(session);
  save(snapshot, NULL);
  CHECK(image_length < 8192);
  vitrine_snapshot_free(snapshot);
  CHECK_EQUAL(run(session, "x = bytearray(5000000)"), VITRINE_DONE);
  snapshot = take(session);
  save(snapshot, NULL);
  CHECK(image_length < 131072); /* zeros are not, the heap's table of blocks is */
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

static void each_mistake_has_its_words(void) {
  vitrine_image_options keyed = with_key(key, 32),
                        other = with_key("another key, of 16 and more", 27);
  vitrine_snapshot *back = there_and_back("x = 1", NULL);
  vitrine_snapshot_free(back);
  check_refused(&keyed, VITRINE_ERR_KEY, "saved without a key");
  image[8] = 2;
  check_refused(NULL, VITRINE_ERR_IMAGE, "format 2");
  image[8] = 1;
  image[12] = 6;
  check_refused(NULL, VITRINE_ERR_IMAGE, "format");
  image[12] = 0;
  image[20] ^= 1;
  check_refused(NULL, VITRINE_ERR_IMAGE, "another build of the guest");
  image[20] ^= 1;
  image[100] ^= 1;
  check_refused(NULL, VITRINE_ERR_IMAGE, "another build of the guest");
  image[100] ^= 1;
  image[image_length - 40] ^= 1;
  check_refused(NULL, VITRINE_ERR_IMAGE, "damaged");
  image[image_length - 40] ^= 1;
  image[0] = 'x';
  check_refused(NULL, VITRINE_ERR_IMAGE, "no saved snapshot");
  image[0] = (char)0x89;
  image_length = 100;
  check_refused(NULL, VITRINE_ERR_IMAGE, "cut off after 100 bytes");
  image_length = 0;
  check_refused(NULL, VITRINE_ERR_IMAGE, "cut off after 0 bytes");
  back = there_and_back("x = 1", &keyed);
  vitrine_snapshot_free(back);
  check_refused(NULL, VITRINE_ERR_KEY, "saved with a key");
  check_refused(&other, VITRINE_ERR_KEY, "not saved with this key");
  keep(NULL, "x", 1);
  check_refused(&keyed, VITRINE_ERR_IMAGE, "damaged");
  other = with_key("short", 5);
  check_refused(&other, VITRINE_ERR_MISUSE, "5 bytes");
  other = with_key(NULL, 5);
  check_refused(&other, VITRINE_ERR_MISUSE, "key is NULL");
  other.size = 3;
  check_refused(&other, VITRINE_ERR_MISUSE, "vitrine_image_options_default()");
  back = there_and_back("x = bytearray(3000000)", NULL);
  vitrine_snapshot_free(back);
  other = vitrine_image_options_default();
  other.memory = 2 << 20;
  check_refused(&other, VITRINE_ERR_TOOBIG, "raise it");
  CHECK_EQUAL(vitrine_snapshot_load(NULL, NULL, NULL, &back), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_snapshot_save(NULL, NULL, keep, NULL), VITRINE_ERR_MISUSE);
}

static void no_byte_can_change_unseen(void) {
  vitrine_image_options keyed = with_key(key, 32);
  vitrine_snapshot_free(there_and_back("x = 1", &keyed));
  size_t length = image_length, step = image_length > 4000 ? 7 : 1;
  for (size_t i = 0; i < length; i += step) {
    vitrine_snapshot *snapshot = NULL;
    image[i] ^= 0x10;
    vitrine_status status = load(&keyed, &snapshot);
    CHECK(status == VITRINE_ERR_IMAGE || status == VITRINE_ERR_KEY || status == VITRINE_ERR_TOOBIG);
    image[i] ^= 0x10;
    image_length = i;
    CHECK_EQUAL(load(&keyed, &snapshot), VITRINE_ERR_IMAGE);
    image_length = length;
    CHECK(snapshot == NULL);
  }
}

static int refuse(void *user, const void *bytes, size_t length) {
  (void)bytes;
  (void)length;
  return ++*(int *)user > 2;
}

static ptrdiff_t lie(void *user, char *buffer, size_t size) {
  (void)buffer;
  return *(int *)user != 0 ? (ptrdiff_t)size + 1 : -1;
}

static void callbacks_may_fail(void) {
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = bytes(range(256)) * 200"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session), *back = NULL;
  int n = 0;
  CHECK_EQUAL(vitrine_snapshot_save(snapshot, NULL, refuse, &n), VITRINE_ERR_SYSTEM);
  CHECK_EQUAL(n, 3); /* once it has failed it is left alone */
  n = 0;
  CHECK_EQUAL(vitrine_snapshot_load(NULL, lie, &n, &back), VITRINE_ERR_SYSTEM);
  n = 1;
  CHECK_EQUAL(vitrine_snapshot_load(NULL, lie, &n, &back), VITRINE_ERR_MISUSE);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

#if !defined(VT_PORTABLE)
static char folder[] = "/tmp/vitrine-snapshot-XXXXXX";

static long entries(void) {
  char path[100], command[160];
  snprintf(path, sizeof path, "%s", folder);
  snprintf(command, sizeof command, "exit $(ls -A %s | wc -l)", path);
  int status = system(command);
  return WEXITSTATUS(status);
}

static void files(void) {
  char path[100], link[100], said[200];
  vitrine_snapshot *back = NULL;
  struct stat now;
  CHECK(mkdtemp(folder) != NULL);
  snprintf(path, sizeof path, "%s/saved", folder);
  snprintf(link, sizeof link, "%s/link", folder);
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = bytes(range(256)) * 999"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, path), VITRINE_OK);
  CHECK(stat(path, &now) == 0 && (now.st_mode & 07777) == 0600);
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, path, &back), VITRINE_OK);
  vitrine_session *fork = fork_of(back);
  check_repr(fork, "len(x), x[511]", "(255744, 255)");
  vitrine_session_free(fork);
  vitrine_snapshot_free(back);
  /* A link stays one. */
  CHECK_EQUAL(symlink("saved", link), 0);
  CHECK_EQUAL(run(session, "x = 5"), VITRINE_DONE);
  vitrine_snapshot_free(snapshot);
  snapshot = take(session);
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, link), VITRINE_OK);
  CHECK(lstat(link, &now) == 0 && S_ISLNK(now.st_mode));
  CHECK_EQUAL(entries(), 2);
  /* No room: the old file stays, and nothing else. */
  struct rlimit limit, small;
  CHECK_EQUAL(getrlimit(RLIMIT_FSIZE, &limit), 0);
  small = limit;
  small.rlim_cur = 600;
  setrlimit(RLIMIT_FSIZE, &small);
  vitrine_status status = vitrine_snapshot_save_file(snapshot, NULL, path);
  setrlimit(RLIMIT_FSIZE, &limit);
  CHECK_EQUAL(status, VITRINE_ERR_SYSTEM);
  snprintf(said, sizeof said, "%s: File too large", path);
  CHECK_TEXT(vitrine_last_error(), said);
  CHECK_EQUAL(entries(), 2);
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, path, &back), VITRINE_OK);
  fork = fork_of(back);
  check_repr(fork, "x", "5");
  vitrine_session_free(fork);
  vitrine_snapshot_free(back);
  /* What is no file, or not there. */
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, "/dev/null"), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "/dev/null: not a regular file");
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, "/nowhere/x"), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "/nowhere/x: No such file or directory");
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, "/nowhere/x", &back), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "/nowhere/x: No such file or directory");
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, folder, &back), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "Is a directory");
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, "/dev/null", &back), VITRINE_ERR_IMAGE);
  CHECK_CONTAINS(vitrine_last_error(), "/dev/null: the image is cut off after 0 bytes");
  unlink(path);
  unlink(link);
  CHECK_EQUAL(rmdir(folder), 0);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

/* --- what forks share --- */

static long status_kib(const char *name) {
  FILE *file = fopen("/proc/self/status", "r");
  char line[256];
  long kib = 0;
  while (file != NULL && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, name, strlen(name)) == 0) kib = strtol(line + strlen(name), NULL, 10);
  if (file != NULL) fclose(file);
  return kib;
}

static long mappings(void) {
  FILE *file = fopen("/proc/self/maps", "r");
  long count = 0;
  for (int c; file != NULL && (c = fgetc(file)) != EOF;) count += c == '\n';
  if (file != NULL) fclose(file);
  return count;
}

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

/* --- images that a hostile hand has written: whole, and without a key --- */

typedef struct {
  uint32_t address, length;
} piece;

static void put_piece(uint32_t address, uint32_t length) {
  piece p = {address, length};
  static uint8_t bytes[4096];
  memset(bytes, 0xee, sizeof bytes);
  keep(NULL, &p, sizeof p);
  if (p.length <= sizeof bytes) keep(NULL, bytes, p.length);
}

/* The header of a good image, with `memory` bytes; the pieces follow. */
static void forge(uint32_t memory) {
  vitrine_snapshot_free(there_and_back("x = 1", NULL));
  memcpy(image + 152, &memory, sizeof memory);
  image_length = 160;
}

static void seal(void) {
  vt_sha256 sha;
  uint8_t digest[VT_SHA256_SIZE];
  put_piece(0, 0);
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, image, image_length);
  vt_sha256_end(&sha, digest);
  keep(NULL, digest, sizeof digest);
}

static void hostile_numbers_are_refused(void) {
  uint32_t boot = 0, top = vt_guest.sp;
  vitrine_session *session = open_with(0, 0);
  boot = session->cell->cage.memory_size;
  vitrine_session_free(session);
  const uint32_t sizes[] = {0, boot - 65536, boot + 1, 0xffff0000, (1u << 30) + 65536, 4096};
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    forge(sizes[i]);
    seal();
    check_refused(NULL, VITRINE_ERR_IMAGE, "damaged");
  }
  const piece bad[][2] = {
      {{0, 8}},                            /* the shadow stack                      */
      {{top - 8, 8}},                      /* its top                               */
      {{top - 8, 16}},                     /* across its top                        */
      {{boot, 8}},                         /* beyond memory                         */
      {{boot - 8, 16}},                    /* across its end                        */
      {{boot - 8, 0xffffffff}},            /* length wraps                          */
      {{0xfffffff8, 16}},                  /* address wraps                         */
      {{top, 0}},                          /* nothing                               */
      {{top + 64, 8}, {top, 8}},           /* backwards                             */
      {{top + 64, 8}, {top + 64, 8}},      /* twice                                 */
      {{top + 64, 16}, {top + 72, 16}},    /* overlapping                           */
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    forge(boot);
    for (int k = 0; k < 2 && (k == 0 || bad[i][k].address != 0); k++)
      put_piece(bad[i][k].address, bad[i][k].length);
    seal();
    check_refused(NULL, VITRINE_ERR_IMAGE, "damaged");
  }
}

/* Whatever such an image puts into guest memory, the guest in it is caged: it
 * ends, in an outcome, and the next session is as good as new. */
static void a_hostile_guest_is_caged(void) {
  uint64_t random = 1;
  for (int i = 0; i < 60; i++) {
    vitrine_snapshot *snapshot = NULL;
    vitrine_session *session = NULL;
    vitrine_limits limits = vitrine_limits_default();
    vitrine_options options = vitrine_options_default();
    forge(4 << 20);
    uint32_t at = vt_guest.sp + check_random(&random) % 4096;
    for (int k = 0; k < 40 && at < (2 << 20); k++) {
      uint32_t length = 1 + check_random(&random) % (i % 2 ? 4000 : 8);
      put_piece(at, length);
      for (uint32_t b = 0; b < length; b++)
        image[image_length - 1 - b] = (char)check_random(&random);
      at += length + check_random(&random) % 9000;
    }
    seal();
    CHECK_EQUAL(load(NULL, &snapshot), VITRINE_OK);
    options.limits = &limits;
    limits.steps = 3000000;
    limits.memory = 8 << 20;
    CHECK_EQUAL(vitrine_snapshot_fork(snapshot, &options, &session), VITRINE_OK);
    for (int k = 0; k < 3; k++) {
      vitrine_result *result = NULL;
      static const char source[] = "import json\nx = [str(i) for i in range(100)]\nx";
      CHECK_EQUAL(vitrine_run(session, NULL, source, sizeof source - 1, &result), VITRINE_OK);
      free(vitrine_result_json(result, NULL));
      vitrine_result_free(result);
    }
    vitrine_session_free(session);
    vitrine_snapshot_free(snapshot);
  }
  vitrine_session *session = open_with(0, 0);
  check_repr(session, "import json\njson.loads('[1]')", "[1]");
  vitrine_session_free(session);
}

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
  RUN(what_is_saved_comes_back);
  RUN(nothing_is_lost_on_the_way);
  RUN(only_what_differs_is_saved);
  RUN(each_mistake_has_its_words);
  RUN(no_byte_can_change_unseen);
  RUN(callbacks_may_fail);
#if !defined(VT_PORTABLE)
  RUN(files);
  RUN(a_thousand_forks_share_their_data);
  RUN(without_descriptors_all_goes_on);
  RUN(address_space_ends);
#endif
  RUN(hostile_numbers_are_refused);
  RUN(a_hostile_guest_is_caged);
  free(image);
  return tap_end();
}
