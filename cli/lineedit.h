/* lineedit.h - lines typed at a terminal, edited if the build has libedit. */
#ifndef CLI_LINEEDIT_H
#define CLI_LINEEDIT_H

#include <stdbool.h>

typedef struct cli_lineedit cli_lineedit;

typedef enum {
  CLI_LINE,             /* *line is one, with a line break at its end          */
  CLI_LINE_END,         /* Ctrl-D on an empty line, or the end of the input    */
  CLI_LINE_INTERRUPTED, /* Ctrl-C: what was typed is gone                      */
  CLI_LINE_FAILED       /* it said why                                         */
} cli_line_state;

/* Whether this build can edit lines and keep a history. */
bool cli_lineedit_able(void);
/* history: a file to read the history from, and to keep it in; NULL: it is in
 * memory only. NULL on failure, and has said why. */
cli_lineedit *cli_lineedit_new(const char *history);
/* *line: owned by the caller, free(). */
cli_line_state cli_lineedit_read(cli_lineedit *editor, const char *prompt, char **line);
/* Saves the history. */
void cli_lineedit_free(cli_lineedit *editor);

#endif
