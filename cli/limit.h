/* limit.h - the limits, as people name and write them. */
#ifndef CLI_LIMIT_H
#define CLI_LIMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "units.h"
#include "vitrine.h"

/* One for each field of vitrine_limits. */
typedef struct {
  const char *name; /* the option, without its dashes */
  const char *key;  /* in a policy                    */
  cli_unit unit;
  size_t offset; /* of its field in vitrine_limits */
  uint64_t most; /* as vitrine_limits says, where it says so; else VITRINE_UNLIMITED */
} cli_limit;

#define CLI_LIMITS 9
extern const cli_limit cli_limits[CLI_LIMITS];
/* The field of a limit. */
uint64_t cli_limit_of(const cli_limit *limit, const vitrine_limits *limits);
/* By name; NULL if there is none. */
const cli_limit *cli_limit_find(const char *name, size_t length);

/* Reads text as its value. False: *limits is as it was, and `why` says what it takes. */
bool cli_limit_set(vitrine_limits *limits, const cli_limit *limit, const char *text, char *why,
                   size_t size);

#endif
