/* test_replay.c - what an audit log tells is done again, to the step; and where it is not. */
#include "check.h"
#include "platform.h"
#include "switch.h"
#include "vitrine.h"

/* --- a log in memory --- */

static char *log_text;
static size_t log_length;

static int keep(void *user, const char *line, size_t length) {
  (void)user;
  log_text = realloc(log_text, log_length + length + 1);
  memcpy(log_text + log_length, line, length);
  log_length += length;
  log_text[log_length] = 0;
  return 0;
}

static void forget_log(void) {
  free(log_text);
  log_text = NULL;
  log_length = 0;
}

/* --- a session that writes it --- */

static vitrine_session *session;

static vitrine_status tell(vitrine_call *call, void *user) {
  const char *text = "";
  int *count = user;
  (void)vitrine_value_text(vitrine_call_arg(call, 0), &text, NULL);
  if (strcmp(text, "raise") == 0) return vitrine_call_raise(call, "KeyError", "no \"such\"\n");
  if (strcmp(text, "fail") == 0) return VITRINE_ERR_SYSTEM;
  if (strcmp(text, "cancel") == 0) vitrine_cancel(session);
  if (strcmp(text, "large") == 0) {
    static char bytes[100000];
    return vitrine_call_return(call, vitrine_bytes(bytes, sizeof bytes));
  }
  if (strcmp(text, "nothing") == 0) return VITRINE_OK;
  vitrine_value *tuple = vitrine_tuple();
  vitrine_value_add(tuple, vitrine_int(++*count));
  vitrine_value_add(tuple, vitrine_value_copy(vitrine_call_arg(call, 0)));
  return vitrine_call_return(call, tuple);
}

static ptrdiff_t read_input(void *user, char *buffer, size_t size) {
  int *left = user;
  if (*left == 0) return 0;
  if (--*left == 1) return -1;
  (void)size;
  memcpy(buffer, "l\xc3\xa4ne\n\xff", 7);
  return 7;
}

static int count, lines;
static vitrine_snapshot *from; /* NULL: new */

static void open_with(unsigned flags, int clocks) {
  vitrine_options o = vitrine_options_default();
  vitrine_audit a = vitrine_audit_default();
  count = 0;
  lines = 3;
  o.flags = flags;
  a.write = keep;
  a.label = "a \"b\"\n";
  CHECK_EQUAL(from != NULL ? vitrine_snapshot_fork(from, &o, &session)
                           : vitrine_session_new(&o, &session),
              VITRINE_OK);
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_OK);
  vitrine_door door = {.size = sizeof door,
                       .name = "db.tell",
                       .signature = "(what: Any = None, *rest)",
                       .doc = "Tell.\n\"It\".",
                       .call = tell};
  CHECK_EQUAL(vitrine_grant_door(session, &door, &count, NULL), VITRINE_OK);
  if (!clocks) return;
  CHECK_EQUAL(vitrine_grant_clock(session, 1), VITRINE_OK);
  vitrine_status status = vitrine_grant_random(session);
  if (status == VITRINE_ERR_UNSUPPORTED) /* a build in C alone */
    status = vitrine_grant_random_seeded(session, "a", 1);
  CHECK_EQUAL(status, VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_input(session, read_input, &lines), VITRINE_OK);
}

static vitrine_outcome run_limited(const char *source, const vitrine_limits *limits) {
  vitrine_result *result = NULL;
  CHECK_EQUAL(vitrine_run_limited(session, limits, "r.py", source, strlen(source), &result),
              VITRINE_OK);
  vitrine_outcome outcome = vitrine_result_outcome(result);
  vitrine_result_free(result);
  return outcome;
}

static vitrine_outcome run(const char *source) { return run_limited(source, NULL); }

/* --- and its replay --- */

static vitrine_replayed found;

static vitrine_status replay_text(const char *text, size_t length) {
  vitrine_session *again = NULL;
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options o = vitrine_options_default();
  limits.memory = VITRINE_UNLIMITED;
  o.limits = &limits;
  CHECK_EQUAL(from != NULL ? vitrine_snapshot_fork(from, &o, &again)
                           : vitrine_session_new(&o, &again),
              VITRINE_OK);
  found = vitrine_replayed_empty();
  vitrine_status status = vitrine_replay(again, text, length, 0, &found);
  vitrine_session_free(again);
  return status;
}

/* Closes the session, and does it all again. */
static void same(uint64_t runs) {
  vitrine_session_free(session);
  vitrine_status status = replay_text(log_text, log_length);
  CHECK_EQUAL(status, VITRINE_OK);
  CHECK_TEXT(found.why, "");
  CHECK_EQUAL(found.same, 1);
  CHECK_EQUAL(found.runs, runs);
  CHECK_EQUAL(found.sessions, 1);
  if (!found.same) printf("# %.*s\n", (int)log_length, log_text);
  forget_log();
}

static void every_door_is_replayed(void) {
  open_with(0, 1);
  CHECK_EQUAL(run("import db, time, os, random\n"
                  "print(db.tell('x'), db.tell(b'\\xff', 1.5, [{(1,): {2}}]))\n"
                  "try: db.tell('raise')\n"
                  "except KeyError as e: print(repr(e))\n"
                  "print(time.time(), random.random(), os.urandom(70000)[-9:])\n"
                  "try: db.tell(1, q=2)\n"
                  "except TypeError as e: print(e)\n"
                  "print(len(db.tell('large')), db.tell('nothing'))\n"),
              VITRINE_DONE);
  CHECK_EQUAL(
      run("import sys\nprint(repr(sys.stdin.buffer.read(5)))\n"
          "try: print(repr(sys.stdin.buffer.read()))\n"
          "except OSError as e: print(e)\n"
          "a = time.monotonic(); time.sleep(0.002); print(time.monotonic() - a, time.time())"),
      VITRINE_DONE);
  CHECK_EQUAL(run("raise ValueError('\xc3\xbc')"), VITRINE_RAISED);
  CHECK_EQUAL(run("raise SystemExit(-3)"), VITRINE_DONE);
  same(4);
}

static void what_is_denied_is_replayed(void) {
  open_with(0, 0);
  CHECK_EQUAL(run("import time, os\n"
                  "for f in (time.time, lambda: os.urandom(5), input):\n"
                  "  try: f()\n"
                  "  except Exception as e: print(repr(e))\n"),
              VITRINE_DONE);
  CHECK_CONTAINS(log_text, "\"event\":\"clock\",\"outcome\":\"denied\"");
  CHECK_CONTAINS(log_text, "\"event\":\"random\",\"outcome\":\"denied\",\"bytes\":5");
  CHECK_CONTAINS(log_text, "\"event\":\"input\",\"outcome\":\"denied\"");
  same(1);
}

static void other_requests_are_replayed(void) {
  vitrine_result *result = NULL;
  vitrine_value *args = vitrine_list(), *dict = vitrine_dict();
  const char *const argv[] = {"a", "\xc3\xa9"};
  open_with(VITRINE_INTERACTIVE, 1);
  CHECK_EQUAL(vitrine_session_argv(session, 2, argv), VITRINE_OK);
  CHECK_EQUAL(run("def f(a): return a, db.tell(a), sys.argv\nimport db, sys; 7"), VITRINE_DONE);
  vitrine_dict_add(dict, vitrine_str("k", 1), vitrine_float(1.5));
  CHECK_EQUAL(vitrine_set(session, "v", dict), VITRINE_OK);
  vitrine_value_add(args, vitrine_str("q", 1));
  CHECK_EQUAL(vitrine_invoke(session, "f", args, &result), VITRINE_OK);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_invoke(session, "f", NULL, &result), VITRINE_OK);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_get(session, "v", &result), VITRINE_OK);
  vitrine_result_free(result);
  CHECK_EQUAL(run("print(v, _)"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_EQUAL(run("import db, sys; print(db.tell(3), sys.argv)"), VITRINE_DONE);
  CHECK_EQUAL(run("v"), VITRINE_RAISED);
  same(7);
}

static void what_is_rolled_back_is_replayed(void) {
  vitrine_result *result = NULL;
  open_with(VITRINE_TRANSACTIONAL, 1);
  CHECK_EQUAL(run("import db; x = [1]"), VITRINE_DONE);
  CHECK_EQUAL(run("x.append(db.tell(2)); 1 / 0"), VITRINE_RAISED);
  CHECK_EQUAL(run("print(x)"), VITRINE_DONE);
  const char fails[] = "x.append(db.tell(4)); db.tell('fail')";
  CHECK_EQUAL(vitrine_run(session, NULL, fails, sizeof fails - 1, &result), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(log_text, "\"event\":\"end\",\"outcome\":\"failed\",\"error\":\"the host function "
                           "db.tell returned");
  CHECK_EQUAL(run("print(x)"), VITRINE_DONE);
  same(4);
  CHECK_EQUAL(found.failed, 1);
}

/* Wherever a clock, a cancel or a count stopped it. */
static void stops_are_replayed(void) {
  static const char *const sources[] = {
      "while True: x = [1] * 100",
      "import db\nwhile True: db.tell(1)",
      "import time\nwhile True: time.time()",
      "import time\ntime.sleep(100)",
      "while True: print('line', end='')",
      "x = 10 ** 400000; y = str(x) * 2",
      "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
      "class A:\n  def __del__(self): pass\nwhile True:\n  try: a = A(); sorted(range(5000), "
      "key=lambda v: -v)\n"
      "  finally: print(1)",
      "x = 'a' * 3000000; x.replace('a', 'bb')",
      "import db\ntry: db.tell(list(range(50000)))\nfinally: print(2)",
      "list(range(100000))",
  };
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    open_with(i % 2 != 0 ? VITRINE_TRANSACTIONAL : 0, 1);
    vitrine_limits l = vitrine_limits_default();
    uint64_t runs = 0;
    for (uint64_t k = 0; k < 6; k++, runs += 2) {
      l.steps = l.cpu_ns = 0;
      l.time_ns = 300000 + 700000 * k;
      (void)run_limited(sources[i], &l);
      (void)run("print(1)");
      l.time_ns = 0;
      l.cpu_ns = 200000 + 300000 * k;
      if (i != 3) (void)run_limited(sources[i], &l);
      runs += i != 3;
      l.cpu_ns = 0;
      l.steps = 60000 + 7777 * k;
      if (i != 3) (void)run_limited(sources[i], &l);
      runs += i != 3;
    }
    same(runs);
  }
}

static void a_cancel_is_replayed(void) {
  vitrine_limits few = vitrine_limits_default();
  few.host_calls = 3;
  open_with(0, 1);
  CHECK_EQUAL(run("import db\ntry:\n  x = db.tell('cancel')\n  print(x)\nfinally: y = 1"),
              VITRINE_CANCELLED);
  CHECK_EQUAL(run("print('x' in globals())"), VITRINE_DONE);
  CHECK_EQUAL(run_limited("while True: db.tell(1)", &few), VITRINE_OUT_OF_CALLS);
  CHECK_CONTAINS(log_text, "\"outcome\":\"cancelled\"");
  same(3);
}

static void a_snapshot_is_replayed(void) {
  vitrine_session *first = NULL;
  vitrine_result *result = NULL;
  CHECK_EQUAL(vitrine_session_new(NULL, &first), VITRINE_OK);
  const char warm[] = "import json, time; rates = {'EUR': 1.08}; big = [0] * 100000";
  CHECK_EQUAL(vitrine_run(first, NULL, warm, sizeof warm - 1, &result), VITRINE_OK);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_snapshot_take(first, &from), VITRINE_OK);
  vitrine_session_free(first);
  open_with(0, 1);
  CHECK_EQUAL(run("print(json.dumps(rates), len(big), time.time(), time.monotonic())"),
              VITRINE_DONE);
  CHECK_EQUAL(run("rates = 1"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_EQUAL(run("print(rates)"), VITRINE_DONE);
  vitrine_snapshot *snapshot = from;
  from = NULL; /* in a session that begins elsewhere it is refused */
  CHECK_EQUAL(replay_text(log_text, log_length), VITRINE_ERR_LOG);
  CHECK_CONTAINS(vitrine_last_error(), "the log begins with the snapshot ");
  from = snapshot;
  same(3);
  from = NULL;
  open_with(0, 1);
  CHECK_EQUAL(run("1"), VITRINE_DONE);
  from = snapshot;
  CHECK_EQUAL(replay_text(log_text, log_length), VITRINE_ERR_LOG);
  CHECK_CONTAINS(vitrine_last_error(), "the log begins with a new session");
  from = NULL;
  same(1);
  vitrine_snapshot_free(snapshot);
}

/* --- runs that wait --- */

static void waits_are_replayed(void) {
  vitrine_result *result = NULL;
  const char *source = "import asyncio, time\n"
                       "async def one(n):\n"
                       "  try: return await later(n)\n"
                       "  except KeyError as e: return repr(e)\n"
                       "async def main():\n"
                       "  print(await asyncio.gather(*[one(n) for n in range(4)]))\n"
                       "  await asyncio.sleep(0.002)\n"
                       "  print(time.monotonic(), time.time())\n"
                       "asyncio.run(main())\n"
#if !defined(VT_SWITCH_NONE) /* a wait below a function in C takes a stack of its own */
                       "print(sorted([3, 2, 1], key=lambda v: ask(v)))\n"
#endif
                       "print(db.tell(ask(1)))\n";
  open_with(0, 1);
  vitrine_door later = {.size = sizeof later, .name = "later", .flags = VITRINE_DOOR_ASYNC};
  vitrine_door ask = {.size = sizeof ask, .name = "ask"};
  CHECK_EQUAL(vitrine_grant_door(session, &later, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_door(session, &ask, NULL, NULL), VITRINE_OK);
  for (int i = 0; i < 2; i++) {
    CHECK_EQUAL(vitrine_start(session, NULL, "w.py", source, strlen(source), &result), VITRINE_OK);
    for (int turn = 0; vitrine_result_outcome(result) == VITRINE_PENDING; turn++) {
      size_t waiting = 0;
      while (vitrine_pending(session, waiting) != NULL) waiting++;
      /* Some, the last first; and some not at all. */
      for (size_t k = waiting; k-- > 0;) {
        vitrine_call *call = vitrine_pending(session, k);
        if ((turn + (int)k) % 2 != 0 && waiting > 1) continue;
        if (k == 2) (void)vitrine_call_raise(call, "KeyError", "late");
        else (void)vitrine_call_return(call, vitrine_value_copy(vitrine_call_arg(call, 0)));
      }
      vitrine_result_free(result);
      CHECK_EQUAL(vitrine_resume(session, &result), VITRINE_OK);
    }
    CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_DONE);
    vitrine_result_free(result);
  }
  /* One that is cancelled while it waits, and one that is dropped. */
  const char *waits = "x = 1\nask(2)";
  CHECK_EQUAL(vitrine_start(session, NULL, "w.py", waits, strlen(waits), &result), VITRINE_OK);
  vitrine_result_free(result);
  vitrine_cancel(session);
  CHECK_EQUAL(vitrine_resume(session, &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_CANCELLED);
  vitrine_result_free(result);
  CHECK_EQUAL(run("ask(1)"), VITRINE_RAISED);
  CHECK_EQUAL(vitrine_start(session, NULL, "w.py", waits, strlen(waits), &result), VITRINE_OK);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_CONTAINS(log_text, "\"event\":\"end\",\"outcome\":\"dropped\"}");
  CHECK_CONTAINS(log_text, "\"event\":\"answer\",\"id\":1,\"door\":\"later\"");
  CHECK_EQUAL(run("import db; print(db.tell(5))"), VITRINE_DONE);
  same(5);
  CHECK_EQUAL(found.failed, 1);
}

/* A run that waited in a snapshot goes on in another session. */
static void a_revived_run_is_replayed(void) {
  vitrine_session *first = NULL;
  vitrine_result *result = NULL;
  vitrine_door ask = {.size = sizeof ask, .name = "ask"};
  CHECK_EQUAL(vitrine_session_new(NULL, &first), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_door(first, &ask, NULL, NULL), VITRINE_OK);
  const char source[] = "x = ask(20)\nprint(x)";
  CHECK_EQUAL(vitrine_start(first, NULL, "w.py", source, sizeof source - 1, &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_PENDING);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_snapshot_take(first, &from), VITRINE_OK);
  vitrine_session_free(first);
  open_with(0, 1);
  CHECK_EQUAL(vitrine_grant_door(session, &ask, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_resume(session, &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_PENDING);
  vitrine_result_free(result);
  (void)vitrine_call_return(vitrine_pending(session, 0), vitrine_str("told", 4));
  CHECK_EQUAL(vitrine_resume(session, &result), VITRINE_OK);
  CHECK_TEXT(vitrine_result_output(result, 1, NULL), "told\n");
  vitrine_result_free(result);
  CHECK_EQUAL(run("print(x)"), VITRINE_DONE);
  CHECK_CONTAINS(log_text, "\"event\":\"revive\"");
  same(2);
  vitrine_snapshot_free(from);
  from = NULL;
}

/* --- where it goes another way --- */

/* The log with `a` changed to `b`, of the same length or not. */
static void changed(const char *a, const char *b, vitrine_status status, const char *why) {
  char *at = strstr(log_text, a), *text = malloc(log_length + strlen(b) + 1);
  CHECK(at != NULL && text != NULL);
  if (at == NULL || text == NULL) return;
  size_t before = (size_t)(at - log_text), rest = log_length - before - strlen(a);
  memcpy(text, log_text, before);
  memcpy(text + before, b, strlen(b));
  memcpy(text + before + strlen(b), at + strlen(a), rest);
  CHECK_EQUAL(replay_text(text, before + strlen(b) + rest), status);
  CHECK_EQUAL(found.same, 0);
  CHECK_CONTAINS(found.why, why);
  if (status != VITRINE_OK) CHECK_CONTAINS(vitrine_last_error(), why);
  free(text);
}

static void differences_are_told(void) {
  open_with(0, 1);
  CHECK_EQUAL(
      run("import db, time\nprint('one', db.tell('x'), time.time() > 0)\ntime.sleep(0.001)"),
      VITRINE_DONE);
  vitrine_session_free(session);
  changed("print('one'", "print('two'", VITRINE_OK, ", and in the log ");
  changed("print('one'", "1;  1;('one'", VITRINE_OK, "steps is ");
  changed("db.tell('x')", "db.tell('y')", VITRINE_OK,
          "line 7: the call of db.tell has other arguments than in the log");
  changed("db.tell('x')", "db.told('x')", VITRINE_OK, "line 7: ");
  changed("\"outcome\":\"done\"", "\"outcome\":\"raised\"", VITRINE_OK,
          "outcome is done, and in the log raised");
  changed("\"event\":\"call\"", "\"event\":\"clock\"", VITRINE_OK, "line 7: ");
  changed("time.sleep(0.001)", "time.sleep(0.002)", VITRINE_OK, "the guest sleeps 2000000 ns");
  changed("time.sleep(0.001)", "print           ", VITRINE_OK,
          "the run ended, and in the log it goes on: sleep");
  changed("\"event\":\"sleep\"", "\"event\":\"close\"", VITRINE_OK,
          "here the guest asks for: sleep; in the log there is: close");
  forget_log();
}

static void a_damaged_log_is_told(void) {
  vitrine_session *used = NULL;
  open_with(0, 1);
  CHECK_EQUAL(run("import db\nprint('one', db.tell('x'))"), VITRINE_DONE);
  vitrine_session_free(session);
  changed("\"answer\":\"", "\"answer\":\"!", VITRINE_ERR_LOG,
          "line 7 of the log is damaged: bytes");
  changed("\"session\":", "\"session\" :", VITRINE_ERR_LOG,
          "line 1 of the log is damaged: character");
  changed(vitrine_guest_id(), "0000000000000000000000000000000000000000000000000000000000000000",
          VITRINE_ERR_LOG, "another build of the guest (000000000000…)");
  changed("\"complete\":true", "\"complete\":false", VITRINE_ERR_LOG, "no answers");
  changed("\"source\":\"", "\"source\":\"\\u0000", VITRINE_ERR_LOG, "missing");
  changed("\"source\":\"", "\"source\":\"\\ud800", VITRINE_ERR_LOG, "missing");
  changed("\"event\":\"end\"", "\"event\":\"ned\"", VITRINE_ERR_LOG, "has no ending");
  changed("\"event\":\"close\"", "\"event\":\"xlose\"", VITRINE_ERR_LOG,
          "no such line belongs here");
  changed("\"event\":\"close\"}\n", "\"event\":\"close\"}", VITRINE_ERR_LOG, "it is cut off");
  changed("\"depth\":1000", "\"depth\":99999999", VITRINE_ERR_LOG, "the limits of the run");
  for (size_t length = 0; length < log_length; length += 97) {
    vitrine_status status = replay_text(log_text, length);
    CHECK(status == VITRINE_ERR_LOG || (status == VITRINE_OK && log_text[length - 1] == '\n'));
  }
  CHECK_EQUAL(replay_text(NULL, 0), VITRINE_ERR_LOG);
  CHECK_CONTAINS(vitrine_last_error(), "the log tells of 0 sessions");
  CHECK_EQUAL(vitrine_session_new(NULL, &used), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_clock(used, 0), VITRINE_OK);
  CHECK_EQUAL(vitrine_replay(used, log_text, log_length, 0, &found), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_replay(used, log_text, log_length, 0, NULL), VITRINE_ERR_MISUSE);
  vitrine_session_free(used);
  forget_log();
}

int main(void) {
  RUN(every_door_is_replayed);
  RUN(what_is_denied_is_replayed);
  RUN(other_requests_are_replayed);
  RUN(what_is_rolled_back_is_replayed);
  RUN(stops_are_replayed);
  RUN(a_cancel_is_replayed);
  RUN(a_snapshot_is_replayed);
  RUN(waits_are_replayed);
  RUN(a_revived_run_is_replayed);
  RUN(differences_are_told);
  RUN(a_damaged_log_is_told);
  return tap_end();
}
