/* toml.h - the part of TOML that a policy needs, read strictly. */
#ifndef CLI_TOML_H
#define CLI_TOML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  CLI_TOML_STR,
  CLI_TOML_INT,
  CLI_TOML_FLOAT,
  CLI_TOML_BOOL,
  CLI_TOML_ARRAY,
  CLI_TOML_TABLE
} cli_toml_type;

/* A value, with the place it was read from: lines and columns count from 1,
 * columns in characters. All of it is freed with its root. */
typedef struct cli_toml {
  const char *key;      /* its name in a table; "" in an array, and for the root */
  size_t line, column;  /* of the key; in an array, of the value                */
  struct cli_toml *next; /* in its table or array                               */
  cli_toml_type type;
  bool truth;
  int64_t number;
  const char *text; /* a str's: UTF-8 without NUL; a number's: in decimal, as it was written */
  size_t length;
  struct cli_toml *first, *last; /* what a table or array holds */
  unsigned made;                 /* by what: the reader's own   */
} cli_toml;

typedef struct {
  size_t line, column;
  char text[240];
} cli_toml_error;

/* NULL: *error says what is wrong, and what to do. */
cli_toml *cli_toml_read(const char *text, size_t length, cli_toml_error *error);
void cli_toml_free(cli_toml *root);
/* What a table has under that key, or NULL. */
const cli_toml *cli_toml_find(const cli_toml *table, const char *key);
/* "a string", "an array", … */
const char *cli_toml_kind(const cli_toml *value);

#endif
