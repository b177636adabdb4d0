/* exitcodes.h - what the command says by its exit code; all others are the
 * guest's own. */
#ifndef CLI_EXITCODES_H
#define CLI_EXITCODES_H

enum {
  CLI_EXIT_RAISED = 1,
  CLI_EXIT_USAGE = 2,
  CLI_EXIT_LIMIT = 124,
  CLI_EXIT_TRAPPED = 125,
  CLI_EXIT_HOST = 126,
  CLI_EXIT_INTERRUPTED = 130
};

#endif
