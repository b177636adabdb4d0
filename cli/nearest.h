/* nearest.h - which name was meant. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

/* The name that is nearest so far; NULL: none is near. */
typedef struct {
  const char *name;
  size_t distance;
} cli_nearest;
/* Further than two letters is not near. */
#define CLI_NEAREST {NULL, 3}

void cli_nearest_try(cli_nearest *nearest, const char *word, size_t length, const char *name);

#endif
