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
#include "session.h"
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
                                  .value_key = vitrine_value_key,
                                  .grant_clock_fixed = vitrine_grant_clock_fixed,
                                  .grant_random_seeded = vitrine_grant_random_seeded};

vitrine_status vitrine_plugin_fail(vitrine_status status, const char *message) {
  return vt_fail(status, "%s", message != NULL ? message : vitrine_status_text(status));
}

/* What the table had in 0.1.0. */
#define PLUGIN_LEAST offsetof(vitrine_plugin, commit)

static vitrine_status check_plugin(const vitrine_plugin *p) {
  if (p == NULL) return vt_fail(VITRINE_ERR_MISUSE, "plugin is NULL");
  if (p->abi != VITRINE_PLUGIN_ABI || p->size < PLUGIN_LEAST)
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
  case VITRINE_OPTION_PATH: return "the path of a file or folder";
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
  case VITRINE_OPTION_PATH:
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
struct vt_opened {
  const vitrine_plugin *plugin;
  void *state;
  size_t doors;
  bool used;        /* in this run */
  vt_opened **list; /* of the session, in the order of granting */
  vt_opened *next;
};

typedef struct {
  vt_opened *of;
  vitrine_function call;
} entry;

static vitrine_status call_door(vitrine_call *call, void *user) {
  const entry *e = user;
  e->of->used = true;
  return e->call(call, e->of->state);
}

static void drop_one(vt_opened *o) {
  if (--o->doors != 0) return;
  vt_opened **at = o->list;
  while (*at != NULL && *at != o) at = &(*at)->next;
  if (*at != NULL) *at = o->next;
  if (o->plugin->close != NULL) o->plugin->close(o->state);
  vt_free(o);
}

static void drop_door(void *user) {
  entry *e = user;
  drop_one(e->of);
  vt_free(e);
}

static vitrine_status grant_one(vitrine_session *s, vt_opened *o, const vitrine_door *d) {
  entry *e = vt_alloc(sizeof *e);
  if (e == NULL) return vt_fail_memory();
  *e = (entry){o, d->call};
  o->doors++;
  vitrine_door door;
  vitrine_status status = vt_take_struct(&door, sizeof door, d, VT_DOOR_LEAST, "door");
  if (status == VITRINE_OK && door.call == NULL)
    status =
        vt_fail(VITRINE_ERR_MISUSE,
                "the plugin's host function %s is NULL: only the host can answer later", door.name);
  if (status != VITRINE_OK) {
    o->doors--;
    vt_free(e);
    return status;
  }
  door.call = call_door;
  return vitrine_grant_door(s, &door, e, drop_door);
}

/* The i-th, in a table whose doors are as large as they were when it was compiled. */
static const vitrine_door *door_at(const vitrine_plugin *p, size_t i) {
  const char *table = (const char *)p->doors;
  return table != NULL ? (const vitrine_door *)(const void *)(table + i * p->doors->size) : NULL;
}

static vitrine_status grant_doors(vitrine_session *s, vt_opened *o) {
  const vitrine_plugin *p = o->plugin;
  const vitrine_door *d;
  for (size_t i = 0; (d = door_at(p, i)) != NULL && d->name != NULL; i++) {
    vitrine_status status = grant_one(s, o, d);
    if (status == VITRINE_OK) continue;
    while (i-- != 0) vt_grant_revoke(s, door_at(p, i)->name);
    return status;
  }
  return VITRINE_OK;
}

/* The audit log has what the plugin says of each grant, never an option: it may be a
 * secret. The session is not taken, but nobody else may use it either. */
static vitrine_status tell(vitrine_session *s, const vitrine_plugin *p,
                           const vitrine_value *grants) {
  vitrine_status status = VITRINE_OK;
  for (size_t i = 0; i < vitrine_value_count(grants) && status == VITRINE_OK; i++) {
    char sentence[512];
    vitrine_plugin_explain(p, vitrine_value_item(grants, i), sentence, sizeof sentence);
    status = vt_audit_plugin(s, p->name, sentence);
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
  vt_opened *o = vt_alloc(sizeof *o);
  if (o == NULL) return vt_fail_memory();
  *o = (vt_opened){.plugin = p, .doors = 1, .list = &s->opened};
  vt_fail_clear();
  status = tell(s, p, grants);
  if (status == VITRINE_OK && p->open != NULL) status = p->open(s, grants, &o->state);
  if (status != VITRINE_OK) {
    vt_free(o);
    return vt_fail_default(status, "%s cannot be granted: %s", p->name,
                           vitrine_status_text(status));
  }
  status = grant_doors(s, o);
  if (status != VITRINE_OK || o->doors == 1) {
    drop_one(o);
    return status;
  }
  o->doors--; /* ours: from now on it goes with its last door */
  vt_opened **end = o->list;
  while (*end != NULL) end = &(*end)->next;
  *end = o;
  return VITRINE_OK;
}

/* --- the end of a run --- */

static bool has_hooks(const vt_opened *o) { return o->plugin->size >= sizeof *o->plugin; }

void vt_plugins_abort(vitrine_session *s) {
  for (vt_opened *o = s->opened; o != NULL; o = o->next) {
    if (o->used && has_hooks(o) && o->plugin->abort != NULL) o->plugin->abort(o->state);
    o->used = false;
  }
}

vitrine_status vt_plugins_commit(vitrine_session *s) {
  for (vt_opened *o = s->opened; o != NULL; o = o->next) {
    bool due = o->used && has_hooks(o) && o->plugin->commit != NULL;
    o->used = false;
    if (!due) continue;
    vt_fail_clear();
    vitrine_status status = o->plugin->commit(o->state);
    if (status == VITRINE_OK) status = vt_audit_commit(s, o->plugin->name, status);
    else (void)vt_audit_commit(s, o->plugin->name, status);
    if (status == VITRINE_OK) continue;
    vt_plugins_abort(s);
    return vt_fail_default(status, "%s could not keep what the run did: %s", o->plugin->name,
                           vitrine_status_text(status));
  }
  return VITRINE_OK;
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
