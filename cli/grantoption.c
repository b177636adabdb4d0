/* grantoption.c - the value of an option of a grant, as people write it. */
#include "grantoption.h"

#include <stdbool.h>
#include <string.h>

#include "units.h"

const vitrine_option *cli_option_find(const vitrine_plugin *plugin, const char *name,
                                      size_t length) {
  const vitrine_option *o = plugin->options;
  for (; o && o->name; ++o)
    if (strlen(o->name) == length && memcmp(o->name, name, length) == 0) return o;
  return NULL;
}

static cli_unit unit_of(vitrine_option_type type) {
  return type == VITRINE_OPTION_SIZE   ? CLI_SIZE
         : type == VITRINE_OPTION_TIME ? CLI_TIME
                                       : CLI_COUNT;
}

vitrine_value *cli_option_value(const vitrine_option *o, const char *text) {
  uint64_t number;
  switch (o->type) {
  case VITRINE_OPTION_TEXT:
  case VITRINE_OPTION_PATH: return vitrine_str(text, strlen(text));
  case VITRINE_OPTION_FLAG: {
    bool yes = strcmp(text, "true") == 0;
    return yes || strcmp(text, "false") == 0 ? vitrine_bool(yes) : NULL;
  }
  default:
    return cli_unit_parse(unit_of(o->type), text, &number) == CLI_UNIT_OK && number <= INT64_MAX
               ? vitrine_int((int64_t)number)
               : NULL;
  }
}

const char *cli_option_form(const vitrine_option *o) {
  switch (o->type) {
  case VITRINE_OPTION_TEXT: return "text, in UTF-8";
  case VITRINE_OPTION_PATH: return "the path of a file or folder, in UTF-8";
  case VITRINE_OPTION_FLAG: return "true or false";
  default: return cli_unit_form(unit_of(o->type));
  }
}
