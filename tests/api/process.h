/* process.h - what this process takes, as Linux counts. */
#ifndef PROCESS_H
#define PROCESS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Kilobytes that /proc/self/status has for `name`; -1 if there is no such thing. */
static inline long status_kib(const char *name) {
  FILE *file = fopen("/proc/self/status", "r");
  char line[256];
  long kib = -1;
  while (file != NULL && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, name, strlen(name)) == 0) kib = strtol(line + strlen(name), NULL, 10);
  if (file != NULL) fclose(file);
  return kib;
}

static inline long mappings(void) {
  FILE *file = fopen("/proc/self/maps", "r");
  long count = 0;
  for (int c; file != NULL && (c = fgetc(file)) != EOF;) count += c == '\n';
  if (file != NULL) fclose(file);
  return count;
}

#endif
