/* policy.c - what the TOML of a policy means.
 *
 * Owns the tree of the file. Whatever is not understood is an error at its place:
 * a policy never means less than it says. Knows no list of plugins: it is asked
 * for the grants of one, with the table that they are checked against. */
#include "policy.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grantoption.h"
#include "limit.h"
#include "nearest.h"
#include "utf8text.h"

#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
static bool
fail_at(cli_policy *p, size_t line, size_t column, const char *format, ...) {
  int n = snprintf(p->error, sizeof p->error, "%.200s:%zu:%zu: ", p->path, line, column);
  va_list args;
  va_start(args, format);
  (void)vsnprintf(p->error + n, sizeof p->error - (size_t)n, format, args);
  va_end(args);
  cli_text_clean(p->error, strlen(p->error)); /* what was cut in a character */
  return false;
}

#define fail(policy, value, ...) fail_at(policy, (value)->line, (value)->column, __VA_ARGS__)

static bool unknown(cli_policy *p, const cli_toml *v, const char *what, const cli_nearest *near,
                    const char *remedy) {
  return fail(p, v, "unknown %s %.60s%s%s%s %s", what, v->key, near->name ? "; is " : ".",
              near->name ? near->name : "", near->name ? " meant?" : "", remedy);
}

/* --- limits --- */

static bool read_limit(cli_policy *p, const cli_toml *v) {
  char why[160];
  cli_nearest near = CLI_NEAREST;
  for (size_t i = 0; i < CLI_LIMITS; ++i) {
    const cli_limit *limit = &cli_limits[i];
    cli_nearest_try(&near, v->key, strlen(v->key), limit->key);
    if (strcmp(limit->key, v->key) != 0) continue;
    if (v->type > CLI_TOML_FLOAT)
      return fail(p, v, "%s takes %s; with a unit, in quotes; not %s", v->key,
                  cli_unit_form(limit->unit), cli_toml_kind(v));
    if (cli_limit_set(&p->limits, limit, v->text, why, sizeof why)) return true;
    return fail(p, v, "%s = %.40s: %s", v->key, v->text, why);
  }
  return unknown(p, v, "limit", &near,
                 "There are memory, steps, cpu, time, output, host_calls, value, source, depth");
}

static bool read_limits(cli_policy *p, const cli_toml *table) {
  if (table->type != CLI_TOML_TABLE)
    return fail(p, table, "limits is a table: write [limits], and a line for each below");
  for (const cli_toml *v = table->first; v; v = v->next)
    if (!read_limit(p, v)) return false;
  return true;
}

/* --- the file --- */

static bool read_flag(cli_policy *p, const cli_toml *v, bool *to) {
  if (v->type != CLI_TOML_BOOL)
    return fail(p, v, "%s takes true or false, not %s", v->key, cli_toml_kind(v));
  *to = v->truth;
  return true;
}

static bool read_grants(cli_policy *p, const cli_toml *table) {
  if (table->type != CLI_TOML_TABLE)
    return fail(p, table, "grants is a table: write [grants.NAME], and its options below");
  for (const cli_toml *v = table->first; v; v = v->next) {
    if (strcmp(v->key, "stdin") == 0) {
      if (!read_flag(p, v, &p->stdin_granted)) return false;
      continue;
    }
    bool good = v->type == CLI_TOML_BOOL || v->type == CLI_TOML_TABLE ||
                (v->type == CLI_TOML_ARRAY && v->first);
    for (const cli_toml *one = v->first; good && v->type == CLI_TOML_ARRAY && one; one = one->next)
      good = one->type == CLI_TOML_TABLE;
    if (!good)
      return fail(p, v, "a grant is true, or a table of options: write [grants.%.40s]", v->key);
  }
  return true;
}

static bool read_plugins(cli_policy *p, const cli_toml *array) {
  bool good = array->type == CLI_TOML_ARRAY;
  for (const cli_toml *v = array->first; good && v; v = v->next)
    if (v->type != CLI_TOML_STR || v->length == 0)
      return fail(p, v, "plugins takes names or paths in quotes, not %s", cli_toml_kind(v));
  return good ||
         fail(p, array, "plugins takes an array of names or paths: [\"sqlite\", \"./other.so\"]");
}

static bool read_key(cli_policy *p, const cli_toml *v) {
  static const char *const keys[] = {"limits", "grants", "plugins", "transactional"};
  cli_nearest near = CLI_NEAREST;
  if (strcmp(v->key, "limits") == 0) return read_limits(p, v);
  if (strcmp(v->key, "grants") == 0) return read_grants(p, v);
  if (strcmp(v->key, "plugins") == 0) return read_plugins(p, v);
  if (strcmp(v->key, "transactional") == 0) return read_flag(p, v, &p->transactional);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i)
    cli_nearest_try(&near, v->key, strlen(v->key), keys[i]);
  for (size_t i = 0; i < CLI_LIMITS; ++i)
    if (strcmp(cli_limits[i].key, v->key) == 0)
      return fail(p, v, "%s is a limit: put it below a line [limits]", v->key);
  return unknown(p, v, "key", &near, "A policy has limits, grants, plugins and transactional");
}

bool cli_policy_read(cli_policy *p, const char *path, const char *text, size_t length) {
  *p = (cli_policy){.path = path, .limits = vitrine_limits_default()};
  cli_toml_error error;
  p->tree = cli_toml_read(text, length, &error);
  if (!p->tree) return fail(p, &error, "%s", error.text);
  for (const cli_toml *v = p->tree->first; v; v = v->next)
    if (!read_key(p, v)) return false;
  return true;
}

void cli_policy_free(cli_policy *p) {
  cli_toml_free(p->tree);
  p->tree = NULL;
}

static char *joined(const char *front, size_t length, const char *back) {
  char *whole = malloc(length + strlen(back) + 1);
  if (!whole) return NULL;
  memcpy(whole, front, length);
  memcpy(whole + length, back, strlen(back) + 1);
  return whole;
}

/* A path in a policy is seen from the policy's folder, which is `here` if the
 * policy has none. NULL: out of memory. */
static char *beside(const cli_policy *p, const char *path, const char *here) {
  const char *slash = strrchr(p->path, '/'), *from = slash ? p->path : here;
  size_t folder = *path == '/' ? 0 : slash ? (size_t)(slash - p->path) + 1 : strlen(here);
  return joined(from, folder, path);
}

bool cli_policy_library(cli_policy *p, size_t index, char **path) {
  const cli_toml *v = cli_toml_find(p->tree, "plugins");
  *path = NULL;
  for (v = v ? v->first : NULL; v && index > 0; --index) v = v->next;
  if (!v) return true;
  bool name = strpbrk(v->text, "/.") == NULL;
  *path = name ? joined("", 0, v->text) : beside(p, v->text, "./");
  return *path || fail(p, v, "out of memory");
}

/* --- grants --- */

/* "a b" of ["a", "b"]; NULL: it is no array of words. */
static char *words(const cli_toml *array) {
  size_t room = 1;
  for (const cli_toml *v = array->first; v; v = v->next) room += v->length + 1;
  char *text = malloc(room), *to = text;
  for (const cli_toml *v = array->first; text && v; v = v->next) {
    if (v->type != CLI_TOML_STR || v->length == 0 || strchr(v->text, ' ')) {
      free(text);
      return NULL;
    }
    if (to != text) *to++ = ' ';
    memcpy(to, v->text, v->length);
    to += v->length;
  }
  if (text) *to = 0;
  return text;
}

/* NULL: it is not what the option takes. */
static vitrine_value *option_value(const cli_policy *p, const vitrine_option *o,
                                   const cli_toml *v) {
  bool text = o->type == VITRINE_OPTION_TEXT || o->type == VITRINE_OPTION_PATH;
  if (v->type == CLI_TOML_BOOL)
    return o->type == VITRINE_OPTION_FLAG ? vitrine_bool(v->truth) : NULL;
  if (o->type == VITRINE_OPTION_FLAG ||
      (text && v->type != CLI_TOML_STR &&
       !(v->type == CLI_TOML_ARRAY && o->type != VITRINE_OPTION_PATH)))
    return NULL;
  if (!text) return v->type <= CLI_TOML_FLOAT ? cli_option_value(o, v->text) : NULL;
  char *made = v->type == CLI_TOML_ARRAY        ? words(v)
               : o->type == VITRINE_OPTION_PATH ? beside(p, v->text, "")
                                                : NULL;
  vitrine_value *value =
      made || v->type == CLI_TOML_STR ? cli_option_value(o, made ? made : v->text) : NULL;
  free(made);
  return value;
}

static bool unknown_option(cli_policy *p, const vitrine_plugin *plugin, const cli_toml *v) {
  cli_nearest near = CLI_NEAREST;
  char remedy[200];
  int n = snprintf(remedy, sizeof remedy, "%.40s takes", plugin->name);
  const vitrine_option *o = plugin->options;
  for (; o && o->name; ++o) {
    cli_nearest_try(&near, v->key, strlen(v->key), o->name);
    if ((size_t)n < sizeof remedy)
      n += snprintf(remedy + n, sizeof remedy - (size_t)n, "%s %s", o == plugin->options ? "" : ",",
                    o->name);
  }
  if (o == plugin->options || !plugin->options)
    (void)snprintf(remedy, sizeof remedy, "%.40s takes none", plugin->name);
  return unknown(p, v, "option", &near, remedy);
}

/* One grant of it, from a table, into a dict. */
static bool read_grant(cli_policy *p, const vitrine_plugin *plugin, const cli_toml *table,
                       vitrine_value *grant) {
  for (const cli_toml *v = table->first; v; v = v->next) {
    const vitrine_option *o = cli_option_find(plugin, v->key, strlen(v->key));
    if (!o) return unknown_option(p, plugin, v);
    vitrine_value *value = option_value(p, o, v);
    if (!value)
      return fail(p, v, "%s of %.40s takes %s%s", o->name, plugin->name, cli_option_form(o),
                  o->type == VITRINE_OPTION_FLAG ? "" : "; with more than digits, in quotes");
    if (vitrine_dict_add(grant, vitrine_str(v->key, strlen(v->key)), value) != VITRINE_OK)
      return fail(p, v, "out of memory");
  }
  if (vitrine_plugin_check(plugin, grant) == VITRINE_OK) return true;
  return fail(p, table, "%s", vitrine_last_error());
}

static bool same(const vitrine_value *a, const vitrine_value *b) {
  char *one = vitrine_value_json(a, NULL), *other = vitrine_value_json(b, NULL);
  bool yes = one && other && strcmp(one, other) == 0;
  free(one);
  free(other);
  return yes;
}

static bool add_grant(cli_policy *p, const vitrine_plugin *plugin, const cli_toml *table,
                      vitrine_value *to) {
  vitrine_value *grant = vitrine_dict();
  bool good = read_grant(p, plugin, table, grant);
  for (size_t i = 0; good && i < vitrine_value_count(to); ++i)
    if (same(vitrine_value_item(to, i), grant))
      good = fail(p, table, "%.40s is granted twice, with the same options: remove one of them",
                  plugin->name);
  if (good) good = vitrine_value_add(to, grant) == VITRINE_OK || fail(p, table, "out of memory");
  else vitrine_value_free(grant);
  return good;
}

bool cli_policy_grants(cli_policy *p, const vitrine_plugin *plugin, vitrine_value **grants) {
  *grants = NULL;
  const cli_toml *all = cli_toml_find(p->tree, "grants");
  const cli_toml *v = all ? cli_toml_find(all, plugin->name) : NULL;
  if (!v || (v->type == CLI_TOML_BOOL && !v->truth)) return true;
  vitrine_value *list = vitrine_list();
  bool good = true;
  if (v->type != CLI_TOML_ARRAY) good = add_grant(p, plugin, v, list);
  else
    for (const cli_toml *one = v->first; good && one; one = one->next)
      good = add_grant(p, plugin, one, list);
  if (good) *grants = list;
  else vitrine_value_free(list);
  return good;
}

bool cli_policy_known(cli_policy *p, const char *const *plugins, size_t count) {
  const cli_toml *all = cli_toml_find(p->tree, "grants");
  for (const cli_toml *v = all ? all->first : NULL; v; v = v->next) {
    cli_nearest near = CLI_NEAREST;
    cli_nearest_try(&near, v->key, strlen(v->key), "stdin");
    for (size_t i = 0; i < count && near.distance > 0; ++i)
      cli_nearest_try(&near, v->key, strlen(v->key), plugins[i]);
    if (near.distance > 0)
      return unknown(p, v, "grant", &near, "The library of a plugin has to be in `plugins`");
  }
  return true;
}
