/* rerun.h - `vitrine replay LOG`: does again what an audit log tells. */
#ifndef CLI_RERUN_H
#define CLI_RERUN_H

#include "options.h"

/* options->source is the log. Returns the exit code: 0 if all went as it says. */
int cli_rerun(const cli_options *options);

#endif
