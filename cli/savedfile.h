/* savedfile.h - sessions from and to files: --load, --save, --key-file. */
#ifndef CLI_SAVEDFILE_H
#define CLI_SAVEDFILE_H

#include "options.h"

/* What --load names; NULL if there is no such option. Returns 0, or the exit
 * code, and has said what is wrong. */
int cli_saved_load(const cli_options *options, vitrine_snapshot **snapshot);
/* The end, with exit code `code`. If that is 0, the session as it is goes to what
 * --save names, if there is such an option. Returns the exit code after that. */
int cli_saved_end(const cli_options *options, vitrine_session *session, int code);

#endif
