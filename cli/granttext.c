/* granttext.c - reads one grant of a plugin as it is typed. */
#include "granttext.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grantoption.h"
#include "utf8text.h"

typedef struct {
  const vitrine_plugin *plugin;
  vitrine_value *grant;
  char *room; /* for a value */
  char *why;
  size_t size;
} reading;

/* A value, up to the comma that ends it, without the backslashes before commas. */
static const char *copy_value(const char *at, char *to) {
  for (; *at && *at != ','; ++at) {
    if (*at == '\\' && at[1]) ++at;
    *to++ = *at;
  }
  *to = 0;
  return at;
}

/* As the library has said it. */
static const char *refused(const reading *r) {
  (void)snprintf(r->why, r->size, "%s", vitrine_last_error());
  return NULL;
}

/* The option that begins at `at`; its end, or NULL. */
static const char *read_option(const reading *r, const char *at) {
  size_t length = strcspn(at, "=,");
  bool bare = at[length] != '=';
  const vitrine_option *o = cli_option_find(r->plugin, at, length);
  if (!o) { /* the library says what there is */
    (void)vitrine_dict_add(r->grant, vitrine_str(at, length), vitrine_none());
    (void)vitrine_plugin_check(r->plugin, r->grant);
    return refused(r);
  }
  const char *end = bare ? at + length : copy_value(at + length + 1, r->room);
  bool flag = o->type == VITRINE_OPTION_FLAG;
  if (bare) memcpy(r->room, flag ? "true" : "", flag ? sizeof "true" : 1);
  vitrine_value *value = bare && !flag ? NULL : cli_option_value(o, r->room);
  if (!value) {
    (void)snprintf(r->why, r->size, "%s: %s%s%.200s: it takes %s", r->plugin->name, o->name,
                   bare ? "" : "=", r->room, cli_option_form(o));
    return NULL;
  }
  if (vitrine_plugin_option(r->grant, o->name)) {
    vitrine_value_free(value);
    (void)snprintf(r->why, r->size, "%s: %s is given twice", r->plugin->name, o->name);
    return NULL;
  }
  (void)vitrine_dict_add(r->grant, vitrine_str(o->name, length), value);
  return end;
}

static bool read_options(const reading *r, const char *at) {
  while (at && *at) {
    at = read_option(r, at);
    if (at && *at == ',') ++at;
  }
  if (!at) return false;
  if (vitrine_plugin_check(r->plugin, r->grant) == VITRINE_OK) return true;
  (void)refused(r);
  return false;
}

vitrine_value *cli_grant_text(const vitrine_plugin *plugin, const char *text, char *why,
                              size_t size) {
  reading r = {plugin, vitrine_dict(), malloc(strlen(text) + sizeof "true"), why, size};
  (void)snprintf(why, size, "out of memory");
  bool good = r.room && r.grant && read_options(&r, text);
  free(r.room);
  if (good) return r.grant;
  cli_text_clean(why, strlen(why)); /* what was cut in a character */
  vitrine_value_free(r.grant);
  return NULL;
}
