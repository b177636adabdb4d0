/* live.h - one session with the real guest, and the result of its last run. */
#ifndef LIVE_H
#define LIVE_H

#include "check.h"
#include "vitrine.h"

static vitrine_session *session;
static vitrine_result *result;

static inline void open_with(const vitrine_limits *limits, unsigned flags) {
  vitrine_options options = vitrine_options_default();
  options.limits = limits;
  options.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
}

static inline void open_session(void) { open_with(NULL, 0); }

static inline void close_session(void) {
  vitrine_result_free(result);
  result = NULL;
  vitrine_session_free(session);
  session = NULL;
}

/* The result is kept until the next run. */
static inline vitrine_outcome run(const char *source) {
  vitrine_result_free(result);
  result = NULL;
  CHECK_EQUAL(vitrine_run(session, "test.py", source, strlen(source), &result), VITRINE_OK);
  return vitrine_result_outcome(result);
}

static inline const char *repr_of(const char *source) {
  CHECK_EQUAL(run(source), VITRINE_DONE);
  return vitrine_result_repr(result);
}

#endif
