/* fuzz_replay.c - an audit log from anybody, replayed.
 *
 * The input is the log behind the line that begins a session. No crash, no leak, and
 * an answer: the same, another way and where, or a log that is damaged. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cage.h"
#include "vitrine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int truth) {
  if (!truth) abort();
}

/* Whether each run has less than a million steps: the guest's code runs. */
static int is_short(const char *text) {
  static const char steps[] = "\"steps\":";
  for (const char *at = text; (at = strstr(at, steps)) != NULL;) {
    at += sizeof steps - 1;
    size_t digits = strspn(at, "0123456789");
    if (digits == 0 || digits > 6) return 0;
  }
  return 1;
}

static void replay(const char *log, size_t length) {
  vitrine_session *session = NULL;
  vitrine_replayed found = vitrine_replayed_empty();
  must(vitrine_session_new(NULL, &session) == VITRINE_OK);
  vitrine_status status = vitrine_replay(session, log, length, 0, &found);
  must(status == VITRINE_OK ? found.same == (found.why[0] == 0)
                            : !found.same && found.why[0] != 0 && vitrine_last_error()[0] != 0);
  vitrine_result *result = NULL;
  must(vitrine_run(session, NULL, "1", 1, &result) == VITRINE_OK);
  vitrine_result_free(result);
  vitrine_session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *log = malloc(size + 400);
  if (log == NULL) return 0;
  int n = snprintf(log, 400,
                   "{\"session\":\"f\",\"event\":\"session\",\"guest\":\"%s\",\"start\":\"%s\","
                   "\"image\":null,\"complete\":true}\n",
                   vitrine_guest_id(), vt_start.id);
  memcpy(log + n, data, size);
  log[(size_t)n + size] = 0;
  if (strlen(log) == (size_t)n + size && is_short(log)) replay(log, (size_t)n + size);
  free(log);
  return 0;
}

#include "standalone.h"
