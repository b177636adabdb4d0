/* limit.c - the limits, as people name and write them. */
#include "limit.h"

#include <stdio.h>
#include <string.h>

#define LIMIT_TO(name, key, unit, field, most) \
  {name, key, unit, offsetof(vitrine_limits, field), most}
#define LIMIT(name, unit, field) LIMIT_TO(name, name, unit, field, VITRINE_UNLIMITED)
const cli_limit cli_limits[CLI_LIMITS] = {
    LIMIT_TO("memory", "memory", CLI_SIZE, memory, 1u << 30),
    LIMIT("steps", CLI_COUNT, steps),
    LIMIT("cpu", CLI_TIME, cpu_ns),
    LIMIT("time", CLI_TIME, time_ns),
    LIMIT("output", CLI_SIZE, output),
    LIMIT_TO("host-calls", "host_calls", CLI_COUNT, host_calls, VITRINE_UNLIMITED),
    LIMIT("value", CLI_SIZE, value),
    LIMIT("source", CLI_SIZE, source),
    LIMIT_TO("depth", "depth", CLI_COUNT, depth, 1000000),
};

uint64_t cli_limit_of(const cli_limit *limit, const vitrine_limits *limits) {
  uint64_t value;
  memcpy(&value, (const char *)limits + limit->offset, sizeof value);
  return value;
}

const cli_limit *cli_limit_find(const char *name, size_t length) {
  for (size_t i = 0; i < CLI_LIMITS; ++i) {
    if (strlen(cli_limits[i].name) == length && memcmp(cli_limits[i].name, name, length) == 0)
      return &cli_limits[i];
  }
  return NULL;
}

bool cli_limit_set(vitrine_limits *limits, const cli_limit *limit, const char *text, char *why,
                   size_t size) {
  uint64_t value;
  const char *first = "";
  switch (cli_unit_parse(limit->unit, text, &value)) {
  case CLI_UNIT_OK:
    if (value > limit->most && value != VITRINE_UNLIMITED) {
      char most[CLI_UNIT_TEXT];
      cli_unit_exact(limit->unit, limit->most, most);
      (void)snprintf(why, size, "%s is the most there is", most);
      return false;
    }
    memcpy((char *)limits + limit->offset, &value, sizeof value);
    return true;
  case CLI_UNIT_ZERO: first = "a limit cannot be 0; "; break;
  case CLI_UNIT_HUGE: first = "that is too large; "; break;
  case CLI_UNIT_FORM: break;
  }
  (void)snprintf(why, size, "%sit takes %s", first, cli_unit_form(limit->unit));
  return false;
}
