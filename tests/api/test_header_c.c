/* test_header_c.c - what a compiled program relies on: the numbers, the layout of
 * the structs, and every function with its type. The header comes first and twice;
 * tests/abi/run compiles it as C++, too. */
#include "vitrine.h"
#include "vitrine.h"

#include "check.h"

/* Numbers never change. */
static void numbers(void) {
  CHECK_EQUAL(VITRINE_OK, 0);
  CHECK_EQUAL(VITRINE_ERR_NOMEM, 1);
  CHECK_EQUAL(VITRINE_ERR_MISUSE, 2);
  CHECK_EQUAL(VITRINE_ERR_TOOBIG, 3);
  CHECK_EQUAL(VITRINE_ERR_TEXT, 4);
  CHECK_EQUAL(VITRINE_ERR_SYSTEM, 5);
  CHECK_EQUAL(VITRINE_ERR_GRANT, 6);
  CHECK_EQUAL(VITRINE_ERR_UNSUPPORTED, 7);
  CHECK_EQUAL(VITRINE_DONE, 0);
  CHECK_EQUAL(VITRINE_RAISED, 1);
  CHECK_EQUAL(VITRINE_OUT_OF_STEPS, 2);
  CHECK_EQUAL(VITRINE_OUT_OF_CPU, 3);
  CHECK_EQUAL(VITRINE_OUT_OF_TIME, 4);
  CHECK_EQUAL(VITRINE_OUT_OF_MEMORY, 5);
  CHECK_EQUAL(VITRINE_OUT_OF_CALLS, 6);
  CHECK_EQUAL(VITRINE_CANCELLED, 7);
  CHECK_EQUAL(VITRINE_TRAPPED, 8);
  CHECK_EQUAL(VITRINE_PENDING, 9);
  CHECK_EQUAL(VITRINE_TYPE_NONE, 0);
  CHECK_EQUAL(VITRINE_TYPE_BOOL, 1);
  CHECK_EQUAL(VITRINE_TYPE_INT, 2);
  CHECK_EQUAL(VITRINE_TYPE_FLOAT, 3);
  CHECK_EQUAL(VITRINE_TYPE_STR, 4);
  CHECK_EQUAL(VITRINE_TYPE_BYTES, 5);
  CHECK_EQUAL(VITRINE_TYPE_LIST, 6);
  CHECK_EQUAL(VITRINE_TYPE_TUPLE, 7);
  CHECK_EQUAL(VITRINE_TYPE_DICT, 8);
  CHECK_EQUAL(VITRINE_TYPE_SET, 9);
  CHECK_EQUAL(VITRINE_TYPE_FROZENSET, 10);
  CHECK_EQUAL(VITRINE_TRANSACTIONAL, 1);
  CHECK_EQUAL(VITRINE_INTERACTIVE, 2);
  CHECK(VITRINE_UNLIMITED == UINT64_MAX);
}

/* Structs grow at their end only. */
#define AT(type, field) offsetof(type, field)
static void layout(void) {
  size_t first = sizeof(uint64_t);
  CHECK_EQUAL(AT(vitrine_limits, size), 0);
  CHECK_EQUAL(AT(vitrine_limits, memory), first);
  CHECK_EQUAL(AT(vitrine_limits, steps), first + 8);
  CHECK_EQUAL(AT(vitrine_limits, cpu_ns), first + 16);
  CHECK_EQUAL(AT(vitrine_limits, time_ns), first + 24);
  CHECK_EQUAL(AT(vitrine_limits, output), first + 32);
  CHECK_EQUAL(AT(vitrine_limits, host_calls), first + 40);
  CHECK_EQUAL(AT(vitrine_limits, value), first + 48);
  CHECK_EQUAL(AT(vitrine_limits, source), first + 56);
  CHECK_EQUAL(AT(vitrine_limits, depth), first + 64);
  CHECK_EQUAL(AT(vitrine_spent, size), 0);
  CHECK_EQUAL(AT(vitrine_spent, memory), first);
  CHECK_EQUAL(AT(vitrine_spent, host_calls), first + 40);
  CHECK_EQUAL(AT(vitrine_options, size), 0);
  CHECK_EQUAL(AT(vitrine_options, limits), sizeof(size_t));
  CHECK_EQUAL(AT(vitrine_options, flags), sizeof(size_t) + 3 * sizeof(void *));
  CHECK_EQUAL(AT(vitrine_error, size), 0);
  CHECK_EQUAL(AT(vitrine_error, type), sizeof(size_t));
  CHECK_EQUAL(AT(vitrine_error, file), sizeof(size_t) + 3 * sizeof(void *));
  CHECK_EQUAL(AT(vitrine_error, column), AT(vitrine_error, line) + 4);
}

static void structs_begin_as_their_makers_say(void) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  vitrine_spent spent = vitrine_spent_empty();
  CHECK_EQUAL(limits.size, sizeof limits);
  CHECK_EQUAL(limits.depth + limits.memory, 0);
  CHECK_EQUAL(options.size, sizeof options);
  CHECK(options.limits == NULL && options.write == NULL && options.flags == 0);
  CHECK_EQUAL(spent.size, sizeof spent);
}

/* Status and outcome in words, known or not. */
static void words(void) {
#define STATUS(name, number, text) CHECK_TEXT(vitrine_status_text(VITRINE_##name), text);
#define OUTCOME(name, number, text) CHECK_TEXT(vitrine_outcome_name(VITRINE_##name), text);
  VITRINE_STATUS_MAP(STATUS)
  VITRINE_OUTCOME_MAP(OUTCOME)
  CHECK(vitrine_status_text(VITRINE_STATUS_END) != NULL);
  CHECK(vitrine_status_text((vitrine_status)99) != NULL);
  CHECK(vitrine_outcome_name(VITRINE_OUTCOME_END) != NULL);
  CHECK(vitrine_outcome_name((vitrine_outcome)99) != NULL);
  CHECK(vitrine_last_error() != NULL);
  CHECK_EQUAL(vitrine_version_number(), VITRINE_VERSION_NUMBER);
  CHECK(vitrine_guest_id() != NULL);
}

/* --- every function is there, and has its type --- */

typedef void (*any_function)(void);
static any_function seen[100];
static size_t seen_count;
#define HAVE(function, result, ...)           \
  do {                                        \
    result(*typed) __VA_ARGS__ = function;    \
    seen[seen_count++] = (any_function)typed; \
  } while (0)

typedef vitrine_status status;
typedef vitrine_session session;
typedef vitrine_result outcome;
typedef vitrine_value value;
typedef vitrine_call call;

static void functions(void) {
  HAVE(vitrine_status_text, const char *, (status));
  HAVE(vitrine_last_error, const char *, (void));
  HAVE(vitrine_outcome_name, const char *, (vitrine_outcome));
  HAVE(vitrine_session_new, status, (const vitrine_options *, session **));
  HAVE(vitrine_session_free, void, (session *));
  HAVE(vitrine_session_limit, status, (session *, const vitrine_limits *));
  HAVE(vitrine_session_limits, status, (const session *, vitrine_limits *));
  HAVE(vitrine_session_argv, status, (session *, int, const char *const *));
  HAVE(vitrine_session_reset, status, (session *));
  HAVE(vitrine_run, status, (session *, const char *, const char *, size_t, outcome **));
  HAVE(vitrine_run_limited, status,
       (session *, const vitrine_limits *, const char *, const char *, size_t, outcome **));
  HAVE(vitrine_invoke, status, (session *, const char *, value *, outcome **));
  HAVE(vitrine_set, status, (session *, const char *, value *));
  HAVE(vitrine_get, status, (session *, const char *, outcome **));
  HAVE(vitrine_cancel, void, (session *));
  HAVE(vitrine_session_arm, void, (session *));
  HAVE(vitrine_result_outcome, vitrine_outcome, (const outcome *));
  HAVE(vitrine_result_ok, int, (const outcome *));
  HAVE(vitrine_result_exit_code, int, (const outcome *));
  HAVE(vitrine_result_rolled_back, int, (const outcome *));
  HAVE(vitrine_result_value, const value *, (const outcome *));
  HAVE(vitrine_result_repr, const char *, (const outcome *));
  HAVE(vitrine_result_output, const char *, (const outcome *, int, size_t *));
  HAVE(vitrine_result_truncated, uint64_t, (const outcome *, int));
  HAVE(vitrine_result_spent, void, (const outcome *, vitrine_spent *));
  HAVE(vitrine_result_error, int, (const outcome *, vitrine_error *));
  HAVE(vitrine_result_json, char *, (const outcome *, size_t *));
  HAVE(vitrine_result_free, void, (outcome *));
  HAVE(vitrine_grant_function, status,
       (session *, const char *, vitrine_function, void *, void (*)(void *)));
  HAVE(vitrine_grant_input, status, (session *, ptrdiff_t (*)(void *, char *, size_t), void *));
  HAVE(vitrine_grant_clock, status, (session *, uint64_t));
  HAVE(vitrine_grant_random, status, (session *));
  HAVE(vitrine_call_name, const char *, (const call *));
  HAVE(vitrine_call_count, size_t, (const call *));
  HAVE(vitrine_call_arg, const value *, (const call *, size_t));
  HAVE(vitrine_call_keyword, const value *, (const call *, const char *));
  HAVE(vitrine_call_args, const value *, (const call *));
  HAVE(vitrine_call_keywords, const value *, (const call *));
  HAVE(vitrine_call_time_left, uint64_t, (const call *));
  HAVE(vitrine_call_return, status, (call *, value *));
  HAVE(vitrine_call_raise, status, (call *, const char *, const char *));
  HAVE(vitrine_none, value *, (void));
  HAVE(vitrine_bool, value *, (int));
  HAVE(vitrine_int, value *, (int64_t));
  HAVE(vitrine_int_text, value *, (const char *));
  HAVE(vitrine_int_bytes, value *, (const void *, size_t));
  HAVE(vitrine_float, value *, (double));
  HAVE(vitrine_str, value *, (const char *, size_t));
  HAVE(vitrine_bytes, value *, (const void *, size_t));
  HAVE(vitrine_list, value *, (void));
  HAVE(vitrine_tuple, value *, (void));
  HAVE(vitrine_dict, value *, (void));
  HAVE(vitrine_set_of, value *, (int));
  HAVE(vitrine_value_add, status, (value *, value *));
  HAVE(vitrine_dict_add, status, (value *, value *, value *));
  HAVE(vitrine_value_copy, value *, (const value *));
  HAVE(vitrine_value_free, void, (value *));
  HAVE(vitrine_value_type, vitrine_type, (const value *));
  HAVE(vitrine_value_bool, int, (const value *, int *));
  HAVE(vitrine_value_int, int, (const value *, int64_t *));
  HAVE(vitrine_value_float, int, (const value *, double *));
  HAVE(vitrine_value_text, int, (const value *, const char **, size_t *));
  HAVE(vitrine_value_int_bytes, size_t, (const value *, void *, size_t));
  HAVE(vitrine_value_count, size_t, (const value *));
  HAVE(vitrine_value_item, const value *, (const value *, size_t));
  HAVE(vitrine_value_key, const value *, (const value *, size_t));
  HAVE(vitrine_value_json, char *, (const value *, size_t *));
  HAVE(vitrine_version_number, int, (void));
  HAVE(vitrine_guest_id, const char *, (void));
  for (size_t i = 0; i < seen_count; i++) CHECK(seen[i] != NULL);
  CHECK_EQUAL(seen_count, 69);
}

int main(void) {
  RUN(numbers);
  RUN(layout);
  RUN(structs_begin_as_their_makers_say);
  RUN(words);
  RUN(functions);
  return tap_end();
}
