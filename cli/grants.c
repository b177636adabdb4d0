/* grants.c - what --plugin loads and --grant asks for.
 *
 * Owns the list of plugins, those that are linked in first, and for each the
 * grants that were asked for, checked. Nothing is granted before all of them have
 * been read. */
#include "grants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "streams.h"
#include "units.h"
#include "vitrine_plugin.h"

/* --- the plugins that are linked in --- */

static vitrine_status open_clock(vitrine_session *session, const vitrine_value *grants,
                                 void **state) {
  int64_t resolution = 0;
  (void)state;
  (void)vitrine_value_int(vitrine_plugin_option(vitrine_value_item(grants, 0), "resolution"),
                          &resolution);
  return vitrine_grant_clock(session, (uint64_t)resolution);
}

static vitrine_status open_random(vitrine_session *session, const vitrine_value *grants,
                                  void **state) {
  (void)grants;
  (void)state;
  return vitrine_grant_random(session);
}

static const vitrine_option clock_options[] = {
    {"resolution", VITRINE_OPTION_TIME, 0, "its steps (1ms)"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_plugin clock_plugin = {.size = sizeof clock_plugin,
                                            .abi = VITRINE_PLUGIN_ABI,
                                            .name = "clock",
                                            .doc = "It may know the date and the time.",
                                            .options = clock_options,
                                            .open = open_clock};
static const vitrine_plugin random_plugin = {.size = sizeof random_plugin,
                                             .abi = VITRINE_PLUGIN_ABI,
                                             .name = "random",
                                             .doc = "It may have the system's randomness.",
                                             .open = open_random};

/* --- the list --- */

#define PLUGINS 32
static struct {
  const vitrine_plugin *plugin;
  vitrine_value *grants; /* a list; NULL: nothing was asked for */
} list[PLUGINS] = {{&clock_plugin, NULL}, {&random_plugin, NULL}};
static size_t count = 2;

static size_t find(const char *name, size_t length) {
  size_t i = 0;
  while (i < count && (strlen(list[i].plugin->name) != length ||
                       memcmp(list[i].plugin->name, name, length) != 0))
    ++i;
  return i;
}

bool cli_plugin_load(const char *path) {
  const vitrine_plugin *plugin;
  if (vitrine_plugin_load(path, &plugin) != VITRINE_OK) {
    cli_say("--plugin %s", vitrine_last_error());
    return false;
  }
  if (find(plugin->name, strlen(plugin->name)) < count) {
    cli_say("--plugin %s: there is a plugin %s already", path, plugin->name);
    return false;
  }
  if (count == PLUGINS) {
    cli_say("--plugin %s: %d plugins are the most there is", path, PLUGINS);
    return false;
  }
  list[count++].plugin = plugin;
  return true;
}

/* --- reading a grant --- */

static const vitrine_option *find_option(const vitrine_plugin *plugin, const char *name,
                                         size_t length) {
  const vitrine_option *o = plugin->options;
  for (; o && o->name; ++o)
    if (strlen(o->name) == length && memcmp(o->name, name, length) == 0) return o;
  return NULL;
}

static cli_unit unit_of(vitrine_option_type type) {
  return type == VITRINE_OPTION_SIZE   ? CLI_SIZE
         : type == VITRINE_OPTION_TIME ? CLI_TIME
                                       : CLI_COUNT;
}

/* NULL: it is not what the option takes. */
static vitrine_value *option_value(const vitrine_option *o, const char *text) {
  uint64_t number;
  if (o->type == VITRINE_OPTION_TEXT) return vitrine_str(text, strlen(text));
  if (o->type == VITRINE_OPTION_FLAG) {
    bool yes = strcmp(text, "true") == 0;
    return yes || strcmp(text, "false") == 0 ? vitrine_bool(yes) : NULL;
  }
  return cli_unit_parse(unit_of(o->type), text, &number) == CLI_UNIT_OK && number <= INT64_MAX
             ? vitrine_int((int64_t)number)
             : NULL;
}

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
  const vitrine_option *o = find_option(plugin, at, length);
  if (!o) { /* the library says what there is */
    (void)vitrine_dict_add(grant, vitrine_str(at, length), vitrine_none());
    (void)vitrine_plugin_check(plugin, grant);
    cli_say("--grant %s", vitrine_last_error());
    return NULL;
  }
  const char *end = bare ? at + length : copy_value(at + length + 1, room);
  bool flag = o->type == VITRINE_OPTION_FLAG;
  if (bare) memcpy(room, flag ? "true" : "", flag ? sizeof "true" : 1);
  vitrine_value *value = bare && !flag ? NULL : option_value(o, room);
  if (!value) {
    cli_say("--grant %s: %s%s%s: it takes %s", plugin->name, o->name, bare ? "" : "=", room,
            o->type == VITRINE_OPTION_TEXT   ? "text, in UTF-8"
            : o->type == VITRINE_OPTION_FLAG ? "true or false"
                                             : cli_unit_form(unit_of(o->type)));
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

bool cli_grant_add(const char *text) {
  size_t length = strcspn(text, ":"), i = find(text, length);
  if (i == count) {
    cli_say("--grant %.*s: no such plugin; --plugin FILE loads one, and clock and random are there",
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
}
