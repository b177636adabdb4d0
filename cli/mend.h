/* mend.h - advice for a syntax error that has an obvious cure. */
#ifndef CLI_MEND_H
#define CLI_MEND_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  char text[160]; /* the advice, without a full stop */
  /* If `breaks`: a line break in place of source[cut] to source[resume] is it. */
  bool breaks;
  size_t cut, resume;
} cli_mend;

/* line: where the compiler stopped; 0 if it did not say. False: no advice. */
bool cli_mend_find(cli_mend *mend, const char *source, size_t length, size_t line);

#endif
