/* fuzz_units.c - the parser of the command's limits: sizes, times, counts.
 *
 * The first byte chooses the unit, the rest is the text. What is accepted is
 * never 0, only "unlimited" lifts a limit, and what is printed exactly is read
 * back as the same. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../cli/units.h"
#include "vitrine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(int truth) {
  if (!truth) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0) return 0;
  cli_unit unit = (cli_unit)(data[0] % 3);
  char *text = malloc(size);
  if (!text) return 0;
  memcpy(text, data + 1, size - 1);
  text[size - 1] = 0;
  uint64_t value = 0, again = 0;
  cli_unit_error error = cli_unit_parse(unit, text, &value);
  if (error != CLI_UNIT_OK) {
    must(value == 0);
  } else {
    char printed[CLI_UNIT_TEXT];
    must(value != 0);
    must((value == VITRINE_UNLIMITED) == (strcmp(text, "unlimited") == 0));
    cli_unit_print(unit, value, printed);
    must(strlen(printed) < CLI_UNIT_TEXT);
    cli_unit_exact(unit, value, printed);
    must(cli_unit_parse(unit, printed, &again) == CLI_UNIT_OK && again == value);
  }
  free(text);
  return 0;
}

#include "standalone.h"
