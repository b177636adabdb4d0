/* grants.c - what --plugin loads and --grant asks for.
 *
 * Owns the list of plugins, those that are linked in first, and for each the
 * grants that were asked for, checked. Nothing is granted before all of them have
 * been read. */
#include "grants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "granttext.h"
#include "pluginpath.h"
#include "streams.h"

/* --- the plugins that are linked in --- */

/* There is one of each. */
static const vitrine_value *only(const vitrine_value *grants) {
  return vitrine_value_count(grants) == 1 ? vitrine_value_item(grants, 0) : NULL;
}

static vitrine_status open_clock(vitrine_session *session, const vitrine_value *grants,
                                 void **state) {
  int64_t resolution = 0, start;
  const vitrine_value *grant = only(grants);
  (void)state;
  if (!grant) return vitrine_plugin_fail(VITRINE_ERR_GRANT, "clock is granted twice: once will do");
  (void)vitrine_value_int(vitrine_plugin_option(grant, "resolution"), &resolution);
  return vitrine_value_int(vitrine_plugin_option(grant, "start"), &start)
             ? vitrine_grant_clock_fixed(session, (uint64_t)start, (uint64_t)resolution)
             : vitrine_grant_clock(session, (uint64_t)resolution);
}

static vitrine_status open_random(vitrine_session *session, const vitrine_value *grants,
                                  void **state) {
  const char *seed;
  size_t length;
  const vitrine_value *grant = only(grants);
  (void)state;
  if (!grant)
    return vitrine_plugin_fail(VITRINE_ERR_GRANT, "random is granted twice: once will do");
  return vitrine_value_text(vitrine_plugin_option(grant, "seed"), &seed, &length)
             ? vitrine_grant_random_seeded(session, seed, length)
             : vitrine_grant_random(session);
}

static void explain_clock(const vitrine_value *grant, char *sentence, size_t size) {
  (void)snprintf(sentence, size, "%s",
                 vitrine_plugin_option(grant, "start")
                     ? "It sees a clock that begins at a fixed time and follows its own steps."
                     : "It may know the date and the time.");
}

static void explain_random(const vitrine_value *grant, char *sentence, size_t size) {
  (void)snprintf(sentence, size, "%s",
                 vitrine_plugin_option(grant, "seed")
                     ? "It may have randomness that follows from a seed."
                     : "It may have the system's randomness.");
}

static const vitrine_option clock_options[] = {
    {"resolution", VITRINE_OPTION_TIME, 0, "its steps (1ms)"},
    {"start", VITRINE_OPTION_TIME, 0, "since 1970: it begins there, and follows the guest's steps"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_option random_options[] = {
    {"seed", VITRINE_OPTION_TEXT, 0, "what all of it follows from, the same in every run"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
const vitrine_plugin cli_clock_plugin = {.size = sizeof cli_clock_plugin,
                                         .abi = VITRINE_PLUGIN_ABI,
                                         .name = "clock",
                                         .doc = "It may know the date and the time.",
                                         .options = clock_options,
                                         .open = open_clock,
                                         .explain = explain_clock};
const vitrine_plugin cli_random_plugin = {.size = sizeof cli_random_plugin,
                                          .abi = VITRINE_PLUGIN_ABI,
                                          .name = "random",
                                          .doc = "It may have the system's randomness.",
                                          .options = random_options,
                                          .open = open_random,
                                          .explain = explain_random};

/* Plugins that are loaded by name and linked in nevertheless: in the Python package. */
#ifdef VITRINE_PYTHON
extern const vitrine_plugin vitrine_web_plugin, vitrine_sqlite_plugin;
static const vitrine_plugin *const loadable[] = {&vitrine_web_plugin, &vitrine_sqlite_plugin};
#else
static const vitrine_plugin *const loadable[] = {NULL};
#endif

/* --- the list --- */

#define PLUGINS 32
static struct {
  const vitrine_plugin *plugin;
  vitrine_value *grants; /* a list; NULL: nothing was asked for */
} list[PLUGINS] = {{&cli_clock_plugin, NULL},
                   {&cli_random_plugin, NULL},
                   {&vitrine_files_plugin, NULL},
                   {&vitrine_scratch_plugin, NULL}};
static size_t count = 4;

/* --grant, as they were typed: they may stand before the --plugin that they need. */
static const char *typed[64];
static size_t typed_count = 0;

static size_t find(const char *name, size_t length) {
  size_t i = 0;
  while (i < count && (strlen(list[i].plugin->name) != length ||
                       memcmp(list[i].plugin->name, name, length) != 0))
    ++i;
  return i;
}

const vitrine_plugin *cli_plugin_find(const char *asked, const char *name) {
  const vitrine_plugin *plugin;
  char path[CLI_PATH];
  for (size_t i = 0; i < sizeof loadable / sizeof *loadable; ++i)
    if (loadable[i] && strcmp(loadable[i]->name, name) == 0) return loadable[i];
  if (!cli_plugin_path(asked, name, path)) return NULL;
  if (vitrine_plugin_load(path, &plugin) == VITRINE_OK) return plugin;
  cli_say("%s %s", asked, vitrine_last_error());
  return NULL;
}

bool cli_plugin_load(const char *asked, const char *name) {
  const vitrine_plugin *plugin = cli_plugin_find(asked, name);
  if (!plugin) return false;
  if (find(plugin->name, strlen(plugin->name)) < count) {
    cli_say("%s %s: there is a plugin %s already", asked, name, plugin->name);
    return false;
  }
  if (count == PLUGINS) {
    cli_say("%s %s: %d plugins are the most there is", asked, name, PLUGINS);
    return false;
  }
  list[count++].plugin = plugin;
  return true;
}

/* --- reading a grant --- */

vitrine_value *cli_grant_parse(const vitrine_plugin *plugin, const char *text) {
  char why[512];
  vitrine_value *grant = cli_grant_text(plugin, text, why, sizeof why);
  if (!grant) cli_say("--grant %s", why);
  return grant;
}

static bool read_grant(const char *text) {
  size_t length = strcspn(text, ":"), i = find(text, length);
  if (i == count) {
    cli_say("--grant %.*s: no such plugin; --plugin NAME or FILE loads one, and clock, random, "
            "files and scratch are there",
            (int)length, text);
    return false;
  }
  vitrine_value *grant = cli_grant_parse(list[i].plugin, text[length] ? text + length + 1 : "");
  if (!grant) return false;
  if (!list[i].grants) list[i].grants = vitrine_list();
  return vitrine_value_add(list[i].grants, grant) == VITRINE_OK;
}

bool cli_grant_add(const char *text) {
  if (typed_count == sizeof typed / sizeof *typed) {
    cli_say("--grant %s: %zu grants are the most there is", text, typed_count);
    return false;
  }
  typed[typed_count++] = text;
  return true;
}

/* The first second of 2025. */
#define START_NS ((int64_t)1735689600 * 1000000000)

static void grant_fixed(size_t i, const char *option, vitrine_value *value) {
  vitrine_value *grant = vitrine_dict();
  (void)vitrine_dict_add(grant, vitrine_str(option, strlen(option)), value);
  list[i].grants = vitrine_list();
  (void)vitrine_value_add(list[i].grants, grant);
}

bool cli_grants_read(const char *seed) {
  size_t read = 0;
  while (read < typed_count && read_grant(typed[read])) ++read;
  if (seed && !list[0].grants) grant_fixed(0, "start", vitrine_int(START_NS));
  if (seed && !list[1].grants) grant_fixed(1, "seed", vitrine_str(seed, strlen(seed)));
  return read == typed_count;
}

bool cli_grants_of_policy(cli_policy *policy, bool deterministic) {
  const char *names[PLUGINS];
  for (size_t i = 0; i < count; ++i) names[i] = list[i].plugin->name;
  bool good = cli_policy_known(policy, names, count);
  for (size_t i = 0; i < count && good; ++i) {
    vitrine_value *grants;
    good = cli_policy_grants(policy, list[i].plugin, &grants);
    bool back = deterministic &&
                (list[i].plugin == &cli_clock_plugin || list[i].plugin == &cli_random_plugin);
    if (list[i].grants || back) vitrine_value_free(grants);
    else list[i].grants = grants;
  }
  if (!good) cli_say("%s", policy->error);
  return good;
}

bool cli_grant_asked(const char *plugin) {
  size_t i = find(plugin, strlen(plugin));
  return i < count && list[i].grants;
}

vitrine_status cli_grants_give(vitrine_session *session) {
  vitrine_status status = VITRINE_OK;
  for (size_t i = 0; i < count && status == VITRINE_OK; ++i)
    if (list[i].grants) status = vitrine_plugin_grant(session, list[i].plugin, list[i].grants);
  return status;
}

void cli_grants_explain(void) {
  char sentence[512];
  for (size_t i = 0; i < count; ++i)
    for (size_t k = 0; list[i].grants && k < vitrine_value_count(list[i].grants); ++k) {
      vitrine_plugin_explain(list[i].plugin, vitrine_value_item(list[i].grants, k), sentence,
                             sizeof sentence);
      cli_write(1, sentence, strlen(sentence));
      cli_write(1, "\n", 1);
    }
}

void cli_grants_free(void) {
  for (size_t i = 0; i < count; ++i) {
    vitrine_value_free(list[i].grants);
    list[i].grants = NULL;
  }
  typed_count = 0;
}
