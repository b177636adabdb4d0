/* test_calls.c - host functions and the other grants, with the real guest. */
#include <fenv.h>
#include <math.h>

#include "live.h"

static void check_error(const char *source, const char *type, const char *message) {
  vitrine_error error = {.size = sizeof error};
  CHECK_EQUAL(run(source), VITRINE_RAISED);
  CHECK_EQUAL(vitrine_result_error(result, &error), 1);
  CHECK_TEXT(error.type, type);
  CHECK_CONTAINS(error.message, message);
}

/* --- functions --- */

static vitrine_status echo(vitrine_call *call, void *user) {
  (void)user;
  CHECK_TEXT(vitrine_call_name(call), "echo");
  return vitrine_call_return(call, vitrine_value_copy(vitrine_call_arg(call, 0)));
}

static vitrine_status describe(vitrine_call *call, void *user) {
  (void)user;
  vitrine_value *list = vitrine_list();
  vitrine_value_add(list, vitrine_str(vitrine_call_name(call), strlen(vitrine_call_name(call))));
  vitrine_value_add(list, vitrine_int((int64_t)vitrine_call_count(call)));
  const vitrine_value *limit = vitrine_call_keyword(call, "limit");
  vitrine_value_add(list, limit != NULL ? vitrine_value_copy(limit) : vitrine_str("none", 4));
  CHECK(vitrine_call_arg(call, vitrine_call_count(call)) == NULL);
  CHECK(vitrine_call_keyword(call, "nothing") == NULL);
  CHECK_EQUAL(vitrine_value_type(vitrine_call_args(call)), VITRINE_TYPE_LIST);
  CHECK_EQUAL(vitrine_value_count(vitrine_call_args(call)), vitrine_call_count(call));
  CHECK_EQUAL(vitrine_value_type(vitrine_call_keywords(call)), VITRINE_TYPE_DICT);
  CHECK_EQUAL(vitrine_value_count(vitrine_call_keywords(call)) != 0, limit != NULL);
  CHECK(vitrine_call_args(NULL) == NULL && vitrine_call_keywords(NULL) == NULL);
  CHECK(vitrine_call_time_left(call) > 0);
  return vitrine_call_return(call, list);
}

static vitrine_status nothing(vitrine_call *call, void *user) {
  (void)call;
  ++*(int *)user;
  return VITRINE_OK;
}

static vitrine_status raise_it(vitrine_call *call, void *user) {
  (void)user;
  const char *type = "ValueError", *message = "";
  (void)vitrine_value_text(vitrine_call_arg(call, 0), &type, NULL);
  (void)vitrine_value_text(vitrine_call_arg(call, 1), &message, NULL);
  return vitrine_call_raise(call, type, message);
}

static vitrine_status refuse(vitrine_call *call, void *user) {
  (void)call;
  return *(vitrine_status *)user;
}

static void count_drops(void *user) { ++*(int *)user; }

static void values_go_there_and_back(void) {
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "echo", echo, NULL, NULL), VITRINE_OK);
  static const char *const values[] = {"None",
                                       "True",
                                       "0",
                                       "-1",
                                       "123456789012345678901234567890",
                                       "-2**200",
                                       "1.5",
                                       "float('inf')",
                                       "''",
                                       "'\\0\xf0\x9f\x98\x80'",
                                       "b'\\xff\\x00'",
                                       "[]",
                                       "[1, [2, (3, 'x')]]",
                                       "()",
                                       "(1,)",
                                       "{}",
                                       "{'a': 1, 2: [3], (4, 5): None}",
                                       "{1, 2}",
                                       "frozenset({3})",
                                       "set()"};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
    char source[200];
    snprintf(source, sizeof source, "v = %s\nw = echo(v)\nv == w and type(v) is type(w)",
             values[i]);
    const char *repr = repr_of(source);
    if (repr == NULL || strcmp(repr, "True") != 0) printf("# %s\n", values[i]);
    CHECK_TEXT(repr, "True");
  }
  CHECK_TEXT(repr_of("w = echo(float('nan'))\nw != w"), "True");
  CHECK_TEXT(repr_of("x = [1]\ny = echo(x)\ny.append(2)\nx"), "[1]");
  close_session();
}

static void arguments_and_names(void) {
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "db.query", describe, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "db.other", describe, NULL, NULL), VITRINE_OK);
  CHECK_TEXT(repr_of("import db\ndb.query(1, 'two', limit=5)"), "['db.query', 2, 5]");
  CHECK_TEXT(repr_of("db.other()"), "['db.other', 0, 'none']");
  CHECK_TEXT(repr_of("from db import query\nquery(limit=None)"), "['db.query', 0, None]");
  close_session();
}

static void no_answer_is_none(void) {
  int calls = 0;
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "log", nothing, &calls, NULL), VITRINE_OK);
  CHECK_TEXT(repr_of("log('x') is None"), "True");
  CHECK_EQUAL(calls, 1);
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  CHECK_EQUAL(spent.host_calls, 1);
  close_session();
}

static void errors_cross(void) {
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "fail", raise_it, NULL, NULL), VITRINE_OK);
  check_error("fail('KeyError', 'k\xc3\xa9y')", "KeyError", "k\xc3\xa9y");
  check_error("fail('teapot', 'short')", "HostError", "short");
  check_error("fail()", "ValueError", "");
  CHECK_TEXT(
      repr_of(
          "try:\n  fail('teapot', 'short')\nexcept HostError as e:\n  r = (e.code, e.args)\nr[0]"),
      "'teapot'");
  /* What would end more than a call is no built-in exception here. */
  check_error("fail('SystemExit', '1')", "HostError", "");
  check_error("fail(1, 2, object())", "TypeError", "argument 3");
  close_session();
}

static void a_status_ends_the_run(void) {
  vitrine_status status = VITRINE_ERR_SYSTEM;
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "refuse", refuse, &status, NULL), VITRINE_OK);
  CHECK_EQUAL(run("x = 1"), VITRINE_DONE);
  vitrine_result *r = (vitrine_result *)&status;
  static const char source[] = "x = 2\ntry:\n  refuse()\nfinally:\n  x = 3";
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &r), VITRINE_ERR_SYSTEM);
  CHECK(r == NULL);
  CHECK_CONTAINS(vitrine_last_error(), "refuse");
  CHECK_TEXT(repr_of("x"), "1");
  close_session();
}

static vitrine_status too_much(vitrine_call *call, void *user) {
  static char big[5000];
  memset(big, 'x', sizeof big);
  (void)user;
  vitrine_status status = vitrine_call_return(call, vitrine_str(big, sizeof big));
  CHECK_EQUAL(status, VITRINE_ERR_TOOBIG);
  return vitrine_call_raise(call, "ValueError", "the answer is too large");
}

static void values_have_a_limit(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.value = 1000;
  open_session();
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "echo", echo, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "much", too_much, NULL, NULL), VITRINE_OK);
  check_error("echo('x' * 2000)", "ValueError", "1000");
  check_error("much()", "ValueError", "too large");
  CHECK_TEXT(repr_of("len(echo('x' * 900))"), "900");
  CHECK_TEXT(repr_of("len(echo(['x' * 450, 'y' * 450]))"), "2");
  CHECK_EQUAL(run("'x' * 2000"), VITRINE_DONE);
  CHECK(vitrine_result_value(result) == NULL);
  CHECK(vitrine_result_repr(result) != NULL);
  close_session();
}

/* A value nests as deep in an argument and in an answer as one that comes alone. */
static void values_nest_64_deep_both_ways(void) {
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "echo", echo, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(run("def nest(around, inside, n):\n"
                  "  for _ in range(n): inside = around(inside)\n"
                  "  return inside\n"
                  "around = [lambda x: [x], lambda x: (x,), lambda x: {1: x}]\n"
                  "def same(n):\n"
                  "  for a in around:\n"
                  "    for x in (7, 10**30, 'x', None):\n"
                  "      v = nest(a, x, n)\n"
                  "      if echo(v) != v or echo(1, key=v) != 1: return False\n"
                  "  return True\n"),
              VITRINE_DONE);
  CHECK_TEXT(repr_of("[same(n) for n in (0, 1, 62, 63, 64)]"), "[True, True, True, True, True]");
  check_error("echo(nest(around[0], 1, 65))", "ValueError", "nests too deep");
  CHECK_EQUAL(run("nest(around[0], 1, 64)"), VITRINE_DONE);
  vitrine_value *deep = vitrine_value_copy(vitrine_result_value(result));
  CHECK(deep != NULL);
  CHECK_EQUAL(vitrine_set(session, "deep", deep), VITRINE_OK);
  CHECK_TEXT(repr_of("deep == nest(around[0], 1, 64)"), "True");
  close_session();
}

static void invoke_with_any_number_of_arguments(void) {
  static const int counts[] = {0, 1, 8, 9, 1000};
  open_session();
  CHECK_EQUAL(run("import gc\ndef f(*a):\n  gc.collect()\n  return len(a), sum(map(len, a))"),
              VITRINE_DONE);
  for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
    char wanted[40];
    vitrine_value *args = vitrine_list();
    for (int k = 0; k < counts[i]; k++) vitrine_value_add(args, vitrine_str("four", 4));
    vitrine_result_free(result);
    result = NULL;
    CHECK_EQUAL(vitrine_invoke(session, "f", args, &result), VITRINE_OK);
    snprintf(wanted, sizeof wanted, "(%d, %d)", counts[i], 4 * counts[i]);
    CHECK_TEXT(vitrine_result_repr(result), wanted);
  }
  close_session();
}

/* f(1, …, name=n): one without a name for each of `places`. */
static vitrine_status invoke_by_name(size_t places, vitrine_value *name, size_t names) {
  vitrine_value *list = vitrine_list(), *named = vitrine_dict(), *both = vitrine_tuple();
  for (size_t i = 0; i < places; i++) vitrine_value_add(list, vitrine_int(1));
  if (name != NULL) vitrine_dict_add(named, name, vitrine_int(2));
  for (size_t i = 0; i < names; i++) {
    char text[20];
    int length = snprintf(text, sizeof text, "name_%zu", i);
    vitrine_dict_add(named, vitrine_str(text, (size_t)length), vitrine_str("four", 4));
  }
  vitrine_value_add(both, list);
  vitrine_value_add(both, named);
  vitrine_result_free(result);
  return vitrine_invoke(session, "f", both, &result);
}

static void invoke_with_names(void) {
  open_session();
  CHECK_EQUAL(run("import gc\ndef f(a, *b, c=0, **d):\n  gc.collect()\n"
                  "  return a, len(b), c, len(d), sum(map(len, d.values()))"),
              VITRINE_DONE);
  CHECK_EQUAL(invoke_by_name(3, vitrine_str("c", 1), 0), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "(1, 2, 2, 0, 0)");
  CHECK_EQUAL(invoke_by_name(0, vitrine_str("a", 1), 0), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "(2, 0, 0, 0, 0)");
  CHECK_EQUAL(invoke_by_name(20, NULL, 100), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "(1, 19, 0, 100, 400)");
  CHECK_EQUAL(invoke_by_name(1, NULL, 0), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "(1, 0, 0, 0, 0)");
  CHECK_EQUAL(invoke_by_name(1, vitrine_str("a", 1), 0), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_RAISED);
  CHECK_EQUAL(invoke_by_name(1, vitrine_int(5), 0), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "whose keys are names");
  close_session();
}

static void calls_have_a_limit(void) {
  int calls = 0;
  vitrine_limits limits = vitrine_limits_default();
  limits.host_calls = 5;
  open_session();
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "f", nothing, &calls, NULL), VITRINE_OK);
  CHECK_EQUAL(run("for i in range(5): f()"), VITRINE_DONE);
  CHECK_EQUAL(
      run("n = 0\nwhile True:\n  try:\n    f()\n    n += 1\n  except BaseException: n = -1"),
      VITRINE_OUT_OF_CALLS);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  CHECK_EQUAL(calls, 10);
  /* The sixth call did not happen; the guest may get as far as its next jump. */
  CHECK_TEXT(repr_of("n in (5, 6)"), "True");
  close_session();
}

static void names_are_checked(void) {
  int drops = 0, calls = 0;
  open_session();
  static const char *const bad[] = {"", "a b", "1", "a.b.c", "None", "db.", "\xff"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    CHECK_EQUAL(vitrine_grant_function(session, bad[i], nothing, &drops, count_drops),
                VITRINE_ERR_MISUSE);
  CHECK_EQUAL(drops, 7);
  CHECK_EQUAL(vitrine_grant_function(session, NULL, nothing, &drops, count_drops),
              VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_function(session, "f", NULL, &drops, count_drops), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_function(NULL, "f", nothing, &drops, count_drops), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(drops, 10);
  CHECK_EQUAL(vitrine_grant_function(session, "f", nothing, &calls, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "f", nothing, &drops, count_drops),
              VITRINE_ERR_GRANT);
  CHECK_EQUAL(vitrine_grant_function(session, "f.g", nothing, &drops, count_drops),
              VITRINE_ERR_GRANT);
  CHECK_CONTAINS(vitrine_last_error(), "f.g");
  CHECK_EQUAL(vitrine_grant_function(session, "m.g", nothing, &calls, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "m", nothing, &drops, count_drops),
              VITRINE_ERR_GRANT);
  CHECK_EQUAL(drops, 13);
  CHECK_EQUAL(vitrine_grant_function(session, "kept", nothing, &drops, count_drops), VITRINE_OK);
  close_session();
  CHECK_EQUAL(drops, 14);
}

static void many_grants_are_all_found(void) {
  open_session();
  for (int i = 0; i < 100; i++) {
    char name[40];
    snprintf(name, sizeof name, i % 2 ? "f%d" : "m%d.f", i * 37 % 100);
    CHECK_EQUAL(vitrine_grant_function(session, name, describe, NULL, NULL), VITRINE_OK);
  }
  CHECK_TEXT(repr_of("f1()[0], f99()[0]"), "('f1', 'f99')");
  CHECK_TEXT(repr_of("import m4\nm4.f()[0]"), "'m4.f'");
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_TEXT(repr_of("f3()[0]"), "'f3'");
  close_session();
}

/* --- from within a host function --- */

static vitrine_status meddle(vitrine_call *call, void *user) {
  (void)user;
  vitrine_result *r;
  vitrine_limits limits = vitrine_limits_default();
  CHECK_EQUAL(vitrine_run(session, NULL, "1", 1, &r), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_set(session, "x", vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_function(session, "g", nothing, NULL, NULL), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "running");
  /* Another session may be used. */
  vitrine_session *other;
  CHECK_EQUAL(vitrine_session_new(NULL, &other), VITRINE_OK);
  CHECK_EQUAL(vitrine_run(other, NULL, "x = 3\nx + 4", 11, &r), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(r), "7");
  vitrine_result_free(r);
  vitrine_session_free(other);
  return vitrine_call_return(call, vitrine_int(5));
}

static void the_session_is_taken_in_a_call(void) {
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "meddle", meddle, NULL, NULL), VITRINE_OK);
  CHECK_TEXT(repr_of("meddle()"), "5");
  close_session();
}

static vitrine_status wait(vitrine_call *call, void *user) {
  (void)user;
  uint64_t last = vitrine_call_time_left(call), left;
  CHECK(last <= 30000000);
  while ((left = vitrine_call_time_left(call)) != 0) {
    CHECK(left <= last);
    last = left;
  }
  return VITRINE_OK;
}

static void a_function_can_ask_for_its_time(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.time_ns = 30000000;
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "wait", wait, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(run("done = 0\nwait()\ndone = 1\nwhile True: pass"), VITRINE_OUT_OF_TIME);
  CHECK_EQUAL(vitrine_result_rolled_back(result), 0);
  close_session();
}

/* --- the other grants --- */

static const char *input_text;

static ptrdiff_t read_some(void *user, char *buffer, size_t size) {
  (void)user;
  if (input_text == NULL) return -1;
  size_t n = strlen(input_text) < 5 ? strlen(input_text) : 5;
  if (n > size) n = size;
  memcpy(buffer, input_text, n);
  input_text += n;
  return (ptrdiff_t)n;
}

static void input(void) {
  open_session();
  check_error("input()", "PermissionError", "input");
  CHECK_EQUAL(vitrine_grant_input(session, read_some, NULL), VITRINE_OK);
  input_text = "one line\nand \xc3\xa9\nrest";
  CHECK_TEXT(repr_of("input()"), "'one line'");
  CHECK_TEXT(repr_of("import sys\nsys.stdin.read()"), "'and \xc3\xa9\\nrest'");
  check_error("input()", "EOFError", "");
  input_text = NULL;
  check_error("input()", "OSError", "");
  close_session();
}

static void clock_and_chance(void) {
  open_session();
  check_error("import time\ntime.time()", "PermissionError", "clock");
  check_error("import os\nos.urandom(4)", "PermissionError", "random");
  CHECK_EQUAL(vitrine_grant_clock(session, 1000000000), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_clock(session, 0), VITRINE_ERR_GRANT);
  CHECK_TEXT(repr_of("t = time.time()\nt > 1.7e9 and t == int(t)"), "True");
  vitrine_status status = vitrine_grant_random(session);
  if (status == VITRINE_OK) {
    CHECK_EQUAL(vitrine_grant_random(session), VITRINE_ERR_GRANT);
    CHECK_TEXT(repr_of("a = os.urandom(100000)\nb = os.urandom(100000)\nlen(a) == len(b) and a != "
                       "b and len(set(a)) == 256"),
               "True");
  } else {
    CHECK_EQUAL(status, VITRINE_ERR_UNSUPPORTED);
  }
  close_session();
}

/* --- the floating-point environment --- */

static vitrine_status rounding(vitrine_call *call, void *user) {
  *(int *)user = fegetround();
  fesetround(FE_DOWNWARD);
  return vitrine_call_return(call, vitrine_float(1.0));
}

static void each_side_has_its_own_rounding(void) {
  int seen = -1;
  open_session();
  CHECK_EQUAL(vitrine_grant_function(session, "rounding", rounding, &seen, NULL), VITRINE_OK);
  static const char source[] = "a = 1.0\nb = 3.0\nc = a / b\nrounding()\nc == 1 / b == a / 3.0";
  CHECK_TEXT(repr_of("a = 1.0\nb = 3.0\nrepr(a / b)"), "'0.3333333333333333'");
  fesetround(FE_UPWARD);
  CHECK_EQUAL(run(source), VITRINE_DONE);
  int after = fegetround();
  fesetround(FE_TONEAREST);
  CHECK_TEXT(vitrine_result_repr(result), "True");
  CHECK_EQUAL(seen, FE_UPWARD);
  CHECK_EQUAL(after, FE_DOWNWARD);
  CHECK_TEXT(repr_of("repr(c)"), "'0.3333333333333333'");
  close_session();
}

int main(void) {
  RUN(values_go_there_and_back);
  RUN(arguments_and_names);
  RUN(no_answer_is_none);
  RUN(errors_cross);
  RUN(a_status_ends_the_run);
  RUN(values_have_a_limit);
  RUN(values_nest_64_deep_both_ways);
  RUN(invoke_with_any_number_of_arguments);
  RUN(invoke_with_names);
  RUN(calls_have_a_limit);
  RUN(names_are_checked);
  RUN(many_grants_are_all_found);
  RUN(the_session_is_taken_in_a_call);
  RUN(a_function_can_ask_for_its_time);
  RUN(input);
  RUN(clock_and_chance);
  RUN(each_side_has_its_own_rounding);
  return tap_end();
}
