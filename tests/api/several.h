/* several.h - sessions with the real guest side by side, and their snapshots. */
#ifndef SEVERAL_H
#define SEVERAL_H

#include "check.h"
#include "vitrine.h"

static inline vitrine_session *open_with(uint64_t memory, unsigned flags) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  vitrine_session *session = NULL;
  limits.memory = memory;
  options.limits = &limits;
  options.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
  return session;
}

static inline vitrine_outcome run(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  CHECK_EQUAL(vitrine_run(session, "test.py", source, strlen(source), &result), VITRINE_OK);
  vitrine_outcome outcome = vitrine_result_outcome(result);
  if (outcome == VITRINE_RAISED && vitrine_result_error(result, &error))
    printf("# %s: %s\n", error.type, error.message);
  vitrine_result_free(result);
  return outcome;
}

static inline void check_repr(vitrine_session *session, const char *source, const char *repr) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  const char *found = vitrine_result_repr(result);
  if (found == NULL && vitrine_result_error(result, &error)) found = error.message;
  CHECK_TEXT(found, repr);
  vitrine_result_free(result);
}

static inline uint64_t steps_of(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  vitrine_spent spent = vitrine_spent_empty();
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  vitrine_result_spent(result, &spent);
  vitrine_result_free(result);
  return spent.steps;
}

static inline vitrine_snapshot *take(vitrine_session *session) {
  vitrine_snapshot *snapshot = NULL;
  CHECK_EQUAL(vitrine_snapshot_take(session, &snapshot), VITRINE_OK);
  return snapshot;
}

static inline vitrine_session *fork_of(const vitrine_snapshot *snapshot) {
  vitrine_session *session = NULL;
  CHECK_EQUAL(vitrine_snapshot_fork(snapshot, NULL, &session), VITRINE_OK);
  return session;
}

#endif
