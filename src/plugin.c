/* plugin.c - capability plugins: loaded, checked, granted.
 *
 * Owns the table that loaded plugins call back through. A plugin is the host's
 * code and trusted as such; its options are the user's and checked here, its
 * doors are host functions like any other. */
#include "vitrine_plugin.h"

#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "grant.h"
#include "platform.h"
#include "status.h"
#include "text.h"

static const vitrine_host host = {.size = sizeof host,
                                  .abi = VITRINE_PLUGIN_ABI,
                                  .plugin_fail = vitrine_plugin_fail,
                                  .plugin_option = vitrine_plugin_option,
                                  .grant_clock = vitrine_grant_clock,
                                  .grant_random = vitrine_grant_random,
                                  .call_name = vitrine_call_name,
                                  .call_count = vitrine_call_count,
                                  .call_arg = vitrine_call_arg,
                                  .call_keyword = vitrine_call_keyword,
                                  .call_time_left = vitrine_call_time_left,
                                  .call_return = vitrine_call_return,
                                  .call_raise = vitrine_call_raise,
                                  .none = vitrine_none,
                                  .make_bool = vitrine_bool,
                                  .make_int = vitrine_int,
                                  .int_text = vitrine_int_text,
                                  .make_float = vitrine_float,
                                  .str = vitrine_str,
                                  .bytes = vitrine_bytes,
                                  .list = vitrine_list,
                                  .tuple = vitrine_tuple,
                                  .dict = vitrine_dict,
                                  .set_of = vitrine_set_of,
                                  .value_add = vitrine_value_add,
                                  .dict_add = vitrine_dict_add,
                                  .value_copy = vitrine_value_copy,
                                  .value_free = vitrine_value_free,
                                  .value_type = vitrine_value_type,
                                  .value_bool = vitrine_value_bool,
                                  .value_int = vitrine_value_int,
                                  .value_float = vitrine_value_float,
                                  .value_text = vitrine_value_text,
                                  .value_count = vitrine_value_count,
                                  .value_item = vitrine_value_item,
                                  .value_key = vitrine_value_key};

vitrine_status vitrine_plugin_fail(vitrine_status status, const char *message) {
  return vt_fail(status, "%s", message != NULL ? message : vitrine_status_text(status));
}

static vitrine_status check_plugin(const vitrine_plugin *p) {
  if (p == NULL) return vt_fail(VITRINE_ERR_MISUSE, "plugin is NULL");
  if (p->abi != VITRINE_PLUGIN_ABI || p->size < sizeof *p)
    return vt_fail(VITRINE_ERR_UNSUPPORTED,
                   "the plugin is of version %u, this library takes version %u", p->abi,
                   VITRINE_PLUGIN_ABI);
  return vt_check_name(p->name, false, "the name of a plugin");
}

/* --- options --- */

static const vitrine_option *find_option(const vitrine_plugin *p, const char *name, size_t length) {
  for (const vitrine_option *o = p->options; o != NULL && o->name != NULL; o++)
    if (strlen(o->name) == length && memcmp(o->name, name, length) == 0) return o;
  return NULL;
}

static vitrine_status unknown_option(const vitrine_plugin *p, const char *name, size_t length) {
  char known[256];
  size_t at = 0;
  known[0] = 0;
  for (const vitrine_option *o = p->options; o != NULL && o->name != NULL && at < sizeof known; o++)
    at += (size_t)snprintf(known + at, sizeof known - at, "%s%s", at != 0 ? ", " : "", o->name);
  return vt_fail(VITRINE_ERR_MISUSE, "%s has no option %.*s: it takes %s", p->name,
                 (int)vt_utf8_prefix(name, length < 64 ? length : 64), name,
                 known[0] != 0 ? known : "none");
}

const vitrine_value *vitrine_plugin_option(const vitrine_value *grant, const char *name) {
  size_t wanted = strlen(name), length;
  const char *key;
  for (size_t i = 0; i < vitrine_value_count(grant); i++)
    if (vitrine_value_text(vitrine_value_key(grant, i), &key, &length) && length == wanted &&
        memcmp(key, name, length) == 0)
      return vitrine_value_item(grant, i);
  return NULL;
}

static const char *form(vitrine_option_type type) {
  switch (type) {
  case VITRINE_OPTION_FLAG: return "true or false";
  case VITRINE_OPTION_COUNT: return "a whole number (1000)";
  case VITRINE_OPTION_SIZE: return "bytes (1048576), or with K, M or G (64M)";
  case VITRINE_OPTION_TIME: return "seconds (0.5), or with ms, s or m (250ms)";
  default: return "text";
  }
}

static vitrine_status check_option(const vitrine_plugin *p, const vitrine_value *key,
                                   const vitrine_value *value) {
  const char *name = "", *text;
  size_t length = 0;
  int64_t number;
  int truth;
  if (vitrine_value_type(key) == VITRINE_TYPE_STR) (void)vitrine_value_text(key, &name, &length);
  const vitrine_option *o = find_option(p, name, length);
  if (o == NULL) return unknown_option(p, name, length);
  bool good = false;
  switch (o->type) {
  case VITRINE_OPTION_TEXT:
    good = vitrine_value_type(value) == VITRINE_TYPE_STR &&
           vitrine_value_text(value, &text, &length) && strlen(text) == length;
    break;
  case VITRINE_OPTION_FLAG: good = vitrine_value_bool(value, &truth); break;
  default: good = vitrine_value_int(value, &number) && number >= 0;
  }
  return good ? VITRINE_OK
              : vt_fail(VITRINE_ERR_MISUSE, "%s: %s takes %s", p->name, o->name, form(o->type));
}

vitrine_status vitrine_plugin_check(const vitrine_plugin *p, const vitrine_value *grant) {
  vitrine_status status = check_plugin(p);
  if (status != VITRINE_OK) return status;
  if (vitrine_value_type(grant) != VITRINE_TYPE_DICT)
    return vt_fail(VITRINE_ERR_MISUSE, "a grant of %s is a dict of its options", p->name);
  for (size_t i = 0; i < vitrine_value_count(grant) && status == VITRINE_OK; i++)
    status = check_option(p, vitrine_value_key(grant, i), vitrine_value_item(grant, i));
  for (const vitrine_option *o = p->options; status == VITRINE_OK && o != NULL && o->name != NULL;
       o++)
    if (o->required && vitrine_plugin_option(grant, o->name) == NULL)
      status = vt_fail(VITRINE_ERR_MISUSE, "%s needs the option %s: %s", p->name, o->name,
                       o->doc != NULL ? o->doc : form(o->type));
  return status;
}

void vitrine_plugin_explain(const vitrine_plugin *p, const vitrine_value *grant, char *sentence,
                            size_t size) {
  if (size == 0) return;
  sentence[0] = 0;
  if (p->explain != NULL) p->explain(grant, sentence, size);
  else (void)snprintf(sentence, size, "%s", p->doc != NULL ? p->doc : p->name);
}

/* --- granting --- */

/* What all doors of one grant share; freed with the last. */
typedef struct {
  const vitrine_plugin *plugin;
  void *state;
  size_t doors;
} opened;

typedef struct {
  opened *of;
  vitrine_function call;
} entry;

static vitrine_status call_door(vitrine_call *call, void *user) {
  const entry *e = user;
  return e->call(call, e->of->state);
}

static void drop_one(opened *o) {
  if (--o->doors != 0) return;
  if (o->plugin->close != NULL) o->plugin->close(o->state);
  vt_free(o);
}

static void drop_door(void *user) {
  entry *e = user;
  drop_one(e->of);
  vt_free(e);
}

static vitrine_status grant_one(vitrine_session *s, opened *o, const vitrine_door *d) {
  entry *e = vt_alloc(sizeof *e);
  if (e == NULL) return vt_fail_memory();
  *e = (entry){o, d->call};
  o->doors++;
  vitrine_door door = *d;
  door.call = call_door;
  return vitrine_grant_door(s, &door, e, drop_door);
}

static vitrine_status grant_doors(vitrine_session *s, opened *o) {
  vitrine_status status = VITRINE_OK;
  for (const vitrine_door *d = o->plugin->doors; d != NULL && d->name != NULL; d++) {
    status = grant_one(s, o, d);
    if (status == VITRINE_OK) continue;
    while (d-- != o->plugin->doors) vt_grant_revoke(s, d->name);
    break;
  }
  return status;
}

vitrine_status vitrine_plugin_grant(vitrine_session *s, const vitrine_plugin *p,
                                    const vitrine_value *grants) {
  vitrine_status status = check_plugin(p);
  if (status != VITRINE_OK) return status;
  if (s == NULL) return vt_fail(VITRINE_ERR_MISUSE, "session is NULL");
  if (vitrine_value_type(grants) != VITRINE_TYPE_LIST || vitrine_value_count(grants) == 0)
    return vt_fail(VITRINE_ERR_MISUSE, "the grants of %s are a list of at least one dict", p->name);
  for (size_t i = 0; i < vitrine_value_count(grants) && status == VITRINE_OK; i++)
    status = vitrine_plugin_check(p, vitrine_value_item(grants, i));
  if (status != VITRINE_OK) return status;
  opened *o = vt_alloc(sizeof *o);
  if (o == NULL) return vt_fail_memory();
  *o = (opened){.plugin = p, .doors = 1};
  vt_fail_clear();
  if (p->open != NULL) status = p->open(s, grants, &o->state);
  if (status != VITRINE_OK) {
    vt_free(o);
    return vt_fail_default(status, "%s cannot be granted: %s", p->name,
                           vitrine_status_text(status));
  }
  status = grant_doors(s, o);
  drop_one(o);
  return status;
}

/* --- loading --- */

vitrine_status vitrine_plugin_load(const char *path, const vitrine_plugin **out) {
  if (path == NULL || out == NULL)
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", path == NULL ? "path" : "out");
  *out = NULL;
  char why[256] = "";
  vt_platform_function found = vt_platform_library(path, "vitrine_plugin_entry", why, sizeof why);
  if (found == NULL) return vt_fail(VITRINE_ERR_SYSTEM, "%.200s: %s", path, why);
  const vitrine_plugin *(*enter)(const vitrine_host *) =
      (const vitrine_plugin *(*)(const vitrine_host *))found;
  const vitrine_plugin *p = enter(&host);
  if (p == NULL || check_plugin(p) != VITRINE_OK)
    return vt_fail(VITRINE_ERR_UNSUPPORTED,
                   "%.200s: the plugin is for another version; this library takes version %u", path,
                   VITRINE_PLUGIN_ABI);
  *out = p;
  return VITRINE_OK;
}
