/* test_grants.c - host functions with a signature, and what a model is told. */
#include "live.h"
#include "platform.h"

/* "TypeError: …", or the repr. */
static const char *said(const char *source) {
  static char text[600];
  vitrine_error error = {.size = sizeof error};
  if (run(source) == VITRINE_DONE) {
    const char *repr = vitrine_result_repr(result);
    return repr != NULL ? repr : "None";
  }
  CHECK_EQUAL(vitrine_result_error(result, &error), 1);
  (void)snprintf(text, sizeof text, "%s: %s", error.type, error.message);
  return text;
}

/* What it got: [count, each argument or "absent"]. */
static vitrine_status show(vitrine_call *call, void *user) {
  (void)user;
  size_t count = vitrine_call_count(call);
  vitrine_value *list = vitrine_list();
  for (size_t i = 0; i < count; i++) {
    const vitrine_value *v = vitrine_call_arg(call, i);
    vitrine_value_add(list, v != NULL ? vitrine_value_copy(v) : vitrine_str("absent", 6));
  }
  CHECK(vitrine_call_arg(call, count) == NULL);
  const vitrine_value *sql = vitrine_call_keyword(call, "sql");
  if (sql != NULL) vitrine_value_add(list, vitrine_value_copy(sql));
  return vitrine_call_return(call, list);
}

static vitrine_status grant(const char *name, const char *signature, const char *doc) {
  vitrine_door door = {
      .size = sizeof door, .name = name, .signature = signature, .doc = doc, .call = show};
  return vitrine_grant_door(session, &door, NULL, NULL);
}

static void arguments_are_bound(void) {
  open_session();
  CHECK_EQUAL(grant("f", "(a: int, b: str = 'x, )', *, c: float | None = None)", NULL), VITRINE_OK);
  CHECK_TEXT(said("f(1)"), "[1, 'absent', 'absent']");
  CHECK_TEXT(said("f(b='y', a=2, c=3)"), "[2, 'y', 3]");
  CHECK_TEXT(said("f(True, c=None)"), "[True, 'absent', None]");
  CHECK_TEXT(said("f()"), "TypeError: f() missing required argument: 'a'");
  CHECK_TEXT(said("f(1, 'b', 2.0)"),
             "TypeError: f() takes 2 positional arguments but 3 were given");
  CHECK_TEXT(said("f(1, d=2)"), "TypeError: f() got an unexpected keyword argument 'd'");
  CHECK_TEXT(said("f(1, a=2)"), "TypeError: f() got multiple values for argument 'a'");
  CHECK_TEXT(said("f('1')"), "TypeError: f() argument 'a' must be int, not str");
  CHECK_TEXT(said("f(1, c='1')"), "TypeError: f() argument 'c' must be float or None, not str");
  CHECK_TEXT(said("f(1.0)"), "TypeError: f() argument 'a' must be int, not float");
  close_session();
}

static void the_rest_follows(void) {
  open_session();
  CHECK_EQUAL(grant("f", "(a, /, *more: int, sql: str = '', **named: bytes)", NULL), VITRINE_OK);
  CHECK_TEXT(said("f(1)"), "[1, 'absent', 'absent', 'absent']");
  CHECK_TEXT(said("f(1, 2, 3)"), "[1, 'absent', 'absent', 'absent', 2, 3]");
  CHECK_TEXT(said("f(1, sql='s')"), "[1, 'absent', 's', 'absent', 's']");
  CHECK_TEXT(said("f(1, 'x')"), "TypeError: f() argument 'more' must be int, not str");
  CHECK_TEXT(said("f(1, z=b'')"), "[1, 'absent', 'absent', 'absent']");
  CHECK_TEXT(said("f(1, z=1)"), "TypeError: f() argument 'named' must be bytes, not int");
  CHECK_TEXT(said("f(a=1)"), "TypeError: f() argument 'named' must be bytes, not int");
  close_session();
}

static void what_collections_hold_is_checked(void) {
  open_session();
  CHECK_EQUAL(
      grant("db.rows", "(rows: list[dict[str, int | None]], at: tuple[float, ...] = ())", NULL),
      VITRINE_OK);
  CHECK_TEXT(said("db.rows([{'a': 1, 'b': None}, {}])"), "[[{'a': 1, 'b': None}, {}], 'absent']");
  CHECK_TEXT(said("db.rows([{'a': 1}, {'b': 'x'}])"),
             "TypeError: db.rows() argument 'rows', item 1, pair 0 must be int or None, not str");
  CHECK_TEXT(said("db.rows([{1: 1}])"),
             "TypeError: db.rows() argument 'rows', item 0, pair 0 must be str, not int");
  CHECK_TEXT(said("db.rows([], (1, 2.5, 'z'))"),
             "TypeError: db.rows() argument 'at', item 2 must be float, not str");
  close_session();
}

static void signatures_are_read_whole(void) {
  static const char *const bad[] = {
      "",
      "a",
      "(",
      "(a",
      "(a,,b)",
      "(a: number)",
      "(a=)",
      "(a, a)",
      "(**k, a)",
      "(*, *, a)",
      "(/, a)",
      "(a: int[int])",
      "(a: dict[str])",
      "(a) -> ",
      "(a) -> int x",
      "(*a=1)",
      "(a: list[list[list[list[list[list[list[list[list[int]]]]]]]]])"};
  open_session();
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    CHECK_EQUAL(grant("f", bad[i], NULL), VITRINE_ERR_MISUSE);
    CHECK_CONTAINS(vitrine_last_error(), "signature");
  }
  CHECK_EQUAL(grant("f", "(a: number)", NULL), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "character 5: not a type that can cross");
  CHECK_EQUAL(grant("f", " ( ) -> None ", NULL), VITRINE_OK);
  CHECK_TEXT(said("f()"), "[]");
  CHECK_EQUAL(grant("f", "()", NULL), VITRINE_ERR_GRANT);
  CHECK_EQUAL(grant("g", "()", "\xff"), VITRINE_ERR_TEXT);
  vitrine_door door = {.size = sizeof door, .name = "h", .flags = 2};
  CHECK_EQUAL(vitrine_grant_door(session, &door, NULL, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_door(session, NULL, NULL, NULL), VITRINE_ERR_MISUSE);
  close_session();
}

/* Answers with as many bytes as it is told, after so many milliseconds. */
static vitrine_status fill(vitrine_call *call, void *user) {
  int64_t bytes = 0;
  static const char zeros[5000];
  (void)user;
  (void)vitrine_value_int(vitrine_call_arg(call, 0), &bytes);
  if (bytes < 0) { /* as long as it may */
    uint64_t most = vitrine_call_time_left(call);
    CHECK(most <= 20000000);
    while (vitrine_call_time_left(call) != 0) continue;
    bytes = 0;
  }
  return vitrine_call_return(call, vitrine_bytes(zeros, (size_t)bytes));
}

static void a_door_has_limits_of_its_own(void) {
  open_session();
  vitrine_door few = {.size = sizeof few, .name = "few", .call = fill, .calls = 3};
  vitrine_door small = {.size = sizeof small, .name = "small", .call = fill, .bytes = 4000};
  vitrine_door quick = {.size = sizeof quick, .name = "quick", .call = fill, .time_ns = 20000000};
  CHECK_EQUAL(vitrine_grant_door(session, &few, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_door(session, &small, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_door(session, &quick, NULL, NULL), VITRINE_OK);
  for (int i = 0; i < 2; i++) /* in each run anew */
    CHECK_TEXT(said("for i in range(4): few(1)"),
               "HostError: limit: few() may be called 3 times in a run");
  CHECK_TEXT(said("try:\n  for i in range(4): few(1)\nexcept HostError as e: code = e.code\ncode"),
             "'limit'");
  CHECK_TEXT(said("len(small(3900)), len(few(1))"), "(3900, 1)");
  CHECK_TEXT(said("small(5000)"),
             "HostError: limit: small() may move 4000 bytes in a run, and this would "
             "be more: ask for less");
  CHECK_TEXT(said("small(1, bytes(4000))"),
             "HostError: limit: small() may move 4000 bytes in a run, and "
             "this would be more: ask for less");
  CHECK_TEXT(said("quick(-1)"), "b''");
  CHECK_TEXT(said("quick(-1), quick(1)"),
             "HostError: limit: quick() has used up its time in this run: 20 ms");
  close_session();
}

/* Takes no notice of the deadline. */
static vitrine_status block(vitrine_call *call, void *user) {
  (void)user;
  vt_platform_sleep_ns(20000000);
  return vitrine_call_return(call, vitrine_str("late", 4));
}

static void one_that_blocks_ends_the_run(void) {
  vitrine_limits limits = vitrine_limits_default();
  open_session();
  limits.time_ns = 5000000;
  CHECK_EQUAL(vitrine_grant_function(session, "block", block, NULL, NULL), VITRINE_OK);
  const char *source = "x = 1\ntry: x = block()\nexcept BaseException: x = 3";
  CHECK_EQUAL(vitrine_run_limited(session, &limits, "b.py", source, strlen(source), &result),
              VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_TIME);
  CHECK_TEXT(said("x"), "1");
  CHECK_TEXT(said("block()"), "'late'");
  close_session();
}

static void what_doors_took_is_told(void) {
  vitrine_door_spent spent = {.size = sizeof spent}, total = {.size = sizeof total};
  open_session();
  CHECK_EQUAL(grant("b.two", NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(grant("a", NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(grant("unused", NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(run("a(1)\nb.two('x' * 100)\na()"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_result_doors(result, NULL), 2);
  CHECK_EQUAL(vitrine_result_doors(result, &total), 2);
  CHECK_TEXT(total.name, "");
  CHECK_EQUAL(vitrine_result_door(result, 0, &spent), 1);
  CHECK_TEXT(spent.name, "a");
  CHECK_EQUAL(spent.calls, 2);
  CHECK_EQUAL(spent.bytes_in, 6 + 5); /* [name, [1], {}] and [name, [], {}] */
  CHECK_EQUAL(spent.bytes_out, 4 + 3); /* [0, [1]] and [0, []] */
  CHECK(spent.time_ns < 1000000000);
  CHECK_EQUAL(vitrine_result_door(result, 1, &spent), 1);
  CHECK_TEXT(spent.name, "b.two");
  CHECK(spent.bytes_in > 100 && spent.bytes_out > 100);
  CHECK_EQUAL(total.calls, 3);
  CHECK_EQUAL(total.bytes_in, 11 + spent.bytes_in);
  CHECK_EQUAL(vitrine_result_door(result, 2, &spent), 0);
  CHECK(spent.name == NULL);
  char *json = vitrine_result_json(result, NULL);
  CHECK_CONTAINS(json, "\"doors\":{\"a\":{\"calls\":2,\"bytes_in\":11,\"bytes_out\":7,\"time\":0.");
  free(json);
  CHECK_EQUAL(run("1"), VITRINE_DONE);
  CHECK_EQUAL(vitrine_result_doors(result, NULL), 0);
  CHECK_EQUAL(vitrine_result_doors(NULL, NULL), 0);
  close_session();
}

static void the_guest_can_read_about_it(void) {
  open_session();
  CHECK_EQUAL(grant("db.query", "(sql: str) -> list", "Rows of a query.\n\nRead-only."),
              VITRINE_OK);
  CHECK_EQUAL(grant("plain", NULL, NULL), VITRINE_OK);
  CHECK_TEXT(said("db.query.__doc__"), "'Rows of a query.\\n\\nRead-only.'");
  CHECK_TEXT(said("db.query.__text_signature__"), "'(sql: str) -> list'");
  CHECK_TEXT(said("plain.__doc__"), "None");
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_TEXT(said("db.query.__doc__"), "'Rows of a query.\\n\\nRead-only.'");
  close_session();
}

static void a_model_can_read_about_it(void) {
  open_session();
  CHECK_EQUAL(grant("db.query", "(sql: str, params: dict[str, Any] = {}) -> list[dict]",
                    "Rows of a \"query\".\nMore."),
              VITRINE_OK);
  CHECK_EQUAL(grant("f", "(a: int | float | None, b: list[int] = [], **c)", NULL), VITRINE_OK);
  CHECK_EQUAL(grant("g", NULL, NULL), VITRINE_OK);
  size_t length;
  char *json = vitrine_tools_json(session, &length);
  CHECK_TEXT(
      json,
      "[{\"name\":\"db.query\",\"description\":\"Rows of a \\\"query\\\".\\nMore.\","
      "\"parameters\":{\"type\":\"object\",\"properties\":{\"sql\":{\"type\":\"string\"},"
      "\"params\":{\"type\":\"object\",\"additionalProperties\":{}}},\"required\":[\"sql\"],"
      "\"additionalProperties\":false}},"
      "{\"name\":\"f\",\"description\":\"\",\"parameters\":{\"type\":\"object\",\"properties\":"
      "{\"a\":{\"type\":[\"number\",\"null\"]},\"b\":{\"type\":\"array\",\"items\":"
      "{\"type\":\"integer\"}}},\"required\":[\"a\"],\"additionalProperties\":true}},"
      "{\"name\":\"g\",\"description\":\"\",\"parameters\":{\"type\":\"object\"}}]");
  CHECK_EQUAL(length, strlen(json));
  free(json);
  char *text = vitrine_describe(session, 0, &length);
  CHECK_EQUAL(length, strlen(text));
  CHECK_CONTAINS(text, "64 MiB of memory, 5 s of processor time");
  CHECK_CONTAINS(text, "The date and time are not known.");
  CHECK_CONTAINS(text, "  db.query(sql: str, params: dict[str, Any] = {}) -> list[dict]\n"
                       "    Rows of a \"query\".\n  f(");
  CHECK_CONTAINS(text, "  g(...)\n");
  free(text);
  CHECK(vitrine_describe(NULL, 0, NULL) == NULL && vitrine_tools_json(NULL, NULL) == NULL);
  close_session();
}

static void a_description_has_its_length(void) {
  open_session();
  for (int i = 0; i < 100; i++) {
    char name[16];
    (void)snprintf(name, sizeof name, "f%02d", i);
    CHECK_EQUAL(grant(name, "(a: int) -> int", "Does \xc3\xa9."), VITRINE_OK);
  }
  size_t length;
  for (size_t most = 1; most < 3000; most += 7) {
    char *text = vitrine_describe(session, most, &length);
    CHECK(length <= most && strlen(text) == length);
    if (most > 1500) CHECK_CONTAINS(text, " more\n");
    free(text);
  }
  char *text = vitrine_describe(session, 100000, NULL);
  CHECK_CONTAINS(text, "f99(a: int)");
  CHECK(strstr(text, " more\n") == NULL);
  free(text);
  close_session();
}

int main(void) {
  RUN(arguments_are_bound);
  RUN(the_rest_follows);
  RUN(what_collections_hold_is_checked);
  RUN(signatures_are_read_whole);
  RUN(a_door_has_limits_of_its_own);
  RUN(one_that_blocks_ends_the_run);
  RUN(what_doors_took_is_told);
  RUN(the_guest_can_read_about_it);
  RUN(a_model_can_read_about_it);
  RUN(a_description_has_its_length);
  return tap_end();
}
