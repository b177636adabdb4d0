/* test_crowd.c - ten thousand sessions in one process, with the system's stock
 * settings: each keeps its own state, and costs what docs/performance.md says. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "fiber.h"
#include "process.h"
#include "vitrine.h"

/* Instrumented builds keep a shadow of every session. */
static int crowd(void) {
#if defined(VT_FIBER_VALGRIND)
  if (RUNNING_ON_VALGRIND != 0) return 10;
#endif
#if defined(VT_FIBER_ASAN) || defined(VT_FIBER_TSAN) || defined(VT_PORTABLE)
  return 100;
#else
  return 10000;
#endif
}

static bool evaluates(vitrine_session *session, const char *source, const char *repr) {
  vitrine_result *result = NULL;
  if (vitrine_run(session, NULL, source, strlen(source), &result) != VITRINE_OK) return false;
  const char *found = vitrine_result_repr(result);
  bool same = found != NULL && strcmp(found, repr) == 0;
  vitrine_result_free(result);
  return same;
}

static void all_live_at_once(void) {
  int count = crowd(), made = 0, wrong = 0;
  vitrine_session **sessions = calloc((size_t)count, sizeof *sessions);
  CHECK(sessions != NULL);
  if (sessions == NULL) return;
  long maps = mappings(), resident = status_kib("RssAnon:"), tables = status_kib("VmPTE:");
  while (made < count && vitrine_session_new(NULL, &sessions[made]) == VITRINE_OK) made++;
  CHECK_EQUAL(made, count);
  for (int round = 0; round < 2; round++) {
    for (int i = 0; i < made; i++) {
      char source[64], repr[32];
      snprintf(source, sizeof source, round == 0 ? "x = [%d]\nx[0]" : "x.append(%d)\nsum(x)", i);
      snprintf(repr, sizeof repr, "%d", i * (round + 1));
      wrong += !evaluates(sessions[i], source, repr);
    }
  }
  CHECK_EQUAL(wrong, 0);
  if (count == 10000 && resident >= 0) {
    CHECK((status_kib("RssAnon:") - resident + status_kib("VmPTE:") - tables) / count < 80);
    CHECK((mappings() - maps) / count < 6);
  }
  for (int i = 0; i < made; i++) vitrine_session_free(sessions[i]);
  free(sessions);
}

int main(void) {
  RUN(all_live_at_once);
  return tap_end();
}
