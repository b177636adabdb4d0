/* host.c - runs the guest that is linked in, once, and prints what it printed. */
#include <stdio.h>

#include "vitrine.h"

int main(void) {
  vitrine_session *session;
  vitrine_result *result;
  size_t length;
  vitrine_options options = vitrine_options_default();
  vitrine_limits limits = vitrine_limits_default();
  options.limits = &limits;
  if (vitrine_session_new(&options, &session) || vitrine_run(session, NULL, "", 0, &result)) {
    fprintf(stderr, "%s\n", vitrine_last_error());
    return 1;
  }
  const char *text = vitrine_result_output(result, 1, &length);
  fwrite(text, 1, length, stdout);
  int bad = vitrine_result_outcome(result) != VITRINE_DONE;
  if (bad) fprintf(stderr, "%s\n", vitrine_outcome_name(vitrine_result_outcome(result)));
  vitrine_result_free(result);
  vitrine_session_free(session);
  return bad;
}
