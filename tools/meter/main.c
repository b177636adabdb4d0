/* main.c - meter IN.wasm -o OUT.c [--data DATA.c] [--id TEXT] [--report]
 *
 * Translates the guest's wasm to C with steps counted, the native depth
 * bounded and pointers spilled; refuses a module that could do anything else
 * than compute and use the doors. What its memory holds at the start goes into a
 * file of its own if one is named. Files appear whole or not at all. */
#include "meter.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static u8 *read_file(const char *path, size_t *length) {
  FILE *in = fopen(path, "rb");
  if (!in) die("%s: %s", path, strerror(errno));
  size_t room = 1 << 20, n;
  u8 *bytes = need(malloc(room));
  *length = 0;
  while ((n = fread(bytes + *length, 1, room - *length, in)) > 0)
    if ((*length += n) == room) bytes = need(realloc(bytes, room *= 2));
  if (ferror(in)) die("%s: %s", path, strerror(errno));
  fclose(in);
  return bytes;
}

static void report(const Module *m, const Facts *facts, const Code *codes) {
  u32 counts = 0, unwinds = 0, collects = 0, frames = 0, stores = 0, exempt = 0, spilled = 0;
  for (u32 i = m->imports; i < m->funcs; i++) {
    counts += facts[i].counts, unwinds += facts[i].unwinds, collects += facts[i].collects;
    frames += codes[i].slots != 0;
    for (size_t k = 0; k < codes[i].irs; k++) {
      stores += codes[i].ir[k].kind == IR_STORE;
      exempt += codes[i].ir[k].kind == IR_STORE && codes[i].ir[k].frame;
      spilled += codes[i].ir[k].spills;
    }
    if (codes[i].slots > 64) printf("%s spills %u pointers\n", m->func[i].name, codes[i].slots);
  }
  printf("%u functions: %u count steps, %u may unwind, %u may collect, %u with a spill area\n"
         "%u stores, %u into frames; %u spills\n",
         m->funcs - m->imports, counts, unwinds, collects, frames, stores, exempt, spilled);
}

static char *part_of(const char *path) {
  char *part = need(malloc(strlen(path) + 6));
  sprintf(part, "%s.part", path);
  return part;
}

static FILE *begin(const char *path) {
  char *part = part_of(path);
  FILE *to = fopen(part, "w");
  if (!to) die("%s: %s", part, strerror(errno));
  free(part);
  return to;
}

static void finish(FILE *to, const char *path) {
  char *part = part_of(path);
  if (ferror(to) | fclose(to)) die("%s: %s", part, strerror(errno));
  if (rename(part, path)) die("%s: %s", path, strerror(errno));
  free(part);
}

int main(int argc, char **argv) {
  const char *in = NULL, *out = NULL, *data = NULL, *id = "";
  bool tell = false;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "-o") && i + 1 < argc) out = argv[++i];
    else if (!strcmp(argv[i], "--data") && i + 1 < argc) data = argv[++i];
    else if (!strcmp(argv[i], "--id") && i + 1 < argc) id = argv[++i];
    else if (!strcmp(argv[i], "--report")) tell = true;
    else if (argv[i][0] != '-' && !in) in = argv[i];
    else die("usage: meter IN.wasm -o OUT.c [--data DATA.c] [--id TEXT] [--report]");
  }
  if (!in || !out) die("usage: meter IN.wasm -o OUT.c [--data DATA.c] [--id TEXT] [--report]");

  static Module m;
  size_t length;
  const u8 *bytes = read_file(in, &length);
  module_read(&m, bytes, length);
  Code *codes = need(calloc(m.funcs, sizeof *codes));
  for (u32 i = m.imports; i < m.funcs; i++) lower(&m, i, &codes[i]);
  Facts *facts = reach(&m, codes);
  for (u32 i = m.imports; i < m.funcs; i++) spill(&m, facts, &codes[i]);
  if (tell) report(&m, facts, codes);

  FILE *to = begin(out);
  emit(&m, facts, codes, id, to);
  if (data) {
    finish(to, out);
    to = begin(out = data);
    fputs("/* Written by tools/meter from the guest's wasm: do not edit. */\n#include \"cage.h\"\n",
          to);
  }
  emit_data(&m, to);
  finish(to, out);
  return 0;
}
