/* continuation.c - when the prompt asks for another line.
 *
 * As python3's does: while a bracket, a triple-quoted string or a backslash is
 * open, and in a compound statement, or after a decorator, until an empty line. */
#include "continuation.h"

#include "pyscan.h"

cli_input cli_input_state(const char *source, size_t length) {
  cli_scan scan;
  cli_scan_start(&scan, source, length);
  cli_token token = cli_scan_next(&scan);
  if (token.kind == CLI_TOKEN_END && !scan.backslash)
    return scan.wrong ? CLI_INPUT_WHOLE : CLI_INPUT_EMPTY;
  int block = cli_token_compound(&token, false) || cli_token_is(&token, "@");
  while (token.kind != CLI_TOKEN_END && !scan.wrong) token = cli_scan_next(&scan);
  if (scan.wrong) return CLI_INPUT_WHOLE;
  if (scan.depth > 0 || scan.string > 0 || scan.backslash) return CLI_INPUT_MORE;
  int empty_line = length >= 2 && source[length - 1] == '\n' && source[length - 2] == '\n';
  return block && !empty_line ? CLI_INPUT_MORE : CLI_INPUT_WHOLE;
}
