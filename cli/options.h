/* options.h - what the command line asks for. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "units.h"
#include "vitrine.h"

/* One for each field of vitrine_limits. */
typedef struct {
  const char *name; /* the option, without its dashes */
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

typedef enum {
  CLI_CODE,  /* -c CODE                      */
  CLI_FILE,  /* FILE                         */
  CLI_STDIN, /* -, or nothing of these three */
} cli_from;

typedef struct {
  vitrine_limits limits;
  cli_from from;
  const char *source;  /* CODE, or FILE's path */
  const char *history, *load, *save, *key_file; /* or NULL */
  int argc;            /* sys.argv, as python3 has it */
  const char *const *argv;
  bool input, json, spent, transactional, deterministic, help, version;
} cli_options;

/* Reads argv, which may be changed and has to outlive *options. False: it said
 * on stderr what is wrong, and the exit code is 2. */
bool cli_options_read(cli_options *options, int argc, char **argv);

#endif
