/* What a model is told: vitrine_result_explain(), and the modules that
 * vitrine_describe() names. */
#include "check.h"
#include "tap.h"
#include "vitrine.h"

static vitrine_session *open_session(unsigned flags) {
  vitrine_session *session = NULL;
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  limits.steps = 20000000;
  limits.memory = 8 << 20;
  limits.host_calls = 3;
  options.limits = &limits;
  options.flags = flags;
  CHECK(vitrine_session_new(&options, &session) == VITRINE_OK);
  return session;
}

static char *explain(vitrine_session *session, const char *source, size_t most, uint64_t *steps) {
  vitrine_result *result = NULL;
  vitrine_spent spent = vitrine_spent_empty();
  size_t length = 0;
  CHECK(vitrine_run(session, "<cell>", source, strlen(source), &result) == VITRINE_OK);
  char *text = vitrine_result_explain(result, most, &length);
  CHECK(text != NULL && strlen(text) == length);
  CHECK(most == 0 || length <= most);
  vitrine_result_spent(result, &spent);
  if (steps != NULL) *steps = spent.steps;
  vitrine_result_free(result);
  return text;
}

static void tells(vitrine_session *session, const char *source, const char *const *words) {
  char *text = explain(session, source, 0, NULL);
  for (; *words != NULL; words++) CHECK_CONTAINS(text, *words);
  free(text);
}
#define TELLS(session, source, ...) tells(session, source, (const char *const[]){__VA_ARGS__, NULL})

static void exceptions(void) {
  vitrine_session *s = open_session(VITRINE_EXPLAINED);
  TELLS(s, "def ratio(a, b):\n  # of two\n  return a / b\nname = 'n' * 50\nprint(ratio(1, 0))",
        "line 5, in <module>\n    print(ratio(1, 0))\n", "line 3, in ratio\n    return a / b\n",
        "ZeroDivisionError: division by zero", "What it did before that is kept.",
        "\n  ratio: function\n", "\n  name: str of 50 'nnn", "'…\n");
  /* A line of another source of the same name is not taken for one of this. */
  char *text = explain(s, "1\n2\nratio(2, 0)\n", 0, NULL);
  CHECK(strstr(text, "    ratio(2, 0)\n") != NULL);
  CHECK(strstr(text, "in ratio\nZeroDivisionError") != NULL);
  free(text);
  TELLS(s, "import numpy", "ModuleNotFoundError", "not available in this sandbox");
  TELLS(s, "x = = 1", "SyntaxError", "    x = = 1\n");
  TELLS(s, "import sys\nsys.exit(3)", "exit code 3");
  text = explain(s, "1 + 1", 0, NULL);
  CHECK(*text == 0);
  free(text);
  vitrine_session_free(s);
}

static vitrine_status knock(vitrine_call *call, void *user) {
  (void)user;
  return vitrine_call_return(call, vitrine_none());
}

static void limits(void) {
  vitrine_session *s = open_session(VITRINE_EXPLAINED);
  CHECK(vitrine_grant_function(s, "knock", knock, NULL, NULL) == VITRINE_OK);
  TELLS(s, "kept = [1, 2]\nwhile True: kept = kept", "out_of_steps: the run took 20",
        "the limit is 20000000.", "Do less", "\n  kept: list of 2 [1, 2]\n");
  TELLS(s, "a = []\nwhile True: a.append(bytes(99999))", "out_of_memory: the run took ",
        "the limit is 8.0 MiB.", "a.append(", "Hold less");
  TELLS(s, "for i in range(9): knock()", "out_of_calls", "the limit is 3.", "Call host functions");
  vitrine_session_free(s);
  s = open_session(VITRINE_EXPLAINED | VITRINE_TRANSACTIONAL);
  TELLS(s, "lost = 1\n1 / 0", "Nothing of the run is left", "has no variables");
  vitrine_session_free(s);
}

/* No code of the guest's runs for it, however it is made. */
static void hostile_names(void) {
  vitrine_session *s = open_session(VITRINE_EXPLAINED);
  TELLS(s,
        "class A:\n"
        "  def __repr__(self):\n    while True: pass\n"
        "  __len__ = __str__ = __hash__ = __eq__ = __repr__\n"
        "a = A()\n"
        "class B(list): __len__ = A.__repr__\n"
        "b = B()\n"
        "c = [A()]\nc.append(c)\n"
        "d = {1: c, 'k': (a,)}\n"
        "e = 7 ** 5000\n"
        "f = '\\u20ac' * 1000\n"
        "g = [[[[[1]]]]]\n"
        "1 / 0",
        "\n  a: A\n", "\n  b: B\n", "\n  c: list of 2 [<A>, [<A>, [", "\n  e: int\n",
        "\n  g: list of 1 [[[<list>]]]\n");
  TELLS(s, "for i in range(2000): globals()['n%d' % i] = i\n1 / 0", "\n  and ", " more\n");
  TELLS(s, "globals().clear()\n1 / 0", "ZeroDivisionError", "has no variables");
  TELLS(s, "globals()[3] = 4\nglobals()['\\n'] = '\\n'\n1 / 0", "ZeroDivisionError", "'\\n'");
  vitrine_session_free(s);
}

static void bounds(void) {
  vitrine_session *s = open_session(VITRINE_EXPLAINED);
  const char *source = "t = '\\u20ac' * 900\nraise ValueError(t)";
  for (size_t most = 1; most < 700; most += 1) {
    char *text = explain(s, source, most, NULL);
    vitrine_value *v = vitrine_str(text, strlen(text)); /* whole characters */
    CHECK(v != NULL);
    CHECK(most < 100 || strstr(text, "bytes left out") != NULL);
    vitrine_value_free(v);
    free(text);
  }
  CHECK(vitrine_result_explain(NULL, 0, NULL) == NULL);
  vitrine_session_free(s);
}

/* It changes nothing that a guest, or a count of steps, could show. */
static void no_trace(void) {
  static const char *const sources[] = {"x = 1\n1 / 0", "while True: pass", "import json; json.x",
                                        "y = [x] * 1000\nlen(y)", "def f(): f()\nf()"};
  vitrine_session *plain = open_session(0), *told = open_session(VITRINE_EXPLAINED);
  for (unsigned i = 0; i < 20; i++) {
    uint64_t a, b;
    free(explain(plain, sources[i % 5], 0, &a));
    free(explain(told, sources[i % 5], 0, &b));
    CHECK(a == b);
  }
  vitrine_result *result = NULL;
  CHECK(vitrine_run(plain, NULL, "1 / 0", 5, &result) == VITRINE_OK);
  char *text = vitrine_result_explain(result, 0, NULL), *json = vitrine_result_json(result, NULL);
  CHECK(strstr(text, "ZeroDivisionError") != NULL && strstr(text, "variables") == NULL);
  CHECK(strstr(json, "\"explanation\"") == NULL);
  free(text);
  free(json);
  vitrine_result_free(result);
  CHECK(vitrine_run(told, NULL, "1 / 0", 5, &result) == VITRINE_OK);
  json = vitrine_result_json(result, NULL);
  CHECK(strstr(json, ",\"explanation\":\"Traceback") != NULL);
  free(json);
  vitrine_result_free(result);
  vitrine_session_free(plain);
  vitrine_session_free(told);
}

/* Nothing has gone wrong yet; then it has. */
static void waiting(void) {
  vitrine_session *s = open_session(VITRINE_EXPLAINED);
  vitrine_door door = {.size = sizeof door, .name = "wait"};
  const char *source = "x = [1]\nwait()\n1 / 0";
  vitrine_result *result = NULL;
  CHECK_EQUAL(vitrine_grant_door(s, &door, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_start(s, NULL, "<cell>", source, strlen(source), &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_PENDING);
  char *text = vitrine_result_explain(result, 0, NULL);
  CHECK_TEXT(text, "");
  free(text);
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_call_return(vitrine_pending(s, 0), vitrine_none()), VITRINE_OK);
  CHECK_EQUAL(vitrine_resume(s, &result), VITRINE_OK);
  text = vitrine_result_explain(result, 0, NULL);
  CHECK_CONTAINS(text, "line 3, in <module>\n    1 / 0\n");
  CHECK_CONTAINS(text, "\n  x: list of 1 [1]\n");
  free(text);
  vitrine_result_free(result);
  vitrine_session_free(s);
}

static void describe(void) {
  vitrine_session *s = open_session(0);
  char *text = vitrine_describe(s, 0, NULL);
  CHECK(strstr(text, "\nModules: abc, argparse, array, ") != NULL);
  CHECK(strstr(text, "_timetext") == NULL);
  free(text);
  for (size_t most = 1; most < 1200; most += 7) {
    size_t length = 0;
    text = vitrine_describe(s, most, &length);
    CHECK(length <= most && strlen(text) == length);
    free(text);
  }
  vitrine_session_free(s);
}

int main(void) {
  RUN(exceptions);
  RUN(limits);
  RUN(hostile_names);
  RUN(bounds);
  RUN(no_trace);
  RUN(waiting);
  RUN(describe);
  return tap_end();
}
