/* options.h - what the command line asks for. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "limit.h"

typedef enum {
  CLI_CODE,  /* -c CODE                      */
  CLI_FILE,  /* FILE                         */
  CLI_STDIN, /* -, or nothing of these three */
} cli_from;

typedef struct {
  vitrine_limits limits;
  cli_from from;
  const char *source;  /* CODE, or FILE's path */
  const char *history, *load, *save, *key_file, *policy, *audit; /* or NULL */
  const char *seed;    /* of --deterministic=SEED, or NULL */
  uint64_t audit_text; /* bytes; 0: all */
  int argc;            /* sys.argv, as python3 has it */
  const char *const *argv;
  uint64_t most; /* bytes of what is told to a model; 0: not said */
  bool input, json, spent, transactional, deterministic, explained, help, version;
} cli_options;

/* Reads argv, which may be changed and has to outlive *options. False: it said
 * on stderr what is wrong, and the exit code is 2. */
bool cli_options_read(cli_options *options, int argc, char **argv);

#endif
