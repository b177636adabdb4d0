/* fault_sessions.c - the life of a session when the n-th allocation, mapping or
 * file is refused, for every n: each call says so with a status, nothing leaks,
 * and a session that lives is as it was before the call that failed. */
#include "../api/check.h"
#include "alloc.h"
#include "vitrine.h"

static vitrine_session *session;
static int drops;
static uint64_t attempts; /* of the use() at hand, up to where it stopped failing */

static void drop(void *user) {
  (void)user;
  drops++;
}

static vitrine_status answer(vitrine_call *call, void *user) {
  (void)user;
  vitrine_value *list = vitrine_list();
  if (list == NULL) return VITRINE_ERR_NOMEM;
  for (int i = 0; i < 20; i++) {
    vitrine_value *text = vitrine_str("some text", 9);
    if (text == NULL) vitrine_value_free(list);
    if (text == NULL) return VITRINE_ERR_NOMEM;
    vitrine_value_add(list, text);
  }
  return vitrine_call_return(call, list);
}

/* Not every failure is seen: some attempts can be done without. */
static bool is_good(vitrine_status status) {
  CHECK(status == VITRINE_OK || status == VITRINE_ERR_NOMEM);
  return status == VITRINE_OK;
}

static bool make_session(void) {
  vitrine_session *made;
  if (!is_good(vitrine_session_new(NULL, &made))) {
    CHECK(made == NULL);
    return false;
  }
  vitrine_session_free(made);
  return true;
}

/* The run's `n` counts how often it was begun and not rolled back. */
static bool run(const char *source) {
  vitrine_result *result;
  bool good = is_good(vitrine_run(session, NULL, source, strlen(source), &result));
  CHECK_EQUAL(good, result != NULL);
  if (good) {
    CHECK(vitrine_result_outcome(result) == VITRINE_DONE ||
          vitrine_result_outcome(result) == VITRINE_RAISED);
    vitrine_result_free(result);
  }
  return good;
}

static int64_t n_of_session(void) {
  vitrine_result *result;
  int64_t n = -1;
  vt_fault_at(0);
  CHECK_EQUAL(vitrine_get(session, "n", &result), VITRINE_OK);
  CHECK(vitrine_value_int(vitrine_result_value(result), &n));
  vitrine_result_free(result);
  return n;
}

/* A run that changes n, and one that must not have changed it if it failed. */
static bool run_and_compare(const char *source) {
  bool good = run(source);
  attempts = vt_fault_count();
  int64_t n = n_of_session();
  CHECK_EQUAL(n, good ? 2 : 1);
  CHECK_EQUAL(vitrine_set(session, "n", vitrine_int(1)), VITRINE_OK);
  return good;
}

static bool run_plain(void) { return run_and_compare("n = 2\nx = [n] * 10\nx"); }
static bool run_with_output(void) {
  return run_and_compare("n = 2\nfor i in range(200): print('line', i)");
}
static bool run_that_raises(void) { return run_and_compare("n = 2\nraise ValueError('no')"); }
static bool run_with_calls(void) {
  return run_and_compare("n = 2\ny = [f(i, [i, 'two'], k=b'3') for i in range(3)]\ny");
}
static bool run_with_many_cards(void) {
  return run_and_compare("n = 2\nfor k in range(len(big)): big[k] = [k]");
}

static bool set_global(void) {
  vitrine_value *list = vitrine_list();
  if (list == NULL) return false;
  for (int i = 0; i < 10; i++) vitrine_value_add(list, vitrine_bool(i));
  return is_good(vitrine_set(session, "v", list));
}

static bool invoke(void) {
  vitrine_result *result;
  vitrine_value *args = vitrine_list(), *text = vitrine_str("abc", 3);
  if (args == NULL || text == NULL) { /* args of NULL would mean none */
    vitrine_value_free(args);
    vitrine_value_free(text);
    return false;
  }
  vitrine_value_add(args, text);
  if (!is_good(vitrine_invoke(session, "len_of", args, &result))) return false;
  CHECK_TEXT(vitrine_result_repr(result), "3");
  vitrine_result_free(result);
  return true;
}

static bool set_argv(void) {
  static const char *const argv[] = {"program", "one", "two"};
  return is_good(vitrine_session_argv(session, 3, argv));
}

static bool reset(void) { return is_good(vitrine_session_reset(session)); }

/* use() is tried with every attempt failing in turn, then with none. */
static void fail_each(bool (*use)(void)) {
  vt_fault_at(0);
  CHECK(use());
  CHECK(use());
  bool all_good = false;
  for (uint64_t n = 1; n < 3000 && !all_good; n++) {
    vt_fault_at(n);
    attempts = 0;
    bool good = use();
    if (attempts == 0) attempts = vt_fault_count();
    all_good = good && attempts < n; /* the n-th was never reached */
    vt_fault_at(0);
    CHECK(use());
  }
  CHECK(all_good);
}

static void the_first_boot(void) {
  /* The process has no image yet: each failure leaves none, and the next tries. */
  uint64_t n = 1;
  for (bool good = false; !good && n < 3000; n++) {
    vt_fault_at(n);
    good = make_session();
  }
  vt_fault_at(0);
  CHECK(n > 4);
  CHECK(make_session());
}

static void new_sessions(void) { fail_each(make_session); }

static void open_session(void) {
  vt_fault_at(0);
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "f", answer, NULL, drop), VITRINE_OK);
  CHECK_EQUAL(vitrine_set(session, "n", vitrine_int(1)), VITRINE_OK);
  CHECK(run("big = [0] * 40000\ndef len_of(x): return len(x)"));
}

static void close_session(void) {
  vt_fault_at(0);
  vitrine_session_free(session);
  session = NULL;
}

static void in_a_session(bool (*use)(void)) {
  open_session();
  fail_each(use);
  close_session();
}

static void runs(void) {
  in_a_session(run_plain);
  in_a_session(run_with_output);
  in_a_session(run_that_raises);
}
static void host_calls(void) { in_a_session(run_with_calls); }
static void long_undo_logs(void) { in_a_session(run_with_many_cards); }
static void globals(void) {
  in_a_session(set_global);
  in_a_session(invoke);
}
static void settings(void) {
  in_a_session(set_argv);
  in_a_session(reset);
}

static void grants(void) {
  open_session();
  bool good = false;
  int names = 0;
  drops = 0;
  for (uint64_t n = 1; n < 100 && !good; n++) {
    char name[20];
    snprintf(name, sizeof name, "g%d", names++);
    vt_fault_at(n);
    good = is_good(vitrine_grant_function(session, name, answer, NULL, drop));
    vt_fault_at(0);
    CHECK_EQUAL(drops, good ? (int)n - 1 : (int)n);
  }
  CHECK(good);
  close_session();
  CHECK_EQUAL(drops, names + 1); /* and f's */
}

int main(void) {
  RUN(the_first_boot);
  RUN(new_sessions);
  RUN(runs);
  RUN(host_calls);
  RUN(long_undo_logs);
  RUN(globals);
  RUN(settings);
  RUN(grants);
  return tap_end();
}
