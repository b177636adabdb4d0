/* help.h - what --help prints. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

/* At most 24 lines of 79 columns: a terminal's screen. */
extern const char cli_help[];

#endif
