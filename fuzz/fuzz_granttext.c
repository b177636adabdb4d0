/* fuzz_granttext.c - a grant as it is typed, to the options that a plugin gets.
 *
 * What is taken the plugin takes; what is refused is refused in words. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../cli/granttext.h"
#include "../cli/utf8text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(int truth) {
  if (!truth) abort();
}

static const vitrine_option options[] = {
    {"file", VITRINE_OPTION_PATH, 1, "a file"}, {"write", VITRINE_OPTION_TEXT, 0, "tables"},
    {"rows", VITRINE_OPTION_COUNT, 0, "rows"},  {"size", VITRINE_OPTION_SIZE, 0, "bytes"},
    {"time", VITRINE_OPTION_TIME, 0, "time"},   {"all", VITRINE_OPTION_FLAG, 0, "whether"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_plugin data_plugin = {.size = sizeof data_plugin,
                                           .abi = VITRINE_PLUGIN_ABI,
                                           .name = "data",
                                           .doc = "data",
                                           .options = options};

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
