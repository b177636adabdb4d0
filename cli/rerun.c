/* rerun.c - `vitrine replay LOG`: does again what an audit log tells.
 *
 * Each session of the log in one of ours, with no grants: the library answers from the
 * log. What the guest prints is printed again. */
#include "rerun.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exitcodes.h"
#include "interrupt.h"
#include "savedfile.h"
#include "streams.h"

static char *read_log(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  char *text = NULL;
  size_t room = 0;
  bool good = file != NULL;
  *length = 0;
  while (good && !feof(file)) {
    if (*length == room) {
      room = room ? room * 2 : 65536;
      char *grown = realloc(text, room);
      good = grown != NULL;
      if (good) text = grown;
    }
    if (good) *length += fread(text + *length, 1, room - *length, file);
    good = good && !ferror(file);
  }
  if (!good) {
    cli_say("%s: %s", path, strerror(errno));
    free(text);
    text = NULL;
  }
  if (file) (void)fclose(file);
  return text;
}

static void on_output(void *user, int fd, const char *text, size_t length) {
  (void)user;
  cli_write(fd, text, length);
}

/* One session. *left: how many there are behind it. */
static int one(const cli_options *options, const char *log, size_t length, size_t which,
               uint64_t *left) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options o = vitrine_options_default();
  vitrine_session *session = NULL;
  vitrine_snapshot *saved;
  vitrine_replayed found = vitrine_replayed_empty();
  limits.memory = VITRINE_UNLIMITED; /* those of the log hold */
  o.limits = &limits;
  o.write = on_output;
  *left = 0;
  int code = cli_saved_load(options, &saved);
  if (code != 0) return code;
  vitrine_status status =
      saved ? vitrine_snapshot_fork(saved, &o, &session) : vitrine_session_new(&o, &session);
  vitrine_snapshot_free(saved);
  cli_interrupt_catch(session);
  if (status == VITRINE_OK) status = vitrine_replay(session, log, length, which, &found);
  cli_interrupt_catch(NULL);
  vitrine_session_free(session);
  cli_flush();
  if (status != VITRINE_OK) {
    cli_say("%s: %s", options->source, vitrine_last_error());
    return CLI_EXIT_HOST;
  }
  if (cli_interrupted()) {
    cli_say("interrupted");
    return CLI_EXIT_INTERRUPTED;
  }
  if (!found.same) {
    cli_say("%s: it went another way: %s", options->source, found.why);
    return CLI_EXIT_RAISED;
  }
  *left = found.sessions - which - 1;
  cli_say("session %zu: %" PRIu64 " run%s, with the same steps and the same output", which + 1,
          found.runs, found.runs == 1 ? "" : "s");
  if (found.failed != 0)
    cli_say("session %zu: %" PRIu64 " failed in the host, left nothing, and %s passed over",
            which + 1, found.failed, found.failed == 1 ? "was" : "were");
  return 0;
}

int cli_rerun(const cli_options *options) {
  size_t length;
  char *log = read_log(options->source, &length);
  int code = log ? 0 : CLI_EXIT_HOST;
  uint64_t left = 1;
  for (size_t which = 0; code == 0 && left != 0; ++which)
    code = one(options, log, length, which, &left);
  free(log);
  return code;
}
