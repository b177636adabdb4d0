/* test_waiting.c - runs that wait for the host, with the real guest, and copies of them:
 * docs/waiting.md. */
#include "waits.h"

/* --- calls that block --- */

static void a_call_is_answered_later(void) {
  open_session();
  CHECK_EQUAL(start("x = ask(20, more='m') + 1\nprint(x)\nx"), VITRINE_PENDING);
  CHECK_TEXT(vitrine_outcome_name(VITRINE_PENDING), "pending");
  CHECK_EQUAL(vitrine_result_ok(result), 0);
  CHECK_EQUAL(vitrine_result_wait(result) <= (uint64_t)30 * 1000000000, true);
  CHECK_EQUAL(count(), 1);
  vitrine_call *call = vitrine_pending(session, 0);
  CHECK_TEXT(vitrine_call_name(call), "ask");
  CHECK_EQUAL(vitrine_call_count(call), 1);
  CHECK_EQUAL(number_of(call), 20);
  CHECK(vitrine_call_keyword(call, "more") != NULL);
  CHECK(vitrine_call_time_left(call) > 0);
  uint64_t id = vitrine_call_id(call);
  CHECK(id != 0);
  CHECK(vitrine_pending_find(session, id) == call);
  CHECK(vitrine_pending_find(session, id + 1) == NULL);
  CHECK(vitrine_pending_find(session, 0) == NULL);
  /* Nothing has come: it waits on. */
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK(vitrine_pending(session, 0) == call);
  /* The last answer counts. */
  answer(0, 1);
  answer(0, 41);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "42");
  CHECK_TEXT(vitrine_result_output(result, 1, NULL), "42\n");
  CHECK_EQUAL(vitrine_result_wait(result) == UINT64_MAX, true);
  CHECK_EQUAL(count(), 0);
  CHECK_EQUAL(run("x"), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "42");
  close_session();
}

/* Python frames only: they stay in the guest's memory. */
static const char *const frames[] = {
    "def f(n):\n  return ask(n)\nf(1)",
    "def f(n):\n  try:\n    with open_it():\n      return g(n)\n  finally:\n    done.append(n)\n"
    "def g(n):\n  for i in h(n):\n    return i\n"
    "def h(n):\n  yield ask(n)\n"
    "class open_it:\n  def __enter__(self): pass\n  def __exit__(self, *a): done.append('x')\n"
    "done = []\nr = f(1)\nassert done == ['x', 1], done\nr",
    "import time\nask(1)",
    "[ask(i) for i in [1]][0]",
    "(lambda: ask(1))()",
    "class C:\n  def m(self): return ask(1)\nC().m()",
    "def g():\n  yield from h()\ndef h():\n  yield ask(1)\nfor i in g(): r = i\nr",
};
/* With a function in C between: the native stack is parked. */
static const char *const built_ins[] = {
    "a, *b = [1]\nask(a, *b)",
    "sorted([1], key=ask)\nlist(map(ask, [1]))[0]",
    "class C:\n  def __getattr__(self, name): return ask(1)\nC().x",
    "max((ask(i) for i in range(2)))",
    "exec('r = ask(1)')\nr",
    "class C:\n  x = ask(1)\nC.x",
};

static void wait_through(const char *source, bool parked) {
  open_session();
  vitrine_outcome outcome = start(source);
  int rounds = 0;
  for (; outcome == VITRINE_PENDING && rounds < 5; rounds++) {
    vitrine_snapshot *snapshot = NULL;
    CHECK_EQUAL(vitrine_snapshot_take(session, &snapshot),
                parked ? VITRINE_ERR_MISUSE : VITRINE_OK);
    vitrine_snapshot_free(snapshot);
    CHECK_EQUAL(count(), 1);
    answer(0, number_of(vitrine_pending(session, 0)) + 6);
    outcome = resume();
  }
  if (outcome != VITRINE_DONE) printf("# %s: %s\n", source, message());
  CHECK_EQUAL(outcome, VITRINE_DONE);
  CHECK(rounds > 0);
  CHECK_TEXT(vitrine_result_repr(result), "7");
  close_session();
}

static void python_frames_stay_in_memory(void) {
  for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) wait_through(frames[i], false);
}

static void the_native_stack_is_parked(void) {
  for (size_t i = 0; i < sizeof built_ins / sizeof built_ins[0]; i++) {
#if !defined(VT_SWITCH_NONE)
    wait_through(built_ins[i], true);
#else
    open_session();
    CHECK_EQUAL(run("kept = 1"), VITRINE_DONE);
    forget_result();
    CHECK_EQUAL(vitrine_start(session, NULL, NULL, built_ins[i], strlen(built_ins[i]), &result),
                VITRINE_ERR_UNSUPPORTED);
    CHECK_CONTAINS(vitrine_last_error(), "await");
    CHECK_EQUAL(run("kept"), VITRINE_DONE);
    close_session();
#endif
  }
}

static void errors_arrive_where_it_waits(void) {
  open_session();
  CHECK_EQUAL(start("def f():\n  try:\n    return ask()\n  except KeyError as e:\n"
                    "    return 'caught ' + str(e)\nf()"),
              VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_raise(vitrine_pending(session, 0), "KeyError", "k"), VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "\"caught 'k'\"");
  CHECK_EQUAL(start("1\ndef f():\n  ask()\n\nf()\n2"), VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_raise(vitrine_pending(session, 0), "db.busy", "later"), VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_RAISED);
  CHECK_TEXT(message(), "db.busy: later");
  CHECK_TEXT(error.type, "HostError");
  CHECK_EQUAL(error.line, 3);
  CHECK_CONTAINS(error.traceback, "line 5");
  /* As deep as the one before, and as little is left of it. */
  CHECK_EQUAL(run("def d(n): return n if n == 0 else d(n - 1)\nd(900)"), VITRINE_DONE);
  close_session();
}

static void a_run_that_does_not_wait_says_so(void) {
  open_session();
  CHECK_EQUAL(run("ask(1)"), VITRINE_RAISED);
  CHECK_CONTAINS(message(), "vitrine_start()");
  CHECK_TEXT(error.type, "RuntimeError");
  CHECK_EQUAL(start("1 + 1"), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "2");
  vitrine_result *none = NULL;
  CHECK_EQUAL(vitrine_resume(session, &none), VITRINE_ERR_MISUSE);
  CHECK(none == NULL);
  CHECK_EQUAL(vitrine_resume(NULL, &none), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_resume(session, NULL), VITRINE_ERR_MISUSE);
  CHECK(vitrine_pending(NULL, 0) == NULL);
  CHECK(vitrine_pending_find(NULL, 1) == NULL);
  CHECK_EQUAL(vitrine_call_id(NULL), 0);
  CHECK_EQUAL(vitrine_grant_function(session, "f", NULL, NULL, NULL), VITRINE_ERR_MISUSE);
  close_session();
}

static void what_waits_takes_nothing_else(void) {
  open_session();
  vitrine_result *none = NULL;
  CHECK_EQUAL(run("y = 5"), VITRINE_DONE);
  CHECK_EQUAL(start("y = 6\nask(1)"), VITRINE_PENDING);
  CHECK_EQUAL(vitrine_run(session, NULL, "1", 1, &none), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "vitrine_resume()");
  CHECK_EQUAL(vitrine_start(session, NULL, NULL, "1", 1, &none), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_invoke(session, "f", NULL, &none), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_get(session, "y", &none), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_set(session, "y", vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_limit(session, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_random(session), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_argv(session, 0, NULL), VITRINE_ERR_MISUSE);
  /* Dropped: as it began. */
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_EQUAL(count(), 0);
  CHECK_EQUAL(run("y"), VITRINE_RAISED);
  CHECK_EQUAL(start("ask(2)"), VITRINE_PENDING);
  close_session(); /* and with the session */
  open_session();
  for (int i = 0; i < 2 * PARKS; i++) {
    CHECK_EQUAL(start("list(map(ask, [1]))"), VITRINE_PENDING);
    CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  }
  close_session();
}

static void it_is_cancelled_while_it_waits(void) {
  static const char *const sources[] = {"try:\n  ask(1)\nfinally:\n  print('no')",
                                        "import time\ntime.sleep(1000)",
                                        "try:\n  list(map(ask, [1]))\nfinally:\n  print('no')"};
  for (size_t i = 0; i < PARKS + 2; i++) {
    open_session();
    CHECK_EQUAL(start(sources[i]), VITRINE_PENDING);
    vitrine_cancel(session);
    CHECK_EQUAL(vitrine_call_time_left(vitrine_pending(session, 0)), 0);
    CHECK_EQUAL(resume(), VITRINE_CANCELLED);
    if (vitrine_result_output(result, 1, NULL)[0] != 0) printf("# source %zu\n", i);
    CHECK_TEXT(vitrine_result_output(result, 1, NULL), "");
    (void)message();
    CHECK_EQUAL(error.line > 0, true);
    CHECK_EQUAL(count(), 0);
    CHECK_EQUAL(run("1"), VITRINE_DONE);
    close_session();
  }
}

static void limits_are_those_of_the_whole_run(void) {
  open_session();
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 2000000;
  CHECK_EQUAL(start_limited(&limits, "while True:\n  for i in range(10000): pass\n  ask(i)"),
              VITRINE_PENDING);
  vitrine_spent spent = vitrine_spent_empty();
  int rounds = 0;
  for (; vitrine_result_outcome(result) == VITRINE_PENDING && rounds < 1000; rounds++) {
    uint64_t before = spent.steps;
    vitrine_result_spent(result, &spent);
    CHECK(spent.steps > before);
    CHECK_EQUAL(spent.host_calls, rounds + 1);
    answer(0, 1);
    (void)resume();
  }
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_STEPS);
  CHECK(rounds > 5 && rounds < 1000);
  limits = vitrine_limits_default();
  limits.host_calls = 2;
  CHECK_EQUAL(start_limited(&limits, "while True: ask(1)"), VITRINE_PENDING);
  answer(0, 1);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  answer(0, 1);
  CHECK_EQUAL(resume(), VITRINE_OUT_OF_CALLS);
  limits = vitrine_limits_default();
  limits.time_ns = 20000000;
  CHECK_EQUAL(start_limited(&limits, "ask(1)"), VITRINE_PENDING);
  CHECK(vitrine_result_wait(result) <= 20000000);
  sleep_through();
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_TIME);
  /* The processor's time stands still. */
  limits = vitrine_limits_default();
  limits.cpu_ns = 300000000;
  CHECK_EQUAL(start_limited(&limits, "import time\ntime.sleep(0.4)\n7"), VITRINE_PENDING);
  CHECK(vitrine_result_wait(result) > 300000000);
  sleep_through();
  CHECK_TEXT(vitrine_result_repr(result), "7");
  CHECK_EQUAL(start_limited(&limits, "ask(1)\nwhile True: pass"), VITRINE_PENDING);
  answer(0, 1);
  CHECK_EQUAL(resume(), VITRINE_OUT_OF_CPU);
  close_session();
}

static void a_transaction_is_the_whole_run(void) {
  open_flags(VITRINE_TRANSACTIONAL);
  CHECK_EQUAL(run("x = 1\nl = []"), VITRINE_DONE);
  CHECK_EQUAL(start("x = 2\nl.append(1)\nask(1)\nx = 3\nraise ValueError"), VITRINE_PENDING);
  answer(0, 1);
  CHECK_EQUAL(resume(), VITRINE_RAISED);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 1);
  CHECK_EQUAL(run("x, l"), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "(1, [])");
  close_session();
}

static void values_have_their_limit(void) {
  open_session();
  CHECK_EQUAL(start("ask('a' * 1000000)"), VITRINE_PENDING);
  vitrine_call *call = vitrine_pending(session, 0);
  char *large = calloc(1, 2 << 20);
  memset(large, 'x', 2 << 20);
  CHECK_EQUAL(vitrine_call_return(call, vitrine_str(large, 2 << 20)), VITRINE_ERR_TOOBIG);
  CHECK_EQUAL(vitrine_call_return(call, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_return(vitrine_pending(session, 0), vitrine_str(large, 1000000)),
              VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  free(large);
  close_session();
}

static void a_function_can_be_started(void) {
  open_session();
  CHECK_EQUAL(run("def f(a, b): return ask(a) * b\ng = max"), VITRINE_DONE);
  vitrine_value *args = vitrine_list();
  vitrine_value_add(args, vitrine_int(3));
  vitrine_value_add(args, vitrine_int(2));
  forget_result();
  CHECK_EQUAL(vitrine_start_invoke(session, NULL, "f", vitrine_value_copy(args), &result),
              VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_PENDING);
  answer(0, 21);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "42");
  forget_result();
  CHECK_EQUAL(vitrine_start_invoke(session, NULL, "g", args, &result), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "3");
  close_session();
}

/* --- copies --- */

#define COPY_SOURCE                                         \
  "import asyncio\n"                                        \
  "log = ['begun']\n"                                       \
  "async def one(n):\n  r = await fetch(n)\n"               \
  "  log.append(r)\n  return r\n"                           \
  "async def main():\n"                                     \
  "  return await asyncio.gather(one(1), one(2), one(3))\n" \
  "def f():\n  try:\n    return asyncio.run(main())\n"      \
  "  finally:\n    log.append('end')\n"                     \
  "f()"

static ptrdiff_t read_saved(void *user, char *buffer, size_t size) {
  return (ptrdiff_t)fread(buffer, 1, size, user);
}

static int write_saved(void *user, const void *bytes, size_t length) {
  return fwrite(bytes, 1, length, user) != length;
}

static vitrine_snapshot *save_and_load(const vitrine_snapshot *snapshot) {
  vitrine_snapshot *loaded = NULL;
  FILE *file = tmpfile();
  CHECK_EQUAL(vitrine_snapshot_save(snapshot, NULL, write_saved, file), VITRINE_OK);
  rewind(file);
  CHECK_EQUAL(vitrine_snapshot_load(NULL, read_saved, file, &loaded), VITRINE_OK);
  fclose(file);
  return loaded;
}

static uint64_t finish_steps(void) {
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  return spent.steps;
}

static void what_waits_is_saved_and_forked(void) {
  open_session();
  CHECK_EQUAL(start(COPY_SOURCE), VITRINE_PENDING);
  for (size_t i = count(); i-- > 0;)
    if (number_of(vitrine_pending(session, i)) == 2) answer(i, 22);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(count(), 2);
  vitrine_snapshot *snapshot = NULL, *loaded = NULL;
  CHECK_EQUAL(vitrine_snapshot_take(session, &snapshot), VITRINE_OK);
  /* The original goes on. */
  answer_all();
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[10, 22, 30]");
  close_session();
  loaded = save_and_load(snapshot);
  vitrine_result *none = NULL;
  uint64_t steps[3];
  for (int i = 0; i < 3; i++) {
    CHECK_EQUAL(vitrine_snapshot_fork(i == 0 ? snapshot : loaded, NULL, &session), VITRINE_OK);
    CHECK_EQUAL(count(), 0);
    CHECK_EQUAL(vitrine_run(session, NULL, "1", 1, &none), VITRINE_ERR_MISUSE);
    CHECK_CONTAINS(vitrine_last_error(), "vitrine_resume()");
    CHECK_EQUAL(vitrine_get(session, "log", &none), VITRINE_ERR_MISUSE);
    grant_all(session);
    if (i == 2) { /* a copy of the copy, before it went on */
      vitrine_snapshot *again = NULL;
      CHECK_EQUAL(vitrine_snapshot_take(session, &again), VITRINE_OK);
      vitrine_session_free(session);
      CHECK_EQUAL(vitrine_snapshot_fork(again, NULL, &session), VITRINE_OK);
      vitrine_snapshot_free(again);
      grant_all(session);
    }
    CHECK_EQUAL(resume(), VITRINE_PENDING);
    CHECK_EQUAL(count(), 2);
    CHECK_TEXT(vitrine_call_name(vitrine_pending(session, 0)), "fetch");
    answer_all();
    CHECK_EQUAL(resume(), VITRINE_DONE);
    CHECK_TEXT(vitrine_result_repr(result), "[10, 22, 30]");
    steps[i] = finish_steps();
    CHECK_EQUAL(run("log"), VITRINE_DONE);
    CHECK_CONTAINS(vitrine_result_repr(result), "'begun', 22, ");
    CHECK_CONTAINS(vitrine_result_repr(result), "'end'");
    close_session();
  }
  CHECK_EQUAL(steps[0], steps[1]);
  vitrine_snapshot_free(loaded);
  /* Its doors are not granted again; it is cancelled; or taken back. */
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, NULL, &session), VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_RAISED);
  (void)message();
  CHECK_TEXT(error.type, "PermissionError");
  close_session();
  vitrine_options options = vitrine_options_default();
  options.flags = VITRINE_TRANSACTIONAL;
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, &options, &session), VITRINE_OK);
  grant_all(session);
  for (int i = 0; i < 2; i++) {
    vitrine_cancel(session);
    CHECK_EQUAL(resume(), VITRINE_CANCELLED);
    CHECK_EQUAL(vitrine_result_rolled_back(result), 1); /* to where it waited */
    CHECK_EQUAL(vitrine_run(session, NULL, "1", 1, &none), VITRINE_ERR_MISUSE);
  }
  close_session();
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, NULL, &session), VITRINE_OK);
  grant_all(session);
  vitrine_cancel(session);
  CHECK_EQUAL(resume(), VITRINE_CANCELLED);
  CHECK_EQUAL(run("log"), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "['begun', 22]");
  /* Back, to what waited. */
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(count(), 2);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  close_session();
  vitrine_snapshot_free(snapshot);
}

static void a_copy_of_what_sleeps_sleeps_on(void) {
  open_session();
  CHECK_EQUAL(start("x = 0\nclass Deep:\n  def __init__(self): self.data = [0] * 100000\n"
                    "d = Deep()\nimport time\ntime.sleep(0.05)\nx = 1\nx"),
              VITRINE_PENDING);
  vitrine_snapshot *snapshot = NULL;
  CHECK_EQUAL(vitrine_snapshot_take(session, &snapshot), VITRINE_OK);
  close_session();
  vitrine_snapshot *loaded = save_and_load(snapshot);
  vitrine_snapshot_free(snapshot);
  CHECK_EQUAL(vitrine_snapshot_fork(loaded, NULL, &session), VITRINE_OK);
  vitrine_snapshot_free(loaded);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK(vitrine_result_wait(result) > 20000000 && vitrine_result_wait(result) <= 50000000);
  sleep_through();
  CHECK_TEXT(vitrine_result_repr(result), "1");
  close_session();
}

int main(void) {
  RUN(a_call_is_answered_later);
  RUN(python_frames_stay_in_memory);
  RUN(the_native_stack_is_parked);
  RUN(errors_arrive_where_it_waits);
  RUN(a_run_that_does_not_wait_says_so);
  RUN(what_waits_takes_nothing_else);
  RUN(it_is_cancelled_while_it_waits);
  RUN(limits_are_those_of_the_whole_run);
  RUN(a_transaction_is_the_whole_run);
  RUN(values_have_their_limit);
  RUN(a_function_can_be_started);
  RUN(what_waits_is_saved_and_forked);
  RUN(a_copy_of_what_sleeps_sleeps_on);
  return tap_end();
}
