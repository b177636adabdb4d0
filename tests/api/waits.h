/* waits.h - a session with the real guest whose runs wait for the host, and answers to them. */
#ifndef WAITS_H
#define WAITS_H

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

static inline void grant(vitrine_session *to, const char *name, const char *signature,
                         unsigned flags) {
  vitrine_door door = {.size = sizeof door, .name = name, .signature = signature, .flags = flags};
  CHECK_EQUAL(vitrine_grant_door(to, &door, NULL, NULL), VITRINE_OK);
}

static inline void grant_all(vitrine_session *to) {
  grant(to, "ask", NULL, 0);
  grant(to, "web.get", "(url: str, *, timeout: float = 1.0) -> str", VITRINE_DOOR_ASYNC);
  grant(to, "fetch", NULL, VITRINE_DOOR_ASYNC);
}

static inline void open_flags(unsigned flags) {
  vitrine_options options = vitrine_options_default();
  options.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  grant_all(session);
}

static inline void open_session(void) { open_flags(0); }

static inline void close_session(void) {
  vitrine_result_free(result);
  result = NULL;
  vitrine_session_free(session);
  session = NULL;
}

static inline void forget_result(void) {
  vitrine_result_free(result);
  result = NULL;
}

static inline vitrine_outcome start_limited(const vitrine_limits *limits, const char *source) {
  forget_result();
  CHECK_EQUAL(vitrine_start(session, limits, "test.py", source, strlen(source), &result),
              VITRINE_OK);
  return vitrine_result_outcome(result);
}

static inline vitrine_outcome start(const char *source) { return start_limited(NULL, source); }

static inline vitrine_outcome run(const char *source) {
  forget_result();
  CHECK_EQUAL(vitrine_run(session, "test.py", source, strlen(source), &result), VITRINE_OK);
  return vitrine_result_outcome(result);
}

static inline vitrine_outcome resume(void) {
  forget_result();
  CHECK_EQUAL(vitrine_resume(session, &result), VITRINE_OK);
  return vitrine_result_outcome(result);
}

/* Until it is time, as an event loop would. */
static inline void sleep_through(void) {
  while (vitrine_result_outcome(result) == VITRINE_PENDING) {
    vt_platform_sleep_ns(vitrine_result_wait(result) + 100000);
    (void)resume();
  }
}

static inline const char *message(void) {
  error = (vitrine_error){.size = sizeof error};
  return vitrine_result_error(result, &error) ? error.message : "(none)";
}

static inline int64_t number_of(const vitrine_call *call) {
  int64_t n = -1;
  (void)vitrine_value_int(vitrine_call_arg(call, 0), &n);
  return n;
}

/* Answers the pending call at `index` with an int. */
static inline void answer(size_t index, int64_t number) {
  CHECK_EQUAL(vitrine_call_return(vitrine_pending(session, index), vitrine_int(number)),
              VITRINE_OK);
}

static inline size_t count(void) {
  size_t n = 0;
  while (vitrine_pending(session, n) != NULL) n++;
  return n;
}

/* Answers all calls that wait with ten times their number, from the last one on. */
static inline void answer_all(void) {
  for (size_t i = count(); i-- > 0;) answer(i, 10 * number_of(vitrine_pending(session, i)));
}

#endif
