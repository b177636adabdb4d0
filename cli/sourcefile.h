/* sourcefile.h - the code to run, from wherever the command line says. */
#ifndef CLI_SOURCEFILE_H
#define CLI_SOURCEFILE_H

#include "options.h"

typedef struct {
  const char *name; /* what tracebacks call it, borrowed */
  const char *text; /* UTF-8 without a byte order mark, no NUL in it */
  size_t length;
  char *owned; /* or NULL: text is borrowed */
} cli_source;

/* limit: of source bytes. Returns 0, or the exit code, and has said on stderr
 * what is wrong. Free with cli_source_free() in either case. */
int cli_source_read(cli_source *source, const cli_options *options, uint64_t limit);
void cli_source_free(cli_source *source);

#endif
