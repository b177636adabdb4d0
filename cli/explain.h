/* explain.h - what a session would be, in words: nothing is run. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "options.h"

/* For a model: what it has to know to write code; with --json the host functions
 * as tool descriptions. The exit code. */
int cli_describe(const cli_options *options);
/* For people: what a guest may spend and reach, a sentence a line. */
int cli_explain(const cli_options *options);

#endif
