/* continuation.h - whether what was typed at the prompt is a whole statement. */
#ifndef CLI_CONTINUATION_H
#define CLI_CONTINUATION_H

#include <stddef.h>

typedef enum {
  CLI_INPUT_EMPTY, /* blanks and comments: nothing to run        */
  CLI_INPUT_MORE,  /* ask for another line                       */
  CLI_INPUT_WHOLE  /* run it, if only to be told what is wrong   */
} cli_input;

/* source: the lines so far, each with its line break. */
cli_input cli_input_state(const char *source, size_t length);

#endif
