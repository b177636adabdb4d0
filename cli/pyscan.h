/* pyscan.h - Python source as a row of tokens: as much of the lexer as is
 * needed to see where statements begin and end. */
#ifndef CLI_PYSCAN_H
#define CLI_PYSCAN_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  CLI_TOKEN_END,
  CLI_TOKEN_NEWLINE, /* a logical line that is not blank ends          */
  CLI_TOKEN_NAME,    /* keywords among them                            */
  CLI_TOKEN_STRING,  /* with its prefix and quotes                     */
  CLI_TOKEN_NUMBER,
  CLI_TOKEN_SIGN     /* one character of an operator, or punctuation   */
} cli_token_kind;

typedef struct {
  cli_token_kind kind;
  const char *text; /* in the source */
  size_t length;
  size_t line; /* from 1: where it begins */
} cli_token;

#define CLI_SCAN_DEPTH 200 /* no sane program nests brackets deeper */

typedef struct {
  const char *at, *end;
  size_t line;
  bool in_line;        /* a token came since the last NEWLINE           */
  size_t depth;        /* brackets that are open                        */
  char closer[CLI_SCAN_DEPTH];
  size_t opened[CLI_SCAN_DEPTH]; /* the lines they were opened on       */
  size_t string;       /* line of a string that the source's end cut, or 0 */
  bool backslash;      /* the source ends in a backslash and a line break */
  bool wrong;          /* no text that could follow makes it right      */
} cli_scan;

/* source is borrowed for as long as the tokens are used. */
void cli_scan_start(cli_scan *scan, const char *source, size_t length);
cli_token cli_scan_next(cli_scan *scan);

bool cli_token_is(const cli_token *token, const char *text);
/* Whether it is a keyword that begins a compound statement, or, with `inner`,
 * goes on with one: else, elif, except, finally. */
bool cli_token_compound(const cli_token *token, bool inner);

#endif
