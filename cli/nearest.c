/* nearest.c - which name was meant: the one with the fewest letters to mend. */
#include "nearest.h"

#include <string.h>

/* How many letters have to be changed, put in or left out to make a of b; more
 * than `most` need not be exact. Short words only. */
static size_t distance(const char *a, size_t length, const char *b, size_t most) {
  size_t row[32], columns = strlen(b);
  if (columns >= sizeof row / sizeof *row || length > columns + most) return most + 1;
  for (size_t j = 0; j <= columns; ++j) row[j] = j;
  for (size_t i = 0; i < length; ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < columns; ++j) {
      size_t best = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      if (row[j] + 1 < best) best = row[j] + 1;
      if (diagonal + 1 < best) best = diagonal + 1;
      row[j + 1] = best;
    }
  }
  return row[columns];
}

void cli_nearest_try(cli_nearest *nearest, const char *word, size_t length, const char *name) {
  size_t d = distance(word, length, name, nearest->distance - 1);
  if (d >= nearest->distance) return;
  nearest->distance = d;
  nearest->name = name;
}
