/* options.c - reads the command line as python3 does.
 *
 * Options of ours end at FILE, at `-`, or with -c CODE; all that follows is the
 * script's. Names are never abbreviated, so that an option added later cannot
 * change what an old script meant. */
#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "grants.h"
#include "nearest.h"
#include "streams.h"
#include "utf8text.h"

typedef struct {
  const char *name;
  size_t offset; /* of its bool in cli_options */
} cli_switch;

/* Options whose value is a path. */
static const struct {
  const char *name;
  size_t offset; /* of its const char * in cli_options */
} paths[] = {
    {"history", offsetof(cli_options, history)}, {"load", offsetof(cli_options, load)},
    {"save", offsetof(cli_options, save)},       {"key-file", offsetof(cli_options, key_file)},
    {"policy", offsetof(cli_options, policy)},   {"audit", offsetof(cli_options, audit)},
};
#define PATHS (sizeof paths / sizeof *paths)

#define SWITCH(name, field) {name, offsetof(cli_options, field)}
static const cli_switch switches[] = {
    SWITCH("stdin", input),     SWITCH("json", json),
    SWITCH("spent", spent),     SWITCH("transactional", transactional),
    SWITCH("help", help),       SWITCH("deterministic", deterministic),
    SWITCH("version", version), SWITCH("explain", explained),
};

static bool set_limit(cli_options *options, const cli_limit *limit, const char *text) {
  char why[160];
  if (cli_limit_set(&options->limits, limit, text, why, sizeof why)) return true;
  cli_say("--%s %s: %s", limit->name, text, why);
  return false;
}

#define SWITCHES (sizeof switches / sizeof *switches)

static bool unknown(const char *name, size_t length) {
  cli_nearest near = CLI_NEAREST;
  for (size_t i = 0; i < CLI_LIMITS; ++i) cli_nearest_try(&near, name, length, cli_limits[i].name);
  for (size_t i = 0; i < SWITCHES; ++i) cli_nearest_try(&near, name, length, switches[i].name);
  for (size_t i = 0; i < PATHS; ++i) cli_nearest_try(&near, name, length, paths[i].name);
  if (near.name)
    cli_say("unknown option --%.*s; is --%s meant? `vitrine --help` lists all", (int)length, name,
            near.name);
  else cli_say("unknown option --%.*s; `vitrine --help` lists all", (int)length, name);
  return false;
}

/* --plugin and --grant may come again and again. */
static bool is_grant(const char *name, size_t length) {
  return (length == 6 && memcmp(name, "plugin", 6) == 0) ||
         (length == 5 && memcmp(name, "grant", 5) == 0);
}

/* --most, of what is told to a model. */
static bool set_most(cli_options *options, const char *text) {
  if (text && cli_unit_parse(CLI_COUNT, text, &options->most) == CLI_UNIT_OK &&
      options->most <= SIZE_MAX)
    return true;
  cli_say("--most %s: it takes a whole number of bytes (4096)", text ? text : "");
  return false;
}

static bool set_audit_text(cli_options *options, const char *text) {
  if (text && cli_unit_parse(CLI_SIZE, text, &options->audit_text) == CLI_UNIT_OK) return true;
  cli_say("--audit-text takes %s", cli_unit_form(CLI_SIZE));
  return false;
}

/* argv[*i] begins with two dashes and goes on. */
static bool read_long(cli_options *options, char **argv, int *i) {
  const char *name = argv[*i] + 2;
  size_t length = strcspn(name, "=");
  const char *value = name[length] == '=' ? name + length + 1 : NULL;
  for (size_t s = 0; s < SWITCHES; ++s) {
    if (strlen(switches[s].name) != length || memcmp(switches[s].name, name, length) != 0) continue;
    bool seed = switches[s].offset == offsetof(cli_options, deterministic);
    if (seed && value && *value && cli_text_check(value, strlen(value)) == strlen(value)) {
      options->seed = value;
    } else if (seed && value) {
      cli_say("--deterministic=SEED takes any text, in UTF-8");
      return false;
    } else if (value) {
      cli_say("--%s takes no value, here %s", switches[s].name, value);
      return false;
    }
    *(bool *)((char *)options + switches[s].offset) = true;
    return true;
  }
  if (is_grant(name, length)) {
    if (!value) value = argv[*i + 1] ? argv[++*i] : "";
    if (*value) return *name == 'p' ? cli_plugin_load("--plugin", value) : cli_grant_add(value);
    cli_say("--%.*s needs a value: %s", (int)length, name,
            *name == 'p' ? "the name of a plugin, or its path" : "NAME:OPTION=VALUE,…");
    return false;
  }
  if (length == 4 && memcmp(name, "most", 4) == 0)
    return set_most(options, value || !argv[*i + 1] ? value : argv[++*i]);
  if (length == 10 && memcmp(name, "audit-text", 10) == 0)
    return set_audit_text(options, value || !argv[*i + 1] ? value : argv[++*i]);
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
