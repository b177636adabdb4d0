/* options.c - reads the command line as python3 does.
 *
 * Options of ours end at FILE, at `-`, or with -c CODE; all that follows is the
 * script's. Names are never abbreviated, so that an option added later cannot
 * change what an old script meant. */
#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "grants.h"
#include "streams.h"
#include "utf8text.h"

#define LIMIT(name, unit, field) {name, unit, offsetof(vitrine_limits, field), VITRINE_UNLIMITED}
#define LIMIT_TO(name, unit, field, most) {name, unit, offsetof(vitrine_limits, field), most}
const cli_limit cli_limits[CLI_LIMITS] = {
    LIMIT_TO("memory", CLI_SIZE, memory, 1u << 30),
    LIMIT("steps", CLI_COUNT, steps),
    LIMIT("cpu", CLI_TIME, cpu_ns),
    LIMIT("time", CLI_TIME, time_ns),
    LIMIT("output", CLI_SIZE, output),
    LIMIT("host-calls", CLI_COUNT, host_calls),
    LIMIT("value", CLI_SIZE, value),
    LIMIT("source", CLI_SIZE, source),
    LIMIT_TO("depth", CLI_COUNT, depth, 10000),
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

typedef struct {
  const char *name;
  size_t offset; /* of its bool in cli_options */
} cli_switch;

/* Options whose value is a path. */
static const struct {
  const char *name;
  size_t offset; /* of its const char * in cli_options */
} paths[] = {
    {"history", offsetof(cli_options, history)},
    {"load", offsetof(cli_options, load)},
    {"save", offsetof(cli_options, save)},
    {"key-file", offsetof(cli_options, key_file)},
};
#define PATHS (sizeof paths / sizeof *paths)

#define SWITCH(name, field) {name, offsetof(cli_options, field)}
static const cli_switch switches[] = {
    SWITCH("stdin", input),     SWITCH("json", json),
    SWITCH("spent", spent),     SWITCH("transactional", transactional),
    SWITCH("help", help),       SWITCH("deterministic", deterministic),
    SWITCH("version", version),
};

static bool set_limit(cli_options *options, const cli_limit *limit, const char *text) {
  uint64_t value;
  const char *why = "";
  switch (cli_unit_parse(limit->unit, text, &value)) {
  case CLI_UNIT_OK:
    if (value > limit->most && value != VITRINE_UNLIMITED) {
      char most[CLI_UNIT_TEXT];
      cli_unit_exact(limit->unit, limit->most, most);
      cli_say("--%s %s: %s is the most there is", limit->name, text, most);
      return false;
    }
    memcpy((char *)&options->limits + limit->offset, &value, sizeof value);
    return true;
  case CLI_UNIT_ZERO: why = "a limit cannot be 0; "; break;
  case CLI_UNIT_HUGE: why = "that is too large; "; break;
  case CLI_UNIT_FORM: break;
  }
  cli_say("--%s %s: %sit takes %s", limit->name, text, why, cli_unit_form(limit->unit));
  return false;
}

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

#define SWITCHES (sizeof switches / sizeof *switches)

static bool unknown(const char *name, size_t length) {
  const char *near = NULL;
  size_t least = 3;
  for (size_t i = 0; i < CLI_LIMITS + SWITCHES + PATHS; ++i) {
    const char *other = i < CLI_LIMITS              ? cli_limits[i].name
                        : i < CLI_LIMITS + SWITCHES ? switches[i - CLI_LIMITS].name
                                                    : paths[i - CLI_LIMITS - SWITCHES].name;
    size_t d = distance(name, length, other, 2);
    if (d < least) {
      least = d;
      near = other;
    }
  }
  if (near)
    cli_say("unknown option --%.*s; is --%s meant? `vitrine --help` lists all", (int)length, name,
            near);
  else cli_say("unknown option --%.*s; `vitrine --help` lists all", (int)length, name);
  return false;
}

/* --plugin and --grant may come again and again. */
static bool is_grant(const char *name, size_t length) {
  return (length == 6 && memcmp(name, "plugin", 6) == 0) ||
         (length == 5 && memcmp(name, "grant", 5) == 0);
}

/* argv[*i] begins with two dashes and goes on. */
static bool read_long(cli_options *options, char **argv, int *i) {
  const char *name = argv[*i] + 2;
  size_t length = strcspn(name, "=");
  const char *value = name[length] == '=' ? name + length + 1 : NULL;
  for (size_t s = 0; s < SWITCHES; ++s) {
    if (strlen(switches[s].name) != length || memcmp(switches[s].name, name, length) != 0) continue;
    if (value) {
      cli_say("--%s takes no value, here %s", switches[s].name, value);
      return false;
    }
    *(bool *)((char *)options + switches[s].offset) = true;
    return true;
  }
  if (is_grant(name, length)) {
    if (!value) value = argv[*i + 1] ? argv[++*i] : "";
    if (*value) return *name == 'p' ? cli_plugin_load(value) : cli_grant_add(value);
    cli_say("--%.*s needs a value: %s", (int)length, name,
            *name == 'p' ? "the path of a plugin" : "NAME:OPTION=VALUE,…");
    return false;
  }
  const cli_limit *limit = cli_limit_find(name, length);
  size_t p = 0;
  while (p < PATHS && (strlen(paths[p].name) != length || memcmp(paths[p].name, name, length) != 0))
    ++p;
  if (!limit && p == PATHS) return unknown(name, length);
  if (!value) value = argv[*i + 1] ? argv[++*i] : NULL;
  if (!value || *value == 0) {
    cli_say("--%.*s needs a value: it takes %s", (int)length, name,
            limit ? cli_unit_form(limit->unit) : "the name of a file");
    return false;
  }
  if (limit) return set_limit(options, limit, value);
  *(const char **)(void *)((char *)options + paths[p].offset) = value;
  return true;
}

/* A path as text, for tracebacks: it may be any bytes. A copy, if there has to
 * be one, lives as long as the process. */
static char *path_text(char *path) {
  size_t length = strlen(path);
  if (cli_text_check(path, length) == length) return path;
  static char none[] = "?";
  char *copy = malloc(length + 1);
  if (!copy) return none;
  memcpy(copy, path, length + 1);
  cli_text_clean(copy, length);
  return copy;
}

/* sys.argv from argv[i], whose text becomes `first`. */
static void take_arguments(cli_options *options, int argc, char **argv, int i, char *first) {
  argv[i] = first;
  options->argc = argc - i;
  options->argv = (const char *const *)(argv + i);
}

bool cli_options_read(cli_options *options, int argc, char **argv) {
  static const char *const no_arguments[] = {""};
  static char dash_c[] = "-c";
  *options = (cli_options){
      .limits = vitrine_limits_default(), .from = CLI_STDIN, .argc = 1, .argv = no_arguments};
  int i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1] != 0; ++i) {
    const char *option = argv[i];
    if (option[1] == '-') {
      if (option[2] == 0) {
        ++i;
        break;
      }
      if (!read_long(options, argv, &i)) return false;
      continue;
    }
    if (option[1] == 'c') {
      options->from = CLI_CODE;
      options->source = option[2] ? option + 2 : i + 1 < argc ? argv[++i] : NULL;
      if (!options->source) {
        cli_say("-c needs code: vitrine -c 'print(1 + 1)'");
        return false;
      }
      take_arguments(options, argc, argv, i, dash_c);
      return true;
    }
    if (strcmp(option, "-h") == 0) options->help = true;
    else if (strcmp(option, "-V") == 0) options->version = true;
    else {
      cli_say("unknown option %s; `vitrine --help` lists all", option);
      return false;
    }
  }
  if (i < argc) {
    options->from = strcmp(argv[i], "-") == 0 ? CLI_STDIN : CLI_FILE;
    options->source = argv[i];
    take_arguments(options, argc, argv, i, path_text(argv[i]));
  }
  return true;
}
