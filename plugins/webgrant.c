/* webgrant.c - reads the grants of the plugin `web`, and keeps their secrets.
 *
 * A secret is what the host adds to requests under a grant. It is compared with
 * what goes to the guest, and goes nowhere else than to servers of its grant. */
#define _GNU_SOURCE /* memmem */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#ifndef VITRINE_LINKED
#define VITRINE_PLUGIN
#define VITRINE_PLUGIN_PART
#endif
#include "webgrant.h"

#define SECOND 1000000000
/* Of a file of headers. */
#define SECRETS 65536

static const char *const methods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
#define METHODS (sizeof methods / sizeof methods[0])

int web_method(const char *name, size_t length) {
  for (size_t i = 0; i < METHODS; i++)
    if (strlen(methods[i]) == length && memcmp(methods[i], name, length) == 0) return (int)i;
  return -1;
}

const char *web_method_name(int method) { return methods[method]; }

/* --- headers --- */

static bool is_token(const char *name, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (name[i] <= ' ' || name[i] == 127 || strchr("\"(),/:;<=>?@[\\]{}", name[i]) != NULL)
      return false;
  return length > 0 && length < 256;
}

web_header *web_header_new(const char *name, size_t name_length, const char *value, size_t length) {
  while (length > 0 && (*value == ' ' || *value == '\t')) value++, length--;
  while (length > 0 && (value[length - 1] == ' ' || value[length - 1] == '\t')) length--;
  if (!is_token(name, name_length) || length > SECRETS) return NULL;
  for (size_t i = 0; i < length; i++)
    if ((value[i] >= 0 && value[i] < ' ' && value[i] != '\t') || value[i] == 127) return NULL;
  web_header *h = malloc(sizeof *h + name_length + length + 3);
  if (h == NULL) return NULL;
  h->next = NULL;
  h->name = name_length;
  memcpy(h->line, name, name_length);
  memcpy(h->line + name_length, ": ", 2);
  memcpy(h->line + name_length + 2, value, length);
  h->line[name_length + 2 + length] = 0;
  return h;
}

bool web_header_is(const web_header *h, const char *name, size_t length) {
  return h->name == length && strncasecmp(h->line, name, length) == 0;
}

const char *web_header_value(const web_header *h) { return h->line + h->name + 2; }

void web_headers_free(web_header *list) {
  while (list != NULL) {
    web_header *next = list->next;
    free(list);
    list = next;
  }
}

/* --- secrets --- */

static vitrine_status wrong(const char *option, const char *why) {
  char text[256];
  (void)snprintf(text, sizeof text, "web: %s: %s", option, why);
  return vitrine_plugin_fail(VITRINE_ERR_GRANT, text);
}

/* "Name: value" on each line. What is wrong is said without the text. */
static vitrine_status add_secrets(web_grant *g, const char *option, const char *text) {
  bool any = false;
  while (*text != 0) {
    size_t length = strcspn(text, "\r\n");
    const char *colon = memchr(text, ':', length);
    if (length > 0) {
      web_header *h = colon != NULL ? web_header_new(text, (size_t)(colon - text), colon + 1,
                                                     length - (size_t)(colon + 1 - text))
                                    : NULL;
      if (h == NULL) return wrong(option, "each line is a header, as in `Name: value`");
      h->next = g->secrets;
      g->secrets = h;
      any = true;
    }
    text += length;
    text += *text != 0;
  }
  return any ? VITRINE_OK : wrong(option, "there is no header in it");
}

static vitrine_status secrets_of_file(web_grant *g, const char *path) {
  FILE *file = fopen(path, "rb");
  char *text = calloc(1, SECRETS + 1);
  vitrine_status status = VITRINE_ERR_NOMEM;
  if (file == NULL) status = wrong("header-file", "the file cannot be opened");
  else if (text != NULL && fread(text, 1, SECRETS + 1, file) > SECRETS)
    status = wrong("header-file", "the file is over 64K");
  else if (text != NULL) status = add_secrets(g, "header-file", text);
  if (file != NULL) (void)fclose(file);
  free(text);
  return status;
}

static bool has(const char *text, size_t length, const char *secret) {
  size_t size = strlen(secret);
  /* A shorter one stands in texts by chance. */
  return size >= 6 && memmem(text, length, secret, size) != NULL;
}

bool web_grants_leak(const web_grants *grants, const char *text, size_t length) {
  for (size_t i = 0; i < grants->count; i++)
    for (const web_header *h = grants->list[i].secrets; h != NULL; h = h->next) {
      const char *value = web_header_value(h), *word = strrchr(value, ' ');
      if (has(text, length, value) || (word != NULL && has(text, length, word + 1))) return true;
    }
  return false;
}

/* --- grants --- */

static const char *text_of(const vitrine_value *options, const char *name) {
  const char *text = NULL;
  (void)vitrine_value_text(vitrine_plugin_option(options, name), &text, NULL);
  return text;
}

static int64_t number_of(const vitrine_value *options, const char *name, int64_t standard) {
  int64_t n = standard;
  (void)vitrine_value_int(vitrine_plugin_option(options, name), &n);
  return n;
}

static vitrine_status read_methods(web_grant *g, const char *names) {
  static const char separators[] = " ,";
  while (*(names += strspn(names, separators)) != 0) {
    size_t length = strcspn(names, separators);
    int method = web_method(names, length);
    if (method < 0) return wrong("methods", "GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS are");
    g->methods |= 1u << method;
    names += length;
  }
  return g->methods != 0 ? VITRINE_OK : wrong("methods", "there is none");
}

static vitrine_status read_grant(web_grant *g, const vitrine_value *options) {
  const char *url = text_of(options, "url"), *names = text_of(options, "methods"), *text;
  const char *why = web_url_read_grant(&g->at, url, strlen(url));
  int private = 0;
  if (why != NULL) {
    char message[256];
    (void)snprintf(message, sizeof message, "web: the address %s", why);
    return vitrine_plugin_fail(VITRINE_ERR_GRANT, message);
  }
  (void)vitrine_value_bool(vitrine_plugin_option(options, "private"), &private);
  g->private = private != 0;
  g->ca_file = text_of(options, "ca-file");
  g->size = number_of(options, "size", 1 << 20);
  g->time_ns = number_of(options, "time", 30 * (int64_t)SECOND);
  g->left = number_of(options, "count", 1000);
  vitrine_status status = read_methods(g, names != NULL ? names : "GET HEAD");
  if (status == VITRINE_OK && (text = text_of(options, "header")) != NULL)
    status = add_secrets(g, "header", text);
  if (status == VITRINE_OK && (text = text_of(options, "header-file")) != NULL)
    status = secrets_of_file(g, text);
  if (status == VITRINE_OK && (text = text_of(options, "header-env")) != NULL) {
    text = getenv(text);
    status = text != NULL ? add_secrets(g, "header-env", text)
                          : wrong("header-env", "there is no such variable");
  }
  return status;
}

web_grants *web_grants_read(const vitrine_value *options, vitrine_status *status) {
  size_t count = vitrine_value_count(options);
  web_grants *grants = calloc(1, sizeof *grants + count * sizeof grants->list[0]);
  *status = VITRINE_ERR_NOMEM;
  if (grants == NULL) return NULL;
  grants->options = vitrine_value_copy(options);
  if (grants->options != NULL) *status = VITRINE_OK;
  for (; grants->count < count && *status == VITRINE_OK; grants->count++)
    *status = read_grant(&grants->list[grants->count],
                         vitrine_value_item(grants->options, grants->count));
  if (*status == VITRINE_OK) return grants;
  web_grants_free(grants);
  return NULL;
}

void web_grants_free(web_grants *grants) {
  for (size_t i = 0; i < grants->count; i++) web_headers_free(grants->list[i].secrets);
  vitrine_value_free(grants->options);
  free(grants);
}

web_grant *web_grants_find(web_grants *grants, const web_url *url, int method) {
  for (size_t i = 0; i < grants->count; i++)
    if ((grants->list[i].methods >> method & 1) != 0 && web_url_allows(&grants->list[i].at, url))
      return &grants->list[i];
  return NULL;
}

/* "GET HEAD" */
static void method_names(unsigned of, char *to, size_t size) {
  size_t at = 0;
  to[0] = 0;
  for (size_t i = 0; i < METHODS && at < size; i++)
    if ((of >> i & 1) != 0)
      at += (size_t)snprintf(to + at, size - at, "%s%s", at > 0 ? " " : "", methods[i]);
}

void web_grants_list(const web_grants *grants, char *to, size_t size) {
  char names[64], text[WEB_TEXT];
  size_t at = 0;
  to[0] = 0;
  for (size_t i = 0; i < grants->count && at < size; i++) {
    method_names(grants->list[i].methods, names, sizeof names);
    web_url_text(&grants->list[i].at, text);
    at += (size_t)snprintf(to + at, size - at, "%s%s (%s)", i > 0 ? ", " : "", text, names);
  }
}

void web_grant_explain(const vitrine_value *options, char *sentence, size_t size) {
  web_grant *g = calloc(1, sizeof *g);
  char names[64], text[WEB_TEXT];
  if (g == NULL) return;
  if (read_grant(g, options) == VITRINE_OK) {
    method_names(g->methods, names, sizeof names);
    web_url_text(&g->at, text);
    (void)snprintf(sentence, size, "It may send %s requests to %.200s%s%s%s.", names, text,
                   text[strlen(text) - 1] == '/' ? " and what is below it"
                                                 : ", and what is below that path",
                   g->private ? ", in the own network too" : "",
                   g->secrets != NULL ? "; the host adds headers that it cannot see" : "");
  } else {
    (void)snprintf(sentence, size, "A grant of the web that cannot be given.");
  }
  web_headers_free(g->secrets);
  free(g);
}
