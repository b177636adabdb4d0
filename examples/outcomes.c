/* outcomes.c - scripts that ask for too much, each met by a limit of its own, and a
 * session that has lost nothing. */
#include <stdio.h>
#include <string.h>
#include <vitrine.h>

static void run(vitrine_session *session, const vitrine_limits *limits, const char *source) {
  vitrine_result *result;
  if (vitrine_run_limited(session, limits, "script.py", source, strlen(source), &result) !=
      VITRINE_OK) {
    printf("not run: %s\n", vitrine_last_error());
    return;
  }
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  printf("%s", vitrine_outcome_name(vitrine_result_outcome(result)));
  if (vitrine_result_truncated(result, 1) != 0)
    printf(" kept %d of %d bytes of output",
           (int)(spent.output - vitrine_result_truncated(result, 1)), (int)spent.output);
  if (vitrine_result_repr(result)) printf(" %s", vitrine_result_repr(result));
  printf("\n");
  vitrine_result_free(result);
}

int main(void) {
  vitrine_limits few = vitrine_limits_default(); /* 0: the session's own */
  vitrine_session *session;
  if (vitrine_session_new(NULL, &session) != VITRINE_OK) {
    fprintf(stderr, "%s\n", vitrine_last_error());
    return 1;
  }
  run(session, NULL, "kept = [1, 2, 3]");

  few.steps = 1000000;
  run(session, &few, "while True:\n  kept == 4");

  few = vitrine_limits_default();
  few.time_ns = 20000000; /* 20 ms */
  run(session, &few, "import time\ntime.sleep(3600)");

  few = vitrine_limits_default();
  few.memory = 8 << 20;
  run(session, &few, "s = [0]\nwhile True: s = s + s");

  few = vitrine_limits_default();
  few.output = 100;
  run(session, &few, "for i in range(1000): print('spam')");

  run(session, NULL, "kept");
  vitrine_session_free(session);
  return 0;
}

/* Prints:
 * done
 * out_of_steps
 * out_of_time
 * out_of_memory
 * done kept 100 of 5000 bytes of output
 * done [1, 2, 3]
 */
