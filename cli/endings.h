/* endings.h - how a run's ending is told on stderr, and the exit code of it. */
#ifndef CLI_ENDINGS_H
#define CLI_ENDINGS_H

#include "sandbox.h"

/* The exit code that result stands for. */
int cli_ending_code(const vitrine_result *result);
/* Traceback, limit, advice, what was dropped, what was spent: what applies. */
void cli_ending_tell(const cli_sandbox *sandbox, const cli_source *source,
                     const vitrine_result *result);

#endif
