/* explain.c - what a session would be, in words: nothing is run.
 *
 * Both open the session that the options ask for, so that whatever is wrong with
 * them is said here too. */
#include "explain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exitcodes.h"
#include "grants.h"
#include "sandbox.h"
#include "streams.h"

static int print(char *text) {
  if (!text) {
    cli_say("%s", vitrine_last_error());
    return CLI_EXIT_HOST;
  }
  size_t length = strlen(text);
  cli_write(1, text, length);
  if (length && text[length - 1] != '\n') cli_write(1, "\n", 1);
  free(text);
  return 0;
}

int cli_describe(const cli_options *options) {
  cli_sandbox sandbox;
  int code = cli_sandbox_open(&sandbox, options, 0);
  if (code == 0 && options->json) code = print(vitrine_tools_json(sandbox.session, NULL));
  else if (code == 0) code = print(vitrine_describe(sandbox.session, (size_t)options->most, NULL));
  cli_sandbox_close(&sandbox);
  return code;
}

static void line(const char *text) {
  cli_write(1, text, strlen(text));
  cli_write(1, "\n", 1);
}

int cli_explain(const cli_options *options) {
  cli_sandbox sandbox;
  int code = cli_sandbox_open(&sandbox, options, 0);
  if (code == 0) {
    line("A run may spend:");
    for (size_t i = 0; i < CLI_LIMITS; ++i) {
      char value[CLI_UNIT_TEXT], text[CLI_UNIT_TEXT + 40];
      cli_unit_exact(cli_limits[i].unit, cli_limit_of(&cli_limits[i], &sandbox.limits), value);
      (void)snprintf(text, sizeof text, "  %-11s %s", cli_limits[i].name, value);
      line(text);
    }
    line(options->transactional ? "One that does not end well leaves no trace in the session."
                                : "What it changed stays, unless it is stopped hard or traps.");
    bool free_hand = !options->deterministic && !options->policy;
    if (free_hand && !cli_grant_asked("clock")) line("It may know the date and the time.");
    if (free_hand && !cli_grant_asked("random")) line("It may have the system's randomness.");
    if (options->input) line("It may read standard input.");
    cli_grants_explain();
    line("It may write to stdout and stderr. It reaches nothing else: no other file, no other "
         "address, no environment, no process.");
  }
  cli_sandbox_close(&sandbox);
  return code;
}
