/* grants.c - what --plugin loads and --grant asks for.
 *
 * Owns the list of plugins, those that are linked in first, and for each the
 * grants that were asked for, checked. Nothing is granted before all of them have
 * been read. */
#include "grants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grantoption.h"
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
static const vitrine_plugin clock_plugin = {.size = sizeof clock_plugin,
                                            .abi = VITRINE_PLUGIN_ABI,
                                            .name = "clock",
                                            .doc = "It may know the date and the time.",
                                            .options = clock_options,
                                            .open = open_clock,
                                            .explain = explain_clock};
static const vitrine_plugin random_plugin = {.size = sizeof random_plugin,
                                             .abi = VITRINE_PLUGIN_ABI,
                                             .name = "random",
                                             .doc = "It may have the system's randomness.",
                                             .options = random_options,
                                             .open = open_random,
                                             .explain = explain_random};

/* --- the list --- */

#define PLUGINS 32
static struct {
  const vitrine_plugin *plugin;
  vitrine_value *grants; /* a list; NULL: nothing was asked for */
} list[PLUGINS] = {{&clock_plugin, NULL},
                   {&random_plugin, NULL},
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

bool cli_plugin_load(const char *asked, const char *name) {
  const vitrine_plugin *plugin;
  char path[CLI_PATH];
  if (!cli_plugin_path(asked, name, path)) return false;
  if (vitrine_plugin_load(path, &plugin) != VITRINE_OK) {
    cli_say("%s %s", asked, vitrine_last_error());
    return false;
  }
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

/* A value, up to the comma that ends it, without the backslashes before commas. */
static const char *copy_value(const char *at, char *to) {
  for (; *at && *at != ','; ++at) {
    if (*at == '\\' && at[1]) ++at;
    *to++ = *at;
  }
  *to = 0;
  return at;
}

/* The option that begins at `at`; its end, or NULL. `room` takes its value. */
static const char *read_option(const vitrine_plugin *plugin, const char *at, char *room,
                               vitrine_value *grant) {
  size_t length = strcspn(at, "=,");
  bool bare = at[length] != '=';
  const vitrine_option *o = cli_option_find(plugin, at, length);
  if (!o) { /* the library says what there is */
    (void)vitrine_dict_add(grant, vitrine_str(at, length), vitrine_none());
    (void)vitrine_plugin_check(plugin, grant);
    cli_say("--grant %s", vitrine_last_error());
    return NULL;
  }
  const char *end = bare ? at + length : copy_value(at + length + 1, room);
  bool flag = o->type == VITRINE_OPTION_FLAG;
  if (bare) memcpy(room, flag ? "true" : "", flag ? sizeof "true" : 1);
  vitrine_value *value = bare && !flag ? NULL : cli_option_value(o, room);
  if (!value) {
    cli_say("--grant %s: %s%s%s: it takes %s", plugin->name, o->name, bare ? "" : "=", room,
            cli_option_form(o));
    return NULL;
  }
  if (vitrine_plugin_option(grant, o->name)) {
    vitrine_value_free(value);
    cli_say("--grant %s: %s is given twice", plugin->name, o->name);
    return NULL;
  }
  (void)vitrine_dict_add(grant, vitrine_str(o->name, length), value);
  return end;
}

static bool read_options(const vitrine_plugin *plugin, const char *text, vitrine_value *grant) {
  char *room = malloc(strlen(text) + sizeof "true");
  const char *at = room ? text : NULL;
  while (at && *at) {
    at = read_option(plugin, at, room, grant);
    if (at && *at == ',') ++at;
  }
  free(room);
  if (!at) return false;
  if (vitrine_plugin_check(plugin, grant) == VITRINE_OK) return true;
  cli_say("--grant %s", vitrine_last_error());
  return false;
}

vitrine_value *cli_grant_parse(const vitrine_plugin *plugin, const char *option, const char *text) {
  size_t size = strlen(option) + strlen(text) + 1;
  char *whole = malloc(size);
  vitrine_value *grant = vitrine_dict();
  if (whole) (void)snprintf(whole, size, "%s%s", option, text);
  if (!whole || !read_options(plugin, whole, grant)) {
    vitrine_value_free(grant);
    grant = NULL;
  }
  free(whole);
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
  vitrine_value *grant = vitrine_dict();
  if (!read_options(list[i].plugin, text[length] ? text + length + 1 : "", grant)) {
    vitrine_value_free(grant);
    return false;
  }
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
    bool back =
        deterministic && (list[i].plugin == &clock_plugin || list[i].plugin == &random_plugin);
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
