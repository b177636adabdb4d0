/* test_session.c - sessions with the real guest: runs, endings, state, misuse. */
#include "live.h"

static vitrine_error error_of_result(void) {
  vitrine_error error = {.size = sizeof error};
  if (!vitrine_result_error(result, &error))
    error.type = error.message = error.traceback = error.file = "";
  return error;
}

static vitrine_spent spent_of_result(void) {
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  return spent;
}

/* --- endings --- */

static void state_is_kept_between_runs(void) {
  open_session();
  CHECK_EQUAL(run("x = 1"), VITRINE_DONE);
  CHECK(vitrine_result_repr(result) == NULL);
  CHECK(vitrine_result_value(result) == NULL ||
        vitrine_value_type(vitrine_result_value(result)) == VITRINE_TYPE_NONE);
  CHECK_EQUAL(vitrine_result_ok(result), 1);
  for (int i = 0; i < 50; i++) CHECK_EQUAL(run("x += 1"), VITRINE_DONE);
  CHECK_TEXT(repr_of("x"), "51");
  int64_t number = 0;
  CHECK(vitrine_value_int(vitrine_result_value(result), &number));
  CHECK_EQUAL(number, 51);
  close_session();
}

static void an_exception_is_data(void) {
  open_session();
  CHECK_EQUAL(run("def f():\n  raise ValueError('h\xc3\xa9')\n\nf()\n"), VITRINE_RAISED);
  vitrine_error e = error_of_result();
  CHECK_TEXT(e.type, "ValueError");
  CHECK_TEXT(e.message, "h\xc3\xa9");
  CHECK_TEXT(e.file, "test.py");
  CHECK_EQUAL(e.line, 2);
  CHECK_CONTAINS(e.traceback, "line 4");
  CHECK_EQUAL(vitrine_result_exit_code(result), 1);
  CHECK_EQUAL(vitrine_result_ok(result), 0);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  CHECK_EQUAL(run("x ="), VITRINE_RAISED);
  e = error_of_result();
  CHECK_TEXT(e.type, "SyntaxError");
  CHECK_EQUAL(e.line, 1);
  CHECK(e.column != 0);
  CHECK_EQUAL(run("1"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_result_error(result, &e), 0);
  CHECK(e.type == NULL);
  CHECK_EQUAL(e.size, sizeof e);
  close_session();
}

static void exit_ends_the_run_only(void) {
  open_session();
  CHECK_EQUAL(run("import sys\nx = 5\nsys.exit(3)\nx = 6"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_result_exit_code(result), 3);
  CHECK_EQUAL(vitrine_result_ok(result), 0);
  CHECK_TEXT(repr_of("x"), "5");
  CHECK_EQUAL(run("sys.exit()"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_result_ok(result), 1);
  close_session();
}

static void steps_end_a_run_the_same_way_each_time(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 100000;
  uint64_t first = 0;
  for (int i = 0; i < 3; i++) {
    open_with(&limits, 0);
    CHECK_EQUAL(run("n = 0"), VITRINE_DONE);
    CHECK_EQUAL(run("while True: n += 1"), VITRINE_OUT_OF_STEPS);
    CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
    CHECK_EQUAL(vitrine_result_exit_code(result), 1);
    vitrine_error e = error_of_result();
    CHECK_TEXT(e.file, "test.py");
    CHECK_EQUAL(e.line, 1);
    uint64_t steps = spent_of_result().steps;
    CHECK(steps > 100000 && steps <= 200001);
    if (i == 0) first = steps;
    CHECK_EQUAL(steps, first);
    CHECK_TEXT(repr_of("n > 100"), "True");
    close_session();
  }
}

static void the_stop_cannot_be_caught(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 200000;
  open_with(&limits, 0);
  CHECK_EQUAL(run("caught = 0\n"
                  "while True:\n"
                  "  try:\n"
                  "    while True: pass\n"
                  "  except BaseException:\n"
                  "    caught += 1\n"
                  "  finally:\n"
                  "    caught += 1\n"),
              VITRINE_OUT_OF_STEPS);
  CHECK_TEXT(repr_of("caught"), "0");
  close_session();
}

/* Wide margins: under valgrind everything takes fifty times as long. */
static void time_and_cpu(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.time_ns = 200000000;
  open_with(&limits, 0);
  CHECK_EQUAL(run("while True: pass"), VITRINE_OUT_OF_TIME);
  vitrine_spent spent = spent_of_result();
  CHECK(spent.time_ns >= 200000000);
  CHECK(spent.cpu_ns <= spent.time_ns);
  CHECK_EQUAL(run("import time\ntime.sleep(1000)"), VITRINE_OUT_OF_TIME);
  spent = spent_of_result();
  CHECK(spent.time_ns >= 200000000 && spent.time_ns < 5000000000);
  CHECK(spent.cpu_ns < 150000000);
  limits.time_ns = VITRINE_UNLIMITED;
  limits.cpu_ns = 200000000;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(run("while True: pass"), VITRINE_OUT_OF_CPU);
  CHECK(spent_of_result().cpu_ns >= 200000000);
  CHECK_EQUAL(run("time.sleep(0.3)"), VITRINE_DONE);
  CHECK(spent_of_result().time_ns >= 300000000);
  close_session();
}

static void the_guests_clock_is_reproducible(void) {
  static char first[80];
  for (int i = 0; i < 3; i++) {
    open_session();
    CHECK_EQUAL(run("import time\na = time.monotonic()\ntime.sleep(0.002)\nb = time.monotonic()"),
                VITRINE_DONE);
    CHECK_TEXT(repr_of("0.002 <= b - a < 0.0021"), "True");
    const char *repr = repr_of("(a, b, time.monotonic())");
    if (i == 0) snprintf(first, sizeof first, "%s", repr);
    CHECK_TEXT(repr, first);
    CHECK_EQUAL(run("time.time()"), VITRINE_RAISED);
    CHECK_TEXT(error_of_result().type, "PermissionError");
    close_session();
  }
}

static void out_of_memory(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 4 << 20;
  open_with(&limits, 0);
  CHECK_EQUAL(run("x = 'here'\ny = []\nwhile True: y.append('a' * 1000 + str(len(y)))"),
              VITRINE_OUT_OF_MEMORY);
  CHECK_TEXT(error_of_result().type, "MemoryError");
  CHECK(spent_of_result().memory <= 4 << 20);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  CHECK_EQUAL(run("y = None"), VITRINE_DONE);
  CHECK_TEXT(repr_of("x"), "'here'");
  CHECK_EQUAL(run("try:\n  'a' * 10**9\nexcept MemoryError:\n  x = 'caught'"), VITRINE_DONE);
  CHECK_TEXT(repr_of("x"), "'caught'");
  close_session();
}

static long allocated(void) {
  return strtol(repr_of("import gc; gc.collect(); gc.mem_alloc()"), NULL, 10);
}

static void a_stopped_loops_tasks_are_gone(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 3000000;
  open_with(&limits, 0);
  CHECK_EQUAL(run("import asyncio\n"
                  "async def holds(data):\n"
                  "  while True: await asyncio.sleep(0)\n"
                  "async def main():\n"
                  "  for _ in range(50): asyncio.create_task(holds(bytes(40000)))\n"
                  "  for _ in range(turns): await asyncio.sleep(0)"),
              VITRINE_DONE);
  long before = allocated();
  CHECK_EQUAL(run("turns = 1; asyncio.run(main())"), VITRINE_DONE);
  CHECK(allocated() < before + 100000);
  CHECK_EQUAL(run("turns = 10**9; asyncio.run(main())"), VITRINE_OUT_OF_STEPS);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  CHECK(allocated() < before + 100000);
  close_session();
}

/* A part of it lies wherever a word that stays could point to: three letters and
   a zero, for instance, are an address 2 to 8 MiB up. Numbers on the stack may look
   like one, too: 16 MiB is where none of it may lie. */
static void a_great_cycle_is_freed(void) {
  open_session();
  CHECK_EQUAL(run("pip = put = pkg = sip = Ann = bin = 1"), VITRINE_DONE);
  long before = allocated();
  CHECK_EQUAL(run("hold = []\nfor _ in range(300000): hold.append([hold])"), VITRINE_DONE);
  CHECK(allocated() > 9000000);
  CHECK_EQUAL(run("del hold, _"), VITRINE_DONE);
  CHECK(allocated() < before + 100000);
  close_session();
}

/* Of text and numbers the session has some for each address. */
static void text_and_numbers_hold_nothing(void) {
  open_session();
  CHECK_EQUAL(run("from array import array\n"
                  "from struct import unpack\n"
                  "at = range(2 << 20, 16 << 20, 112)\n"
                  "numbers = array('I', at)\n"
                  "data = numbers.tobytes()\n"
                  "integer = int.from_bytes(data, 'little')\n"
                  "floats = list(unpack('<10000d', data[:80000]))\n"
                  "parts = [a.to_bytes(4, 'little').decode('latin-1') for a in at[::8]]\n"
                  "text = ''.join(parts)"),
              VITRINE_DONE);
  long before = allocated();
  CHECK_EQUAL(run("hold = []\nfor _ in range(150000): hold.append([hold])"), VITRINE_DONE);
  CHECK(allocated() > before + 4500000);
  CHECK_EQUAL(run("del hold, _"), VITRINE_DONE);
  CHECK(allocated() < before + 100000);
  close_session();
}

/* Wherever in a collection, or before what it makes the heap grow by. */
static void a_stop_in_a_collection_is_soft(void) {
  static const char *const sources[] = {"gc.collect()", "while True: gc.collect()",
                                        "while True: made.append([made])"};
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    vitrine_limits limits = vitrine_limits_default();
    open_session();
    CHECK_EQUAL(run("import gc\nmade = []\nfor i in range(200000): made.append([i])\n"
                    "long = [made] * 1000000\nfree = [[i] for i in range(100000)]\ndel free\n"),
                VITRINE_DONE);
    for (limits.steps = 10000; limits.steps < 1500000; limits.steps += limits.steps / 4) {
      vitrine_result_free(result);
      CHECK_EQUAL(
          vitrine_run_limited(session, &limits, NULL, sources[i], strlen(sources[i]), &result),
          VITRINE_OK);
      CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_STEPS);
      CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
    }
    CHECK_TEXT(repr_of("len(long), sum(m[0] for m in made[:200000])"), "(1000000, 19999900000)");
    CHECK_EQUAL(run("del made, long"), VITRINE_DONE);
    CHECK(allocated() < 1000000);
    close_session();
  }
}

static void recursion_is_an_exception(void) {
  open_session();
  CHECK_EQUAL(run("def f(n): return f(n + 1)"), VITRINE_DONE);
  CHECK_EQUAL(run("f(0)"), VITRINE_RAISED);
  CHECK_TEXT(error_of_result().type, "RecursionError");
  CHECK_EQUAL(run("x = []\nfor i in range(100000): x = [x]"), VITRINE_DONE);
  CHECK_EQUAL(run("repr(x)"), VITRINE_RAISED);
  CHECK_TEXT(error_of_result().type, "RecursionError");
  CHECK_TEXT(repr_of("len(x)"), "1");
  close_session();
  vitrine_limits limits = vitrine_limits_default();
  limits.depth = 50;
  open_with(&limits, 0);
  CHECK_EQUAL(run("d = 0\ndef f():\n  global d\n  d += 1\n  f()"), VITRINE_DONE);
  CHECK_EQUAL(run("f()"), VITRINE_RAISED);
  CHECK_TEXT(repr_of("d"), "50");
  close_session();
}

/* --- roll-back --- */

static void transactional_runs_are_all_or_nothing(void) {
  open_with(NULL, VITRINE_TRANSACTIONAL);
  CHECK_EQUAL(run("x = [1]"), VITRINE_DONE);
  CHECK_EQUAL(run("x.append(2)\nprint('kept')\nraise ValueError"), VITRINE_RAISED);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 1);
  CHECK_TEXT(vitrine_result_output(result, 1, NULL), "kept\n");
  CHECK_TEXT(repr_of("x"), "[1]");
  CHECK_EQUAL(run("import sys\nx.append(2)\nsys.exit(1)"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  CHECK_TEXT(repr_of("x"), "[1, 2]");
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 300000;
  static const char source[] = "while True: x.append(0)";
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_run_limited(session, &limits, NULL, source, strlen(source), &result),
              VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_STEPS);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 1);
  CHECK_TEXT(repr_of("x"), "[1, 2]");
  close_session();
}

/* A run that was rolled back leaves nothing: later runs take the same steps, to
 * the last, as in a session that never had it. */
#define WRECK "for i in range(0, len(b), 512): b[i] = 1\nmore = bytes(4000000)\n"

/* Memory that takes long to bring back is brought back when it is needed. */
static void a_large_ending_is_left_due(void) {
  static const char *const wrecks[] = {WRECK "while True: pass",
                                       WRECK "(1 << 20000000) // ((1 << 10000000) - 1)"};
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 20000000;
  for (size_t i = 0; i < 3; i++) {
    const char *wreck = wrecks[i % 2];
    open_with(&limits, i == 2 ? VITRINE_TRANSACTIONAL : 0);
    CHECK_EQUAL(run("b = bytearray(20000000)\nb[512] = 7"), VITRINE_DONE);
    CHECK_EQUAL(run(wreck), VITRINE_OUT_OF_STEPS);
    CHECK_EQUAL(vitrine_result_rolled_back(result), i != 0);
    CHECK_TEXT(repr_of("b[0], b[512], b[-512], 'more' in globals()"),
               i == 0 ? "(1, 1, 0, True)" : "(0, 7, 0, False)");
    CHECK_EQUAL(run(wreck), VITRINE_OUT_OF_STEPS);
    CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
    CHECK_TEXT(repr_of("'b' in globals()"), "False");
    CHECK_EQUAL(run("b = bytearray(20000000)"), VITRINE_DONE);
    CHECK_EQUAL(run(wreck), VITRINE_OUT_OF_STEPS);
    vitrine_result_free(result);
    result = NULL;
    CHECK_EQUAL(vitrine_get(session, "wreck", &result), VITRINE_OK);
    CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_RAISED);
    CHECK_EQUAL(run(wreck), VITRINE_OUT_OF_STEPS);
    close_session(); /* and nothing leaks */
  }
}

static void a_rolled_back_run_leaves_no_trace(void) {
  static const char *const runs[] = {"y = [str(i) for i in range(500)]",
                                     "import time\nt = time.monotonic()",
                                     "z = {k: len(k) for k in y}", "sum(z.values())"};
  uint64_t steps[2][4];
  for (int with = 0; with < 2; with++) {
    open_with(NULL, VITRINE_TRANSACTIONAL);
    CHECK_EQUAL(run("x = 1"), VITRINE_DONE);
    for (int i = 0; i < 4; i++) {
      if (with)
        CHECK_EQUAL(run("def f(n): return [n, f(n + 1)] if n < 300 else [n]\n"
                        "y = [f(i) for i in range(50)]\nimport json\nopen('x')"),
                    VITRINE_RAISED);
      CHECK_EQUAL(run(runs[i]), VITRINE_DONE);
      steps[with][i] = spent_of_result().steps;
    }
    close_session();
  }
  for (int i = 0; i < 4; i++) CHECK_EQUAL(steps[0][i], steps[1][i]);
}

static void fresh_sessions_are_all_the_same(void) {
  static char first[200];
  uint64_t steps = 0;
  for (int i = 0; i < 30; i++) {
    open_session();
    if (i % 3 != 0)
      CHECK_EQUAL(run("import sys\nleft = 'over' * 1000\nsys.path = 5"), VITRINE_DONE);
    if (i % 5 == 1) CHECK_EQUAL(run("big = [0] * 1000000"), VITRINE_DONE);
    close_session();
    open_session();
    const char *repr = repr_of("sorted(globals().keys()), id([])");
    if (i == 0) {
      snprintf(first, sizeof first, "%s", repr);
      steps = spent_of_result().steps;
    }
    CHECK_TEXT(repr, first);
    CHECK_EQUAL(spent_of_result().steps, steps);
    close_session();
  }
}

static void reset_keeps_the_settings(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.depth = 77;
  open_with(&limits, 0);
  static const char *const argv[] = {"prog", "one"};
  CHECK_EQUAL(vitrine_session_argv(session, 2, argv), VITRINE_OK);
  CHECK_EQUAL(run("x = 1"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_EQUAL(run("x"), VITRINE_RAISED);
  CHECK_TEXT(repr_of("import sys\nsys.argv"), "['prog', 'one']");
  vitrine_limits now = vitrine_limits_default();
  CHECK_EQUAL(vitrine_session_limits(session, &now), VITRINE_OK);
  CHECK_EQUAL(now.depth, 77);
  CHECK_EQUAL(now.memory, 64 << 20);
  close_session();
}

/* --- output --- */

static void two_streams(void) {
  open_session();
  CHECK_EQUAL(
      run("import sys\nprint('out', '\\0', '\xf0\x9f\x98\x80')\nsys.stderr.write('err\\n')\n1/0"),
      VITRINE_RAISED);
  size_t length;
  const char *text = vitrine_result_output(result, 1, &length);
  CHECK_BYTES(text, length, "out \0 \xf0\x9f\x98\x80\n", 11);
  CHECK_TEXT(vitrine_result_output(result, 2, &length), "err\n");
  CHECK_EQUAL(length, 4);
  CHECK_EQUAL(spent_of_result().output, 15);
  CHECK_TEXT(vitrine_result_output(result, 3, &length), "");
  CHECK_EQUAL(length, 0);
  close_session();
}

static void head_and_tail(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.output = 1000;
  open_with(&limits, 0);
  CHECK_EQUAL(run("for i in range(1000): print('%05d' % i)"), VITRINE_DONE);
  size_t length;
  const char *text = vitrine_result_output(result, 1, &length);
  CHECK_EQUAL(length, 1000);
  CHECK_EQUAL(vitrine_result_truncated(result, 1), 5000);
  CHECK_EQUAL(vitrine_result_truncated(result, 2), 0);
  CHECK(memcmp(text, "00000\n00001\n", 12) == 0);
  CHECK(memcmp(text + 988, "00998\n00999\n", 12) == 0);
  CHECK_EQUAL(spent_of_result().output, 6000);
  close_session();
}

typedef struct {
  char text[2][4096];
  size_t length[2];
} streams;

static void take(void *user, int fd, const char *text, size_t length) {
  streams *s = user;
  CHECK(fd == 1 || fd == 2);
  CHECK(s->length[fd - 1] + length < sizeof s->text[0]);
  memcpy(s->text[fd - 1] + s->length[fd - 1], text, length);
  s->length[fd - 1] += length;
  s->text[fd - 1][s->length[fd - 1]] = 0;
  vitrine_result *r;
  CHECK_EQUAL(vitrine_run(session, NULL, "1", 1, &r), VITRINE_ERR_MISUSE);
  CHECK(r == NULL);
  vitrine_session_free(session); /* misuse: it must do nothing */
}

static void output_can_be_streamed(void) {
  static streams got;
  memset(&got, 0, sizeof got);
  vitrine_limits limits = vitrine_limits_default();
  limits.output = 100;
  vitrine_options options = vitrine_options_default();
  options.limits = &limits;
  options.write = take;
  options.user = &got;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  CHECK_EQUAL(run("import sys\nprint('hello')\nsys.stderr.write('\xe2\x82\xac')\nprint('x' * 200)"),
              VITRINE_DONE);
  CHECK_TEXT(got.text[1], "\xe2\x82\xac");
  CHECK(strncmp(got.text[0], "hello\nxxx", 9) == 0);
  CHECK_CONTAINS(got.text[0], "\n[107 bytes of output dropped]\n");
  CHECK_EQUAL(vitrine_result_truncated(result, 1), 107);
  close_session();
}

/* --- limits, structs, misuse --- */

static void limits_for_one_run(void) {
  open_session();
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 50000;
  static const char source[] = "while True: pass";
  CHECK_EQUAL(vitrine_run_limited(session, &limits, NULL, source, strlen(source), &result),
              VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_STEPS);
  CHECK_EQUAL(run("sum(range(20000))"), VITRINE_DONE);
  limits.memory = 128 << 20;
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_run_limited(session, &limits, NULL, source, strlen(source), &result),
              VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "memory");
  CHECK(result == NULL);
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_ERR_MISUSE);
  limits.memory = 65536;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_ERR_MISUSE);
  limits.memory = 0;
  limits.depth = 2000000;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "depth");
  limits.depth = VITRINE_UNLIMITED;
  limits.source = 10;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(vitrine_session_limits(session, &limits), VITRINE_OK);
  CHECK_EQUAL(limits.depth, 1000000);
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_ERR_TOOBIG);
  CHECK_CONTAINS(vitrine_last_error(), "source");
  close_session();
}

/* A struct as a later version of the header might have it. */
typedef struct {
  vitrine_limits known;
  uint64_t later;
} later_limits;

static void structs_of_other_versions(void) {
  later_limits limits;
  memset(&limits, 0, sizeof limits);
  limits.known.size = sizeof limits;
  vitrine_options options = vitrine_options_default();
  options.limits = &limits.known;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  limits.later = 77;
  CHECK_EQUAL(vitrine_session_limits(session, &limits.known), VITRINE_OK);
  CHECK_EQUAL(limits.later, 0);
  CHECK_EQUAL(limits.known.size, sizeof limits);
  CHECK_EQUAL(limits.known.host_calls, 10000);
  limits.later = 1;
  CHECK_EQUAL(vitrine_session_limit(session, &limits.known), VITRINE_ERR_MISUSE);
  limits.known.size = sizeof(size_t);
  CHECK_EQUAL(vitrine_session_limit(session, &limits.known), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "vitrine_limits_default()");
  CHECK_EQUAL(vitrine_session_limits(session, &limits.known), VITRINE_ERR_MISUSE);
  limits.known.size = SIZE_MAX;
  CHECK_EQUAL(vitrine_session_limit(session, &limits.known), VITRINE_ERR_MISUSE);
  close_session();
  vitrine_session *none = (vitrine_session *)&options;
  CHECK_EQUAL(vitrine_session_new(&options, &none), VITRINE_ERR_MISUSE);
  CHECK(none == NULL);
  options = vitrine_options_default();
  options.flags = 1u << 20;
  CHECK_EQUAL(vitrine_session_new(&options, &none), VITRINE_ERR_MISUSE);
  options.flags = 0;
  options.size = 3;
  CHECK_EQUAL(vitrine_session_new(&options, &none), VITRINE_ERR_MISUSE);
}

static void null_is_an_error(void) {
  vitrine_result *r = NULL;
  CHECK_EQUAL(vitrine_session_new(NULL, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_run(NULL, NULL, "", 0, &r), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_reset(NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_limit(NULL, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_limits(NULL, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_argv(NULL, 0, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_invoke(NULL, "f", vitrine_list(), &r), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_set(NULL, "x", vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_get(NULL, "x", &r), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_clock(NULL, 0), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_random(NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_input(NULL, NULL, NULL), VITRINE_ERR_MISUSE);
  vitrine_session_free(NULL);
  vitrine_result_free(NULL);
  vitrine_cancel(NULL);
  CHECK_EQUAL(vitrine_result_ok(NULL), 0);
  CHECK_TEXT(vitrine_result_output(NULL, 1, NULL), "");
  open_session();
  CHECK_EQUAL(vitrine_run(session, NULL, NULL, 0, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_run(session, NULL, NULL, 5, &r), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_run(session, NULL, NULL, 0, &r), VITRINE_OK);
  vitrine_result_free(r);
  CHECK_EQUAL(vitrine_session_argv(session, 1, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_argv(session, -1, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_set(session, NULL, vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK(vitrine_set(session, "x", NULL) != VITRINE_OK);
  CHECK_EQUAL(vitrine_set(session, "not a name", vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_invoke(session, "f", vitrine_int(1), &r), VITRINE_ERR_MISUSE);
  vitrine_spent spent = {.size = 1};
  vitrine_result_spent(NULL, &spent);
  CHECK_EQUAL(spent.size, 1);
  close_session();
}

static void text_is_checked(void) {
  open_session();
  vitrine_result *r;
  CHECK_EQUAL(vitrine_run(session, NULL, "x = '\xff'", 7, &r), VITRINE_ERR_TEXT);
  CHECK_CONTAINS(vitrine_last_error(), "byte 5");
  CHECK_EQUAL(vitrine_run(session, NULL, "x = 1\0", 6, &r), VITRINE_ERR_TEXT);
  CHECK_EQUAL(vitrine_run(session, "\xff.py", "x = 1", 5, &r), VITRINE_ERR_TEXT);
  static const char *const argv[] = {"a\xff"};
  CHECK_EQUAL(vitrine_session_argv(session, 1, argv), VITRINE_ERR_TEXT);
  CHECK_EQUAL(run("1"), VITRINE_DONE);
  close_session();
}

/* --- globals --- */

static void globals_from_outside(void) {
  open_session();
  vitrine_value *list = vitrine_list();
  vitrine_value_add(list, vitrine_int(2));
  vitrine_value_add(list, vitrine_str("two", 3));
  CHECK_EQUAL(vitrine_set(session, "data", list), VITRINE_OK);
  CHECK_TEXT(repr_of("data"), "[2, 'two']");
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_get(session, "data", &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_DONE);
  CHECK_EQUAL(vitrine_value_count(vitrine_result_value(result)), 2);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_get(session, "nothing", &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_RAISED);
  CHECK_TEXT(error_of_result().type, "NameError");
  CHECK_EQUAL(run("def add(a, b): return a + b"), VITRINE_DONE);
  vitrine_value *args = vitrine_list();
  vitrine_value_add(args, vitrine_int(40));
  vitrine_value_add(args, vitrine_int(2));
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_invoke(session, "add", args, &result), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "42");
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_invoke(session, "add", NULL, &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_RAISED);
  CHECK_TEXT(error_of_result().type, "TypeError");
  static char big[2 << 20];
  memset(big, 'x', sizeof big);
  CHECK_EQUAL(vitrine_set(session, "data", vitrine_str(big, sizeof big)), VITRINE_ERR_TOOBIG);
  CHECK_TEXT(repr_of("data"), "[2, 'two']");
  close_session();
}

static void set_needs_room_in_the_guest(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 4 << 20;
  limits.value = 4 << 20;
  open_with(&limits, 0);
  static char big[3 << 20];
  memset(big, 'x', sizeof big);
  CHECK_EQUAL(vitrine_set(session, "data", vitrine_bytes(big, sizeof big)), VITRINE_ERR_TOOBIG);
  CHECK_CONTAINS(vitrine_last_error(), "limits.memory");
  CHECK_EQUAL(vitrine_set(session, "data", vitrine_bytes(big, 1000)), VITRINE_OK);
  CHECK_TEXT(repr_of("len(data)"), "1000");
  close_session();
}

static void the_last_value_is_underscore(void) {
  open_with(NULL, VITRINE_INTERACTIVE);
  CHECK_TEXT(repr_of("6 * 7"), "42");
  CHECK_TEXT(repr_of("_ + 1"), "43");
  close_session();
}

/* --- cancel --- */

static void cancel_when_told(void *user, int fd, const char *text, size_t length) {
  (void)user;
  (void)fd;
  (void)text;
  (void)length;
  vitrine_cancel(session);
}

static void cancel(void) {
  vitrine_options options = vitrine_options_default();
  options.write = cancel_when_told;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  vitrine_cancel(session);
  CHECK_EQUAL(run("x = 1"), VITRINE_DONE);
  CHECK_EQUAL(run("x = 2\nprint('now')\nwhile True: pass"), VITRINE_CANCELLED);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  CHECK_EQUAL(run("import time\nsys = 1\nprint('now')\ntime.sleep(1000)"), VITRINE_CANCELLED);
  CHECK_TEXT(repr_of("x"), "2");
  /* Armed: also before it begins, and no later run. */
  vitrine_session_arm(NULL);
  vitrine_cancel(session);
  vitrine_session_arm(session);
  CHECK_EQUAL(vitrine_set(session, "y", vitrine_int(1)), VITRINE_OK);
  CHECK_EQUAL(run("x = 3"), VITRINE_DONE);
  vitrine_session_arm(session);
  vitrine_cancel(session);
  CHECK_EQUAL(vitrine_set(session, "y", vitrine_int(2)), VITRINE_OK);
  CHECK_EQUAL(run("while True: pass"), VITRINE_CANCELLED);
  CHECK_EQUAL(run("x = 4"), VITRINE_DONE);
  close_session();
}

/* --- about --- */

static void words(void) {
  CHECK_TEXT(vitrine_status_text(VITRINE_ERR_GRANT), "a grant of this name exists already");
  CHECK_TEXT(vitrine_status_text((vitrine_status)99), "unknown status");
  CHECK_TEXT(vitrine_outcome_name(VITRINE_OUT_OF_CALLS), "out_of_calls");
  CHECK_TEXT(vitrine_outcome_name((vitrine_outcome)99), "unknown");
  CHECK_EQUAL(vitrine_version_number(), VITRINE_VERSION_NUMBER);
  CHECK(vitrine_guest_id() != NULL);
}

int main(void) {
  RUN(state_is_kept_between_runs);
  RUN(an_exception_is_data);
  RUN(exit_ends_the_run_only);
  RUN(steps_end_a_run_the_same_way_each_time);
  RUN(the_stop_cannot_be_caught);
  RUN(time_and_cpu);
  RUN(the_guests_clock_is_reproducible);
  RUN(out_of_memory);
  RUN(a_stopped_loops_tasks_are_gone);
  RUN(a_great_cycle_is_freed);
  RUN(text_and_numbers_hold_nothing);
  RUN(a_stop_in_a_collection_is_soft);
  RUN(recursion_is_an_exception);
  RUN(transactional_runs_are_all_or_nothing);
  RUN(a_large_ending_is_left_due);
  RUN(a_rolled_back_run_leaves_no_trace);
  RUN(fresh_sessions_are_all_the_same);
  RUN(reset_keeps_the_settings);
  RUN(two_streams);
  RUN(head_and_tail);
  RUN(output_can_be_streamed);
  RUN(limits_for_one_run);
  RUN(structs_of_other_versions);
  RUN(null_is_an_error);
  RUN(text_is_checked);
  RUN(globals_from_outside);
  RUN(set_needs_room_in_the_guest);
  RUN(the_last_value_is_underscore);
  RUN(cancel);
  RUN(words);
  return tap_end();
}
