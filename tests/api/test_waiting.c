/* test_waiting.c - runs that wait for the host, with the real guest: docs/waiting.md. */
#include "check.h"
#include "platform.h"
#include "switch.h"
#include "vitrine.h"

#if defined(VT_SWITCH_NONE)
#define PARKS 0
#else
#define PARKS 1
#endif

static vitrine_session *session;
static vitrine_result *result;
static vitrine_error error;

static void grant(vitrine_session *to, const char *name, const char *signature, unsigned flags) {
  vitrine_door door = {.size = sizeof door, .name = name, .signature = signature, .flags = flags};
  CHECK_EQUAL(vitrine_grant_door(to, &door, NULL, NULL), VITRINE_OK);
}

static void grant_all(vitrine_session *to) {
  grant(to, "ask", NULL, 0);
  grant(to, "web.get", "(url: str, *, timeout: float = 1.0) -> str", VITRINE_DOOR_ASYNC);
  grant(to, "fetch", NULL, VITRINE_DOOR_ASYNC);
}

static void open_flags(unsigned flags) {
  vitrine_options options = vitrine_options_default();
  options.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  grant_all(session);
}

static void open_session(void) { open_flags(0); }

static void close_session(void) {
  vitrine_result_free(result);
  result = NULL;
  vitrine_session_free(session);
  session = NULL;
}

static void forget_result(void) {
  vitrine_result_free(result);
  result = NULL;
}

static vitrine_outcome start_limited(const vitrine_limits *limits, const char *source) {
  forget_result();
  CHECK_EQUAL(vitrine_start(session, limits, "test.py", source, strlen(source), &result),
              VITRINE_OK);
  return vitrine_result_outcome(result);
}

static vitrine_outcome start(const char *source) { return start_limited(NULL, source); }

static vitrine_outcome run(const char *source) {
  forget_result();
  CHECK_EQUAL(vitrine_run(session, "test.py", source, strlen(source), &result), VITRINE_OK);
  return vitrine_result_outcome(result);
}

static vitrine_outcome resume(void) {
  forget_result();
  CHECK_EQUAL(vitrine_resume(session, &result), VITRINE_OK);
  return vitrine_result_outcome(result);
}

/* Until it is time, as an event loop would. */
static void sleep_through(void) {
  while (vitrine_result_outcome(result) == VITRINE_PENDING) {
    vt_platform_sleep_ns(vitrine_result_wait(result) + 100000);
    (void)resume();
  }
}

static const char *message(void) {
  error = (vitrine_error){.size = sizeof error};
  return vitrine_result_error(result, &error) ? error.message : "(none)";
}

static int64_t number_of(const vitrine_call *call) {
  int64_t n = -1;
  (void)vitrine_value_int(vitrine_call_arg(call, 0), &n);
  return n;
}

/* Answers the pending call at `index` with an int. */
static void answer(size_t index, int64_t number) {
  CHECK_EQUAL(vitrine_call_return(vitrine_pending(session, index), vitrine_int(number)),
              VITRINE_OK);
}

static size_t count(void) {
  size_t n = 0;
  while (vitrine_pending(session, n) != NULL) n++;
  return n;
}

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

/* --- async functions --- */

/* Answers all calls that wait with ten times their number, from the last one on. */
static void answer_all(void) {
  for (size_t i = count(); i-- > 0;) answer(i, 10 * number_of(vitrine_pending(session, i)));
}

static void many_wait_at_once(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "async def one(n):\n  a = await fetch(n)\n  b = await fetch(a)\n  return b\n"
                    "async def main():\n"
                    "  return await asyncio.gather(one(1), one(2), fetch(3))\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(count(), 3);
  CHECK(vitrine_call_id(vitrine_pending(session, 0)) <
        vitrine_call_id(vitrine_pending(session, 1)));
  /* The second first. */
  size_t second = number_of(vitrine_pending(session, 0)) == 2 ? 0 : 1;
  answer(number_of(vitrine_pending(session, second)) == 2 ? second : 2, 20);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(count(), 3);
  while (vitrine_result_outcome(result) == VITRINE_PENDING) {
    answer_all();
    (void)resume();
  }
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[100, 200, 30]");
  close_session();
}

static void an_async_call_is_awaited(void) {
  static const struct {
    const char *source, *repr;
  } all[] = {
      {"async def main():\n  c = fetch(1)\n  return await c, await c\nasyncio.run(main())",
       "(10, 10)"},
      {"async def main():\n  t = asyncio.create_task(fetch(1))\n  await asyncio.sleep(0)\n"
       "  return await t\nasyncio.run(main())",
       "10"},
      {"asyncio.run(fetch(4))", "40"},
      {"async def main():\n  return await asyncio.wait_for(fetch(1), 5)\nasyncio.run(main())",
       "10"},
      {"async def main():\n  a, b = fetch(1), fetch(2)\n  return await b - await a\n"
       "asyncio.run(main())",
       "10"},
      {"async def one(c):\n  return await c\n"
       "async def main():\n  c = fetch(1)\n  return await asyncio.gather(one(c), one(c))\n"
       "asyncio.run(main())",
       "[10, 10]"},
      {"async def main():\n  lock = asyncio.Lock()\n"
       "  async def one(n):\n    async with lock:\n      return await fetch(n)\n"
       "  return await asyncio.gather(*[one(n) for n in range(5)])\nasyncio.run(main())",
       "[0, 10, 20, 30, 40]"},
      {"async def main():\n  fetch(1)\n  return 5\nasyncio.run(main())", "5"},
      {"fetch(1).close()\n6", "6"},
      {"async def main():\n  try:\n    await fetch(1)\n    raise KeyError('x')\n"
       "  except KeyError:\n    return await fetch(2)\nasyncio.run(main())",
       "20"},
      /* on the native stack: */
      {"async def main():\n  return ask(1) + await fetch(2)\nasyncio.run(main())", "30"},
      {"list(map(asyncio.run, [fetch(1), fetch(2)]))", "[10, 20]"},
  };
  size_t n = sizeof all / sizeof all[0] - (PARKS ? 0 : 2);
  for (size_t i = 0; i < n; i++) {
    open_session();
    CHECK_EQUAL(run("import asyncio"), VITRINE_DONE);
    (void)start(all[i].source);
    for (int round = 0; round < 9 && vitrine_result_outcome(result) == VITRINE_PENDING; round++) {
      answer_all();
      (void)resume();
    }
    if (vitrine_result_outcome(result) != VITRINE_DONE) printf("# case %zu: %s\n", i, message());
    CHECK_TEXT(vitrine_result_repr(result), all[i].repr);
    CHECK_EQUAL(count(), 0);
    close_session();
  }
}

static void errors_arrive_where_it_awaits(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "async def main():\n"
                    "  r = await asyncio.gather(fetch(1), fetch(2), return_exceptions=True)\n"
                    "  try:\n    await fetch(3)\n  except ValueError as e:\n    r.append(str(e))\n"
                    "  try:\n    web.get(5)\n  except TypeError as e:\n    r.append('late')\n"
                    "  try:\n    await web.get(5)\n  except TypeError as e:\n    r.append('type')\n"
                    "  return r\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_raise(vitrine_pending(session, 0), "KeyError", "k"), VITRINE_OK);
  answer(1, 7);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_raise(vitrine_pending(session, 0), "ValueError", "v"), VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[KeyError('k'), 7, 'v', 'type']");
  /* Nothing drives it. */
  CHECK_EQUAL(start("c = fetch(1)\nc.send(None)"), VITRINE_RAISED);
  CHECK_CONTAINS(message(), "no running event loop");
  /* In a run that does not wait, it is an error, where it is awaited. */
  CHECK_EQUAL(run("import asyncio\nasync def main():\n  c = fetch(1)\n  try:\n    await c\n"
                  "  except RuntimeError as e:\n    return 'vitrine_start' in str(e)\n"
                  "asyncio.run(main())"),
              VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "True");
  close_session();
}

static vitrine_status at_once(vitrine_call *call, void *user) {
  (void)user;
  if (number_of(call) == 0) return vitrine_call_raise(call, "KeyError", "zero");
  return vitrine_call_return(call, vitrine_int(number_of(call) + 1));
}

/* One that has a callback is awaited all the same. */
static void an_async_function_may_answer_at_once(void) {
  open_session();
  vitrine_door door = {
      .size = sizeof door, .name = "soon", .call = at_once, .flags = VITRINE_DOOR_ASYNC};
  CHECK_EQUAL(vitrine_grant_door(session, &door, NULL, NULL), VITRINE_OK);
  static const char source[] =
      "import asyncio\n"
      "async def main():\n"
      "  return await asyncio.gather(soon(1), soon(2), soon(0), return_exceptions=True)\n"
      "asyncio.run(main())";
  CHECK_EQUAL(run(source), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[2, 3, KeyError('zero')]");
  CHECK_EQUAL(start(source), VITRINE_DONE);
  char *text = vitrine_describe(session, 0, NULL);
  CHECK_CONTAINS(text, "await soon(...)");
  CHECK_CONTAINS(text, "  ask(...)");
  free(text);
  close_session();
}

static void sleeping_is_waiting(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio, time\n"
                    "async def tick(n):\n  await asyncio.sleep(n)\n  return n\n"
                    "async def main():\n"
                    "  a = time.monotonic()\n"
                    "  await asyncio.gather(tick(0.01), tick(0.03))\n"
                    "  return time.monotonic() - a >= 0.029\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(count(), 0);
  CHECK(vitrine_result_wait(result) > 0 && vitrine_result_wait(result) <= 10000000);
  sleep_through();
  CHECK_TEXT(vitrine_result_repr(result), "True");
  close_session();
}

static void what_is_not_wanted_is_gone(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "async def main():\n"
                    "  try:\n    await asyncio.wait_for(fetch(1), 0.005)\n"
                    "  except asyncio.TimeoutError:\n    pass\n"
                    "  t = asyncio.create_task(fetch(2))\n"
                    "  await asyncio.sleep(0)\n"
                    "  t.cancel()\n"
                    "  try:\n    await t\n"
                    "  except asyncio.CancelledError:\n    return await fetch(3)\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(number_of(vitrine_pending(session, 0)), 1);
  CHECK(vitrine_result_wait(result) <= 5000000);
  vt_platform_sleep_ns(6000000);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(count(), 1);
  CHECK_EQUAL(number_of(vitrine_pending(session, 0)), 3);
  answer(0, 4);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "4");
  close_session();
}

static void so_many_wait_and_no_more(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "calls = []\n"
                    "async def main():\n"
                    "  while True:\n"
                    "    c = fetch(len(calls))\n"
                    "    try:\n      c.send(None)\n"
                    "    except RuntimeError as e:\n      why = str(e)\n      break\n"
                    "    calls.append(c)\n"
                    "  return len(calls), why, await calls[7]\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(count(), 1000);
  vitrine_call *call = vitrine_pending(session, 7);
  CHECK(vitrine_pending_find(session, vitrine_call_id(call)) == call);
  answer(7, 5);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result),
             "(1000, '1000 calls wait for the host already: await some of them first', 5)");
  CHECK_EQUAL(start("import asyncio\n"
                    "async def main():\n"
                    "  a = [fetch('a' * 300000) for _ in range(4)]\n"
                    "  await a[3]\n"
                    "asyncio.run(main())"),
              VITRINE_RAISED);
  CHECK_CONTAINS(message(), "arguments of all calls");
  close_session();
}

static void answers_need_not_fit(void) {
  open_session();
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 4 << 20;
  size_t size = 900000;
  char *large = calloc(1, size);
  memset(large, 'x', size);
  CHECK_EQUAL(start_limited(&limits, "import asyncio\n"
                                     "async def main():\n"
                                     "  r = await asyncio.gather(*[fetch(n) for n in range(9)],\n"
                                     "                           return_exceptions=True)\n"
                                     "  return [type(x).__name__ for x in r]\n"
                                     "asyncio.run(main())"),
              VITRINE_PENDING);
  for (size_t i = 0; i < 9; i++)
    CHECK_EQUAL(vitrine_call_return(vitrine_pending(session, i), vitrine_str(large, size)),
                VITRINE_OK);
  vitrine_outcome outcome = resume();
  CHECK(outcome == VITRINE_OUT_OF_MEMORY || outcome == VITRINE_DONE);
  CHECK_EQUAL(run("1"), VITRINE_DONE);
  free(large);
  close_session();
}

/* Whatever the guest does to its side of it, the session is there afterwards. */
static void tampering_leads_nowhere(void) {
  static const char *const sources[] = {
      "_waiting.calls().clear()\nreturn await c",
      "_waiting.calls()[99] = 5\n_waiting.calls()['x'] = c\nreturn await c",
      "core._task_queue = None\nreturn await c",
      "del core._task_queue\nreturn await c",
      "core.cur_task = None\nreturn await c",
      "core.cur_task = 5\nreturn await c",
      "c.remove(None)\nc.remove(c)\nreturn await c",
      "c.throw(5)",
      "c.throw(KeyError, None, None)",
      "c.close()\nc.close()\nreturn await c",
      "_waiting.pause(-1)\n_waiting.pause(-1)",
      "_waiting.pause(10**30)",
      "_waiting.pause()",
      "type(c)()",
      "type(c).send(5, None)",
      "type(c).remove('x' * 100, None)",
      "class C(type(c)): pass\nreturn await C()",
      "c.tasks = 5\nc.id = 7",
      "core._io_queue = None\nreturn await c",
      "import sys\nsys.modules.clear()\nreturn await c",
      "core.Task = None\ncore._task_queue.push = None\nreturn await c",
      "core._task_queue.push(core.cur_task)\ncore._task_queue.push(core.cur_task)\nreturn await c",
      "try:\n    await c\n  finally:\n    await fetch(2)\n    return await fetch(3)",
      "import gc\nfor i in range(20): gc.collect()\nreturn await c",
      "asyncio.run(fetch(5))\nreturn await c",
      "globals().clear()\nreturn await c",
      "fetch.x = 5\nreturn await c",
      "import builtins\nbuiltins.fetch = print\nreturn await c",
  };
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    char source[1024] = "import asyncio, _waiting\nfrom asyncio import core\n"
                        "async def main():\n  c = fetch(1)\n";
    const char *from = sources[i];
    char *to = source + strlen(source);
    for (*to++ = ' ', *to++ = ' '; *from != 0; from++) {
      *to++ = *from;
      if (*from == '\n' && from[1] != ' ') *to++ = ' ', *to++ = ' ';
    }
    strcpy(to, "\nasyncio.run(main())");
    open_session();
    forget_result();
    vitrine_status status = vitrine_start(session, NULL, NULL, source, strlen(source), &result);
    for (int round = 0;
         round < 6 && status == VITRINE_OK && vitrine_result_outcome(result) == VITRINE_PENDING;
         round++) {
      if (round == 4) vitrine_cancel(session);
      if (count() != 0) answer_all();
      forget_result();
      status = vitrine_resume(session, &result);
    }
    CHECK(status == VITRINE_OK || (!PARKS && status == VITRINE_ERR_UNSUPPORTED));
    vitrine_outcome outcome = vitrine_result_outcome(result);
    if (status == VITRINE_OK && outcome != VITRINE_DONE && outcome != VITRINE_RAISED &&
        outcome != VITRINE_CANCELLED) {
      printf("# %s: %s\n", sources[i], vitrine_outcome_name(outcome));
      CHECK(false);
    }
    CHECK_EQUAL(count(), 0);
    CHECK_EQUAL(run("1 + 1"), VITRINE_DONE);
    close_session();
  }
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
  RUN(many_wait_at_once);
  RUN(an_async_call_is_awaited);
  RUN(errors_arrive_where_it_awaits);
  RUN(an_async_function_may_answer_at_once);
  RUN(sleeping_is_waiting);
  RUN(what_is_not_wanted_is_gone);
  RUN(so_many_wait_and_no_more);
  RUN(answers_need_not_fit);
  RUN(tampering_leads_nowhere);
  RUN(what_waits_is_saved_and_forked);
  RUN(a_copy_of_what_sleeps_sleeps_on);
  return tap_end();
}
