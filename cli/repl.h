/* repl.h - the prompt. */
#ifndef CLI_REPL_H
#define CLI_REPL_H

#include "options.h"

/* Returns the exit code. */
int cli_repl(const cli_options *options);

#endif
