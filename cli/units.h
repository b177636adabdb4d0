/* units.h - limits as people write them: 64M, 250ms, 10000, unlimited. */
#ifndef CLI_UNITS_H
#define CLI_UNITS_H

#include <stdint.h>

typedef enum {
  CLI_SIZE, /* bytes, or with K, M, G: powers of 1024                  */
  CLI_TIME, /* seconds, with a fraction if need be, or with ms, s, m   */
  CLI_COUNT /* digits                                                  */
} cli_unit;

typedef enum { CLI_UNIT_OK, CLI_UNIT_FORM, CLI_UNIT_ZERO, CLI_UNIT_HUGE } cli_unit_error;

/* Reads all of text. Times become nanoseconds, what is below one is cut;
 * "unlimited" becomes VITRINE_UNLIMITED and nothing else does. *out is only set
 * for CLI_UNIT_OK, and never 0. */
cli_unit_error cli_unit_parse(cli_unit unit, const char *text, uint64_t *out);
/* What cli_unit_parse() accepts, for an error message. Static. */
const char *cli_unit_form(cli_unit unit);

#define CLI_UNIT_TEXT 32
/* What was spent, for people to read: "64M", "1.21M", "0.412ms"; cut, not rounded. */
void cli_unit_print(cli_unit unit, uint64_t value, char text[CLI_UNIT_TEXT]);
/* A limit: cli_unit_parse() reads it back as the same. */
void cli_unit_exact(cli_unit unit, uint64_t value, char text[CLI_UNIT_TEXT]);

#endif
