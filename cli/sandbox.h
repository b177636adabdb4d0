/* sandbox.h - a session as the command line asks for it, and runs in it. */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include "options.h"
#include "sourcefile.h"

typedef struct {
  vitrine_session *session;
  const cli_options *options;
  vitrine_limits limits; /* those in force, defaults filled in */
  uint64_t deadline;     /* of the run, on the monotonic clock, ns; or VITRINE_UNLIMITED */
} cli_sandbox;

/* flags: more of VITRINE_…. Returns 0, or the exit code, and has said what is
 * wrong. Close it in either case; *sandbox does not move in between. */
int cli_sandbox_open(cli_sandbox *sandbox, const cli_options *options, unsigned flags);
/* Ctrl-C cancels it. Returns 0 and a result, or the exit code, as above. */
int cli_sandbox_run(cli_sandbox *sandbox, const cli_source *source, vitrine_result **result);
void cli_sandbox_close(cli_sandbox *sandbox);

#endif
