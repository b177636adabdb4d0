/* fuzz_granttext.c - a grant as it is typed, to the options that a plugin gets.
 *
 * What is taken the plugin takes; what is refused is refused in words. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../cli/granttext.h"
#include "../cli/utf8text.h"
#include "dataplugin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(int truth) {
  if (!truth) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1), why[64];
  if (!text) return 0;
  memcpy(text, data, size);
  text[size] = 0;
  why[0] = 0;
  vitrine_value *grant = cli_grant_text(&data_plugin, text, why, sizeof why);
  if (grant) must(vitrine_plugin_check(&data_plugin, grant) == VITRINE_OK);
  else must(why[0] != 0 && cli_text_check(why, strlen(why)) == strlen(why));
  vitrine_value_free(grant);
  free(text);
  return 0;
}

#include "standalone.h"
