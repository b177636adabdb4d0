/* pipe.h - `vitrine pipe`: from the web or a file, through a script, into a table. */
#ifndef CLI_PIPE_H
#define CLI_PIPE_H

/* argv[0] is "pipe". Returns the exit code. */
int cli_pipe(int argc, char **argv);

#endif
