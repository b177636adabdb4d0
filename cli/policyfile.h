/* policyfile.h - what --policy names, and how it goes with the other options. */
#ifndef CLI_POLICYFILE_H
#define CLI_POLICYFILE_H

#include "options.h"

/* Reads --grant and the policy, if there is one, and puts them together: what was
 * typed goes before. False: it was said what is wrong, and the exit code is 2. */
bool cli_policyfile_take(cli_options *options);
/* Whether a run could begin with it: an exit code. */
int cli_policyfile_check(const cli_options *options);

#endif
