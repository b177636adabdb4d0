/* web.c - the plugin `web`: requests to the addresses that were granted.
 *
 * Owns what a call of http.fetch() is about: whatever is sent was read by weburl.c and
 * found in a grant: the guest's own request, and each redirect as a new one. Bytes go
 * and come by a carrier, web.h. */
#define _POSIX_C_SOURCE 200809L
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef VITRINE_LINKED
#define VITRINE_PLUGIN
#endif
#include "web.h"

#define SECOND 1000000000
#define REDIRECTS 20

/* --- errors --- */

/* Raises in the guest. Always false: go no further. */
static bool raise(web_request *r, const char *type, const char *format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(text, sizeof text, format, args);
  va_end(args);
  r->status = vitrine_call_raise(r->call, type, text);
  if (r->status != VITRINE_OK) /* text that was cut in the middle of a character */
    r->status = vitrine_call_raise(r->call, type, "the request failed");
  return false;
}

static bool no_memory(web_request *r) {
  r->status = VITRINE_ERR_NOMEM;
  return false;
}

static bool not_granted(web_request *r, const char *what) {
  char text[WEB_TEXT], granted[200];
  web_url_text(&r->url, text);
  text[strcspn(text, "?")] = 0; /* a query may be a secret, and this goes into logs */
  web_grants_list(r->w->grants, granted, sizeof granted);
  return raise(r, "PermissionError", "%s %.180s%s is not granted; granted is %s",
               web_method_name(r->method), text, what, granted);
}

static uint64_t now_ns(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

/* --- what a carrier asks --- */

uint64_t web_time_left(const web_request *r) {
  uint64_t now = now_ns(), run = vitrine_call_time_left(r->call);
  uint64_t own = r->deadline_ns > now ? r->deadline_ns - now : 0;
  return own < run ? own : run;
}

bool web_may_connect(const web_request *r, const void *address, size_t length) {
  return web_url_may_connect(&r->url, r->grant->private, address, length);
}

bool web_is_sent(const web_request *r, const web_header *h) {
  for (const web_header *s = r->grant->secrets; s != NULL; s = s->next)
    if (web_header_is(s, h->line, h->name)) return false;
  return true;
}

bool web_has_body(const web_request *r) {
  return r->body != NULL || strcmp(web_method_name(r->method), "POST") == 0;
}

bool web_take_body(web_request *r, const char *bytes, size_t length) {
  if (length > (size_t)r->grant->size - r->length) return false;
  if (length > r->room - r->length) {
    size_t room = r->room + r->room / 2 + length;
    char *grown = realloc(r->answer, room);
    if (grown == NULL) return false;
    r->answer = grown;
    r->room = room;
  }
  memcpy(r->answer + r->length, bytes, length);
  r->length += length;
  return true;
}

/* "HTTP/1.1 200 OK": an answer begins; what came before it was on the way. */
static void begin_answer(web_request *r, const char *line, size_t length) {
  const char *at = memchr(line, ' ', length);
  at = at != NULL ? memchr(at + 1, ' ', length - (size_t)(at + 1 - line)) : NULL;
  size_t size = at != NULL ? length - (size_t)(at + 1 - line) : 0;
  if (size >= sizeof r->reason) size = 0;
  if (size > 0) memcpy(r->reason, at + 1, size);
  r->reason[size] = 0;
  web_headers_free(r->answer_headers);
  r->answer_headers = NULL;
  r->answer_end = &r->answer_headers;
}

bool web_take_header(web_request *r, const char *line, size_t length) {
  r->header_bytes += length;
  if (r->header_bytes > WEB_HEADERS) return false;
  while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == '\n')) length--;
  if (length >= 5 && memcmp(line, "HTTP/", 5) == 0) {
    begin_answer(r, line, length);
    return true;
  }
  const char *colon = memchr(line, ':', length);
  if (colon == NULL) return true;
  web_header *h =
      web_header_new(line, (size_t)(colon - line), colon + 1, length - (size_t)(colon + 1 - line));
  if (h != NULL) {
    *r->answer_end = h;
    r->answer_end = &h->next;
  }
  return true;
}

/* --- one request --- */

static const char *answer_header(const web_request *r, const char *name) {
  for (const web_header *h = r->answer_headers; h != NULL; h = h->next)
    if (web_header_is(h, name, strlen(name))) return web_header_value(h);
  return NULL;
}

/* Which server it was the guest knows; nothing else is told of the way there. */
static bool explain_failure(web_request *r, web_failure failure, const char *why) {
  char host[WEB_HOST];
  web_url_host(&r->url, host);
  switch (failure) {
  case WEB_FINE: return true;
  case WEB_LATE: return raise(r, "TimeoutError", "%.200s took too long", host);
  case WEB_HEADER:
    return raise(r, "ValueError", "the headers of %.200s are over %d bytes", host, WEB_HEADERS);
  case WEB_LARGE:
    return raise(r, "ValueError", "the answer of %.200s is over %lld bytes", host,
                 (long long)r->grant->size);
  case WEB_REFUSED:
    return raise(r, "PermissionError",
                 "%.200s has an address that is not granted: one of a private, local or special "
                 "network",
                 host);
  case WEB_NO_HOST: return raise(r, "ConnectionError", "there is no host %.200s", host);
  case WEB_NO_MEMORY: return no_memory(r);
  case WEB_FAILED: break;
  }
  return raise(r, "ConnectionError", "%.200s: %s", host, why);
}

/* A server that repeats what it was sent would show it to the guest. */
static bool check_leak(web_request *r) {
  bool leak = r->answer != NULL && web_grants_leak(r->w->grants, r->answer, r->length);
  for (const web_header *h = r->answer_headers; h != NULL && !leak; h = h->next)
    leak = web_grants_leak(r->w->grants, h->line, strlen(h->line));
  return !leak ||
         raise(r, "PermissionError", "the answer repeats a secret that the host has added");
}

static bool send_one(web_request *r) {
  char why[160] = "";
  if (r->grant->left == 0)
    return raise(r, "PermissionError", "the granted number of requests to this place is used up");
  r->grant->left--;
  r->length = r->header_bytes = 0;
  begin_answer(r, "", 0);
  web_failure failure = web_carry(r->w->carrier, r, why, sizeof why);
  return explain_failure(r, failure, why) && check_leak(r);
}

/* --- redirects --- */

static void drop_header(web_request *r, const char *name) {
  for (web_header **at = &r->headers; *at != NULL;) {
    web_header *h = *at;
    if (web_header_is(h, name, strlen(name))) {
      *at = h->next;
      free(h);
    } else {
      at = &h->next;
    }
  }
}

static bool remember(web_request *r) {
  char text[WEB_TEXT];
  web_url_text(&r->url, text);
  vitrine_value *pair = vitrine_tuple();
  (void)vitrine_value_add(pair, vitrine_int(r->code));
  (void)vitrine_value_add(pair, vitrine_str(text, strlen(text)));
  return vitrine_value_add(r->history, pair) == VITRINE_OK || no_memory(r);
}

/* As browsers do: the next request, which has to be granted as any other. */
static bool redirect(web_request *r, const char *to) {
  web_url before = r->url;
  const char *wrong = web_url_join(&r->url, &before, to, strlen(to));
  if (wrong != NULL)
    return raise(r, "ValueError", "a redirect leads to where the address %s", wrong);
  const char *method = web_method_name(r->method);
  bool post = strcmp(method, "POST") == 0;
  if ((r->code == 303 && strcmp(method, "HEAD") != 0) ||
      ((r->code == 301 || r->code == 302) && post)) {
    r->method = web_method("GET", 3);
    r->body = NULL;
    r->body_length = 0;
    drop_header(r, "Content-Type");
  }
  if (!web_url_same_origin(&r->url, &before)) {
    drop_header(r, "Authorization");
    drop_header(r, "Cookie");
  }
  r->grant = web_grants_find(r->w->grants, &r->url, r->method);
  return r->grant != NULL || not_granted(r, ", where a redirect leads,");
}

static bool is_redirect(long code) {
  return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

static bool send_all(web_request *r, int64_t redirects) {
  r->grant = web_grants_find(r->w->grants, &r->url, r->method);
  if (r->grant == NULL) return not_granted(r, "");
  uint64_t end = now_ns() + (uint64_t)r->grant->time_ns;
  if (end < r->deadline_ns) r->deadline_ns = end;
  for (int64_t n = 0;; n++) {
    if (!send_one(r)) return false;
    const char *to = is_redirect(r->code) ? answer_header(r, "Location") : NULL;
    if (to == NULL || redirects == 0) return true;
    if (n == redirects)
      return raise(r, "TooManyRedirects", "more than %lld redirects", (long long)redirects);
    if (!remember(r) || !redirect(r, to)) return false;
  }
}

/* --- the door --- */

/* These are about the connection, say which host or method is meant, or are ours. */
static bool is_reserved(const web_header *h) {
  static const char *const names[] = {"Host",
                                      "Connection",
                                      "Content-Length",
                                      "Transfer-Encoding",
                                      "TE",
                                      "Trailer",
                                      "Upgrade",
                                      "Keep-Alive",
                                      "Expect",
                                      "Proxy-Authorization",
                                      "Proxy-Connection",
                                      "HTTP2-Settings",
                                      "X-HTTP-Method",
                                      "X-HTTP-Method-Override",
                                      "X-Method-Override"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (web_header_is(h, names[i], strlen(names[i]))) return true;
  return false;
}

static bool read_headers(web_request *r, const vitrine_value *dict) {
  web_header **end = &r->headers;
  for (size_t i = 0; i < vitrine_value_count(dict); i++) {
    const char *name, *value;
    size_t name_length, length;
    if (vitrine_value_type(vitrine_value_key(dict, i)) != VITRINE_TYPE_STR ||
        vitrine_value_type(vitrine_value_item(dict, i)) != VITRINE_TYPE_STR ||
        !vitrine_value_text(vitrine_value_key(dict, i), &name, &name_length) ||
        !vitrine_value_text(vitrine_value_item(dict, i), &value, &length))
      return raise(r, "TypeError", "headers are a dict of str");
    web_header *h = web_header_new(name, name_length, value, length);
    if (h == NULL) return raise(r, "ValueError", "the header %.60s is none", name);
    *end = h;
    end = &h->next;
    if (is_reserved(h)) return raise(r, "ValueError", "the header %.60s cannot be set", name);
  }
  drop_header(r, "Accept-Encoding"); /* what comes packed is unpacked here */
  return true;
}

static bool read_timeout(web_request *r, const vitrine_value *timeout) {
  double seconds;
  int64_t whole;
  r->deadline_ns = UINT64_MAX;
  if (vitrine_value_type(timeout) == VITRINE_TYPE_NONE) return true;
  if (vitrine_value_int(timeout, &whole)) seconds = (double)whole;
  else if (!vitrine_value_float(timeout, &seconds)) seconds = 0;
  if (!(seconds > 0)) return raise(r, "ValueError", "a timeout is a number of seconds above 0");
  if (seconds < 1e6) r->deadline_ns = now_ns() + (uint64_t)(seconds * SECOND);
  return true;
}

/* (url, method, headers, body, timeout, redirects), checked by the signature. */
static bool read_call(web_request *r, int64_t *redirects) {
  const char *text = "GET";
  size_t length = 3;
  *redirects = 10;
  (void)vitrine_value_text(vitrine_call_arg(r->call, 1), &text, &length);
  r->method = web_method(text, length);
  if (r->method < 0) return raise(r, "ValueError", "the method %.20s is not known here", text);
  (void)vitrine_value_text(vitrine_call_arg(r->call, 0), &text, &length);
  const char *wrong = web_url_read(&r->url, text, length);
  if (wrong != NULL) return raise(r, "ValueError", "the address %s: %.200s", wrong, text);
  const vitrine_value *body = vitrine_call_arg(r->call, 3);
  if (vitrine_value_type(body) != VITRINE_TYPE_NONE) {
    (void)vitrine_value_text(body, &r->body, &r->body_length);
    if (strcmp(web_method_name(r->method), "HEAD") == 0)
      return raise(r, "ValueError", "a HEAD request has no body");
  }
  const vitrine_value *most = vitrine_call_arg(r->call, 5);
  if ((most != NULL && !vitrine_value_int(most, redirects)) || *redirects < 0 ||
      *redirects > REDIRECTS)
    return raise(r, "ValueError", "redirects is a number from 0 to %d", REDIRECTS);
  return read_timeout(r, vitrine_call_arg(r->call, 4)) &&
         read_headers(r, vitrine_call_arg(r->call, 2));
}

/* A header is Latin-1 where it is no UTF-8. */
static vitrine_value *text_value(const char *text) {
  size_t length = strlen(text);
  vitrine_value *v = vitrine_str(text, length);
  char *wide = v == NULL ? malloc(2 * length + 1) : NULL;
  if (wide == NULL) return v;
  size_t at = 0;
  for (const unsigned char *c = (const unsigned char *)text; *c != 0; c++) {
    if (*c >= 128) wide[at++] = (char)(0xc0 | *c >> 6);
    wide[at++] = (char)(*c >= 128 ? 0x80 | (*c & 63) : *c);
  }
  v = vitrine_str(wide, at);
  free(wide);
  return v;
}

static void put(vitrine_value *dict, const char *name, vitrine_value *value) {
  (void)vitrine_dict_add(dict, vitrine_str(name, strlen(name)), value);
}

static void give_answer(web_request *r) {
  char text[WEB_TEXT];
  vitrine_value *answer = vitrine_dict(), *headers = vitrine_list();
  for (web_header *h = r->answer_headers; h != NULL; h = h->next) {
    vitrine_value *pair = vitrine_tuple();
    vitrine_value *value = text_value(web_header_value(h));
    h->line[h->name] = 0;
    (void)vitrine_value_add(pair, text_value(h->line));
    (void)vitrine_value_add(pair, value);
    (void)vitrine_value_add(headers, pair);
  }
  web_url_text(&r->url, text);
  put(answer, "status", vitrine_int(r->code));
  put(answer, "reason", text_value(r->reason));
  put(answer, "url", text_value(text));
  put(answer, "headers", headers);
  put(answer, "history", r->history);
  put(answer, "body", vitrine_bytes(r->answer != NULL ? r->answer : "", r->length));
  r->history = NULL;
  r->status = vitrine_call_return(r->call, answer);
  /* The limit `value` of the run is smaller than ours. */
  if (r->status == VITRINE_ERR_TOOBIG)
    (void)raise(r, "ValueError", "the answer is over the limit `value` of the run");
}

static vitrine_status fetch(vitrine_call *call, void *state) {
  int64_t redirects = 0;
  web_request *r = calloc(1, sizeof *r);
  if (r == NULL) return VITRINE_ERR_NOMEM;
  r->w = state;
  r->call = call;
  r->history = vitrine_list();
  r->answer_end = &r->answer_headers;
  if (read_call(r, &redirects) && send_all(r, redirects)) give_answer(r);
  vitrine_status status = r->status;
  vitrine_value_free(r->history);
  web_headers_free(r->headers);
  web_headers_free(r->answer_headers);
  free(r->answer);
  free(r);
  return status;
}

/* --- granting --- */

static void close_web(void *state) {
  web *w = state;
  web_carrier_close(w->carrier);
  if (w->grants != NULL) web_grants_free(w->grants);
  free(w);
}

static vitrine_status open_web(vitrine_session *session, const vitrine_value *grants,
                               void **state) {
  vitrine_status status;
  (void)session;
  web *w = calloc(1, sizeof *w);
  if (w == NULL) return VITRINE_ERR_NOMEM;
  w->grants = web_grants_read(grants, &status);
  if (status == VITRINE_OK) status = web_carrier_open(&w->carrier);
  if (status == VITRINE_OK) *state = w;
  else close_web(w);
  return status;
}

static const vitrine_option options[] = {
    {"url", VITRINE_OPTION_TEXT, 1, "what it may reach: https://api.example.com/v1/"},
    {"methods", VITRINE_OPTION_TEXT, 0, "with blanks between (GET HEAD)"},
    {"header", VITRINE_OPTION_TEXT, 0, "added by the host, unseen: `Name: value`"},
    {"header-file", VITRINE_OPTION_PATH, 0, "the same, on the lines of a file"},
    {"header-env", VITRINE_OPTION_TEXT, 0, "the same, in an environment variable of that name"},
    {"private", VITRINE_OPTION_FLAG, 0, "also where the host's name stands for a private address"},
    {"ca-file", VITRINE_OPTION_PATH, 0, "certificates to trust in place of the system's"},
    {"size", VITRINE_OPTION_SIZE, 0, "bytes of one answer (1M)"},
    {"time", VITRINE_OPTION_TIME, 0, "of one call, redirects and all (30s)"},
    {"count", VITRINE_OPTION_COUNT, 0, "requests of the session (1000)"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_door doors[] = {
    {.size = sizeof doors[0],
     .name = "http.fetch",
     .signature = "(url: str, method: str = 'GET', headers: dict[str, str] = {}, "
                  "body: str | bytes | None = None, timeout: int | float | None = None, "
                  "redirects: int = 10) -> dict",
     .doc = "Fetch a URL: {'status', 'reason', 'url', 'headers', 'body', 'history'}; "
            "the module `requests` is there, too.",
     .call = fetch},
    {.size = sizeof doors[0]}};
#ifdef VITRINE_LINKED
extern const vitrine_plugin vitrine_web_plugin;
#define PLUGIN vitrine_web_plugin
#else
#define PLUGIN web_plugin
static
#endif
const vitrine_plugin PLUGIN = {.size = sizeof(vitrine_plugin),
                               .abi = VITRINE_PLUGIN_ABI,
                               .name = "web",
                               .doc = "Requests to the web addresses that were granted.",
                               .options = options,
                               .doors = doors,
                               .open = open_web,
                               .close = close_web,
                               .explain = web_grant_explain};
#ifndef VITRINE_LINKED
VITRINE_PLUGIN_EXPORT(PLUGIN)
#endif
