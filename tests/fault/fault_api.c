/* fault_api.c - the n-th allocation or mapping fails, for every n, in each thing
 * that a host can do. Nothing aborts, nothing leaks (ASan says so at the end), a
 * failed call says why, and the session that was there still runs.
 *
 * Each scenario is played with the first attempt failing, then the second, and
 * so on, until a whole play meets none. */
#include <string.h>

#include "../api/tap.h"
#include "alloc.h"
#include "vitrine.h"

#if defined(VT_FAULTS)

/* A scenario that never gets through is a bug of its own. */
#define MANY 5000u

static int shown;

/* What a host may be told when there is no memory: nothing else. */
static bool excused(vitrine_status status, const char *what) {
  bool good = status == VITRINE_OK || status == VITRINE_ERR_NOMEM || status == VITRINE_ERR_SYSTEM;
  if (!good && shown++ < 5) {
    printf("# %s: %s: %s\n", what, vitrine_status_text(status), vitrine_last_error());
  }
  CHECK(good);
  return status == VITRINE_OK;
}

/* With no fault: the session is there, and has what it had. */
static void still(vitrine_session *session) {
  vitrine_result *result = NULL;
  const char *source = "assert kept == [1, 'two', 3.5]; 1";
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_DONE);
  vitrine_result_free(result);
}

typedef void (*scenario)(vitrine_session *session);

/* Runs source; what it ends in is the guest's business, as long as it ends. */
static void run(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  vitrine_status status = vitrine_run(session, "f.py", source, strlen(source), &result);
  if (excused(status, "run")) {
    vitrine_error error;
    vitrine_spent spent = vitrine_spent_empty();
    memset(&error, 0, sizeof error);
    error.size = sizeof error;
    vitrine_result_error(result, &error);
    vitrine_result_spent(result, &spent);
    CHECK(vitrine_result_output(result, 1, NULL) != NULL);
    CHECK(vitrine_result_output(result, 2, NULL) != NULL);
    free(vitrine_result_json(result, NULL));
    free(vitrine_result_explain(result, 200, NULL));
    vitrine_value_free(vitrine_value_copy(vitrine_result_value(result)));
  } else {
    CHECK(result == NULL);
  }
  vitrine_result_free(result);
}

static void play_plain(vitrine_session *session) { run(session, "1 + 1"); }

static void play_output(vitrine_session *session) {
  run(session, "for i in range(200):\n  print('x' * 99)\nimport sys\nsys.stderr.write('e' * 5000)");
}

static void play_value(vitrine_session *session) {
  run(session, "[1, 'two', 3.5, b'four', (5, None), {6: [True]}, {7}, 2**100, frozenset([8])]");
}

static void play_raised(vitrine_session *session) {
  run(session, "def f(n):\n  return f(n - 1) if n else {}['missing' * 20]\nf(50)");
}

static void play_syntax_error(vitrine_session *session) { run(session, "x = = 1"); }

static void play_out_of_memory(vitrine_session *session) {
  run(session, "def f():\n  hold = []\n  while True:\n    hold.append(bytes(100000))\nf()");
}

static void play_growing(vitrine_session *session) {
  run(session, "grown = bytearray(1000000)\ngrown[500000] = 1\ngrown = None");
}

static void play_stopped(vitrine_session *session) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_result *result = NULL;
  const char *source = "l = []\nwhile True:\n  l.append(1)\n  if len(l) > 1000:\n    l = []";
  limits.steps = 300000;
  vitrine_status status =
      vitrine_run_limited(session, &limits, NULL, source, strlen(source), &result);
  if (excused(status, "run_limited")) {
    CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_STEPS);
  }
  vitrine_result_free(result);
}

static vitrine_value *pair(void) {
  vitrine_value *list = vitrine_list();
  vitrine_value_add(list, vitrine_str("text", 4));
  vitrine_value_add(list, vitrine_int_text("-123456789012345678901234567890"));
  return list;
}

static void play_set_get(vitrine_session *session) {
  vitrine_result *result = NULL;
  vitrine_value *dict = vitrine_dict(), *value = pair();
  /* Makers give NULL and takers take it; a NULL value is the caller's mistake. */
  if (dict != NULL && value != NULL &&
      vitrine_dict_add(dict, vitrine_str("k", 1), value) == VITRINE_OK) {
    excused(vitrine_set(session, "given", dict), "set");
  } else {
    if (dict == NULL) vitrine_value_free(value);
    vitrine_value_free(dict);
  }
  excused(vitrine_get(session, "kept", &result), "get");
  free(vitrine_value_json(vitrine_result_value(result), NULL));
  vitrine_result_free(result);
}

static void play_invoke(vitrine_session *session) {
  vitrine_result *result = NULL;
  vitrine_value *arguments = vitrine_list();
  if (arguments != NULL && vitrine_value_add(arguments, vitrine_int(20)) == VITRINE_OK) {
    excused(vitrine_invoke(session, "twice", arguments, &result), "invoke");
  } else {
    vitrine_value_free(arguments);
  }
  vitrine_result_free(result);
}

static vitrine_status echo(vitrine_call *call, void *user) {
  (void)user;
  vitrine_value *copy = vitrine_value_copy(vitrine_call_arg(call, 0));
  if (copy == NULL) return VITRINE_ERR_NOMEM;
  return vitrine_call_return(call, copy);
}

static void play_call(vitrine_session *session) {
  run(session, "assert echo([1, 'a' * 500, {'k': 2.5}])[2] == {'k': 2.5}");
}

static int dropped;
static void drop(void *user) { dropped += user != NULL; }

/* A grant is made once, so each play has a session of its own. */
static void play_grant(vitrine_session *session) {
  vitrine_session *other = NULL;
  int user, before = dropped;
  (void)session;
  if (excused(vitrine_session_new(NULL, &other), "session_new")) {
    vitrine_status status = vitrine_grant_function(other, "mod.f", echo, &user, drop);
    /* drop is called at once if the grant failed, else when the session goes. */
    CHECK_EQUAL(dropped, before + !excused(status, "grant_function"));
    excused(vitrine_grant_clock(other, 0), "grant_clock");
    excused(vitrine_grant_random(other), "grant_random");
    run(other, "import time; time.time()");
    vitrine_session_free(other);
    CHECK_EQUAL(dropped, before + 1);
  }
}

static void play_argv(vitrine_session *session) {
  const char *const argv[] = {"name", "one", "zwei"};
  excused(vitrine_session_argv(session, 3, argv), "argv");
}

static void play_fresh(vitrine_session *session) {
  vitrine_session *other = NULL;
  (void)session;
  if (excused(vitrine_session_new(NULL, &other), "session_new")) {
    run(other, "sum(range(100))");
  } else {
    CHECK(other == NULL);
  }
  vitrine_session_free(other);
}

static void play_transactional(vitrine_session *session) {
  vitrine_options options = vitrine_options_default();
  vitrine_session *other = NULL;
  (void)session;
  options.flags = VITRINE_TRANSACTIONAL | VITRINE_INTERACTIVE;
  if (excused(vitrine_session_new(&options, &other), "session_new")) {
    run(other, "x = [0] * 50000");
    run(other, "for i in range(50000):\n  x[i] = i\nraise ValueError(x[5])");
  }
  vitrine_session_free(other);
}

static void play_explained(vitrine_session *session) {
  vitrine_options options = vitrine_options_default();
  vitrine_session *other = NULL;
  (void)session;
  options.flags = VITRINE_EXPLAINED;
  if (excused(vitrine_session_new(&options, &other), "session_new")) {
    run(other, "rows = [1, 2]\ndef f():\n  return 1 / 0\nf()");
    free(vitrine_describe(other, 0, NULL));
    run(other, "x = = 1");
  }
  vitrine_session_free(other);
}

static void play_reset(vitrine_session *session) {
  vitrine_session *other = NULL;
  (void)session;
  if (excused(vitrine_session_new(NULL, &other), "session_new")) {
    run(other, "x = bytes(300000)");
    excused(vitrine_session_reset(other), "reset");
    run(other, "1");
  }
  vitrine_session_free(other);
}

static int count_bytes(void *user, const void *bytes, size_t length) {
  (void)bytes;
  *(size_t *)user += length;
  return 0;
}

/* Taken from the resident, which must not notice. */
static void play_snapshot(vitrine_session *session) {
  vitrine_snapshot *snapshot = NULL;
  vitrine_session *fork = NULL;
  if (excused(vitrine_snapshot_take(session, &snapshot), "snapshot_take")) {
    if (excused(vitrine_snapshot_fork(snapshot, NULL, &fork), "snapshot_fork")) {
      run(fork, "kept.append(4)");
      excused(vitrine_session_reset(fork), "reset");
      run(fork, "assert len(kept) == 3");
    } else {
      CHECK(fork == NULL);
    }
    excused(vitrine_session_reset_to(session, snapshot), "reset_to");
  } else {
    CHECK(snapshot == NULL);
  }
  vitrine_session_free(fork);
  vitrine_snapshot_free(snapshot);
}

static void play_saved(vitrine_session *session) {
  vitrine_snapshot *snapshot = NULL, *back = NULL;
  vitrine_image_options options = vitrine_image_options_default();
  size_t length = 0;
  static const char path[] = "/tmp/vitrine-fault-saved";
  options.key = "a key for the fault test";
  options.key_length = 24;
  if (excused(vitrine_snapshot_take(session, &snapshot), "snapshot_take")) {
    excused(vitrine_snapshot_save(snapshot, &options, count_bytes, &length), "snapshot_save");
    if (excused(vitrine_snapshot_save_file(snapshot, &options, path), "snapshot_save_file") &&
        excused(vitrine_snapshot_load_file(&options, path, &back), "snapshot_load_file"))
      excused(vitrine_session_reset_to(session, back), "reset_to");
  }
  vitrine_snapshot_free(back);
  vitrine_snapshot_free(snapshot);
  remove(path);
}

/* The resident session that must outlive every fault. Made under no fault. */
static vitrine_session *resident(void) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  vitrine_session *session = NULL;
  vitrine_result *result = NULL;
  const char *source = "kept = [1, 'two', 3.5]\ndef twice(x):\n  return x * 2";
  limits.memory = 8u << 20;
  limits.output = 8192;
  options.limits = &limits;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "echo", echo, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  CHECK(vitrine_result_ok(result));
  vitrine_result_free(result);
  return session;
}

static void every(scenario play, vitrine_session *session) {
  for (uint64_t n = 1; n < MANY; ++n) {
    vt_fault_at(n);
    play(session);
    uint64_t met = vt_fault_count();
    vt_fault_at(0);
    if (session != NULL) still(session);
    if (tap_bad) {
      printf("# where attempt %" PRIu64 " failed\n", n);
      return;
    }
    if (met < n) {
      printf("# %" PRIu64 " attempts\n", n - 1);
      return;
    }
  }
  CHECK(!"it never gets through");
}

/* First of all, while the process has no boot image yet. */
static char kept_log[65536];
static size_t kept_length;

static int keep_line(void *user, const char *line, size_t length) {
  (void)user;
  if (kept_length + length > sizeof kept_log) return -1;
  memcpy(kept_log + kept_length, line, length);
  kept_length += length;
  return 0;
}

static void play_audit(vitrine_session *session) {
  vitrine_session *other = NULL, *again = NULL;
  vitrine_audit a = vitrine_audit_default();
  vitrine_replayed found = vitrine_replayed_empty();
  (void)session;
  kept_length = 0;
  a.write = keep_line;
  if (excused(vitrine_session_new(NULL, &other), "session_new") &&
      excused(vitrine_session_audit(other, &a), "session_audit")) {
    excused(vitrine_grant_function(other, "host", echo, NULL, NULL), "grant_function");
    run(other, "print(host(1, k=2))");
    run(other, "import time; time.sleep(0)");
  }
  vitrine_session_free(other);
  if (kept_length != 0 && excused(vitrine_session_new(NULL, &again), "session_new")) {
    vitrine_status status = vitrine_replay(again, kept_log, kept_length, 0, &found);
    if (status != VITRINE_ERR_LOG) excused(status, "replay"); /* a line may be lost */
  }
  vitrine_session_free(again);
}

static void boot_then_fresh(void) { every(play_fresh, NULL); }

#define IN_RESIDENT(name)                  \
  static void name(void) {                 \
    vitrine_session *session = resident(); \
    every(play_##name, session);           \
    vitrine_session_free(session);         \
  }
IN_RESIDENT(plain)
IN_RESIDENT(output)
IN_RESIDENT(value)
IN_RESIDENT(raised)
IN_RESIDENT(syntax_error)
IN_RESIDENT(out_of_memory)
IN_RESIDENT(growing)
IN_RESIDENT(stopped)
IN_RESIDENT(set_get)
IN_RESIDENT(invoke)
IN_RESIDENT(call)
IN_RESIDENT(grant)
IN_RESIDENT(argv)
IN_RESIDENT(fresh)
IN_RESIDENT(transactional)
IN_RESIDENT(explained)
IN_RESIDENT(reset)
IN_RESIDENT(snapshot)
IN_RESIDENT(saved)
IN_RESIDENT(audit)

int main(void) {
  RUN(boot_then_fresh);
  RUN(plain);
  RUN(output);
  RUN(value);
  RUN(raised);
  RUN(syntax_error);
  RUN(out_of_memory);
  RUN(growing);
  RUN(stopped);
  RUN(set_get);
  RUN(invoke);
  RUN(call);
  RUN(grant);
  RUN(argv);
  RUN(fresh);
  RUN(transactional);
  RUN(explained);
  RUN(reset);
  RUN(snapshot);
  RUN(saved);
  RUN(audit);
  return tap_end();
}

#else
int main(void) {
  tap_skip("fault_api", "this build has no faults");
  return tap_end();
}
#endif
