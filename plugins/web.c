/* web.c - the plugin `web`: requests to the addresses that were granted.
 *
 * Owns the connections of a session. Whatever is sent was read by weburl.c and
 * found in a grant: the guest's own request, and each redirect as a new one. What
 * a name stands for is looked at where the connection is made, so that it cannot
 * be another the next time it is asked for. libcurl follows nothing, keeps no
 * cookies, reads no settings, and speaks HTTP only. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define VITRINE_PLUGIN
#include "webgrant.h"

#define SECOND 1000000000
#define HEADERS 65536 /* bytes of one answer's */
#define REDIRECTS 20

typedef struct {
  web_grants *grants;
  CURLM *multi; /* keeps connections for the next request */
  CURL *easy;
} web;

typedef struct {
  web *w;
  vitrine_call *call;
  vitrine_status status; /* of the call */
  uint64_t deadline_ns;

  /* what is sent */
  web_url url;
  int method;
  web_header *headers; /* the guest's */
  const char *body;    /* NULL: none  */
  size_t body_length;
  web_grant *grant;

  /* what comes back */
  char *answer;
  size_t length, room;
  web_header *answer_headers, **answer_end;
  size_t header_bytes;
  long code;
  char reason[64];
  vitrine_value *history;

  /* why it failed */
  bool late, too_large, refused;
} request;

/* --- errors --- */

/* Raises in the guest. Always false: go no further. */
static bool raise(request *r, const char *type, const char *format, ...) {
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

static bool no_memory(request *r) {
  r->status = VITRINE_ERR_NOMEM;
  return false;
}

static bool not_granted(request *r, const char *what) {
  char text[WEB_TEXT], granted[200];
  web_url_text(&r->url, text);
  web_grants_list(r->w->grants, granted, sizeof granted);
  return raise(r, "PermissionError", "%s %.180s%s is not granted; granted is %s",
               web_method_name(r->method), text, what, granted);
}

static uint64_t now_ns(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

static uint64_t time_left(const request *r) {
  uint64_t now = now_ns(), run = vitrine_call_time_left(r->call);
  uint64_t own = r->deadline_ns > now ? r->deadline_ns - now : 0;
  return own < run ? own : run;
}

/* --- what libcurl asks --- */

/* -1: an address of another kind. */
static int may_connect(const request *r, int family, const void *address) {
  size_t length = family == AF_INET ? 4 : family == AF_INET6 ? 16 : 0;
  return length != 0 && web_url_may_connect(&r->url, r->grant->private, address, length);
}

static curl_socket_t open_socket(void *user, curlsocktype purpose, struct curl_sockaddr *to) {
  request *r = user;
  union {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
  } at;
  if (purpose != CURLSOCKTYPE_IPCXN || to->addrlen > sizeof at) return CURL_SOCKET_BAD;
  memcpy(&at, &to->addr, to->addrlen);
  const void *address = to->family == AF_INET ? (void *)&at.v4.sin_addr : (void *)&at.v6.sin6_addr;
  if (!may_connect(r, to->family, address)) {
    r->refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* Before a request goes out: also on a connection of before, that another grant made. */
static int before_request(void *user, char *peer, char *local, int peer_port, int local_port) {
  request *r = user;
  uint8_t address[16];
  int family = strchr(peer, ':') != NULL ? AF_INET6 : AF_INET;
  (void)local;
  (void)local_port;
  if (inet_pton(family, peer, address) == 1 && may_connect(r, family, address) &&
      peer_port == r->url.port)
    return CURL_PREREQFUNC_OK;
  r->refused = true;
  return CURL_PREREQFUNC_ABORT;
}

static size_t take_body(char *bytes, size_t one, size_t length, void *user) {
  request *r = user;
  (void)one;
  if (length > (size_t)r->grant->size - r->length) {
    r->too_large = true;
    return 0;
  }
  if (length > r->room - r->length) {
    size_t room = r->room + r->room / 2 + length;
    char *grown = realloc(r->answer, room);
    if (grown == NULL) return 0;
    r->answer = grown;
    r->room = room;
  }
  memcpy(r->answer + r->length, bytes, length);
  r->length += length;
  return length;
}

/* "HTTP/1.1 200 OK": an answer begins; what came before it was on the way. */
static void begin_answer(request *r, const char *line, size_t length) {
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

static size_t take_header(char *line, size_t one, size_t length, void *user) {
  request *r = user;
  size_t all = length;
  (void)one;
  r->header_bytes += length;
  if (r->header_bytes > HEADERS) {
    r->too_large = true;
    return 0;
  }
  while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == '\n')) length--;
  if (length >= 5 && memcmp(line, "HTTP/", 5) == 0) {
    begin_answer(r, line, length);
    return all;
  }
  const char *colon = memchr(line, ':', length);
  if (colon == NULL) return all;
  web_header *h =
      web_header_new(line, (size_t)(colon - line), colon + 1, length - (size_t)(colon + 1 - line));
  if (h != NULL) {
    *r->answer_end = h;
    r->answer_end = &h->next;
  }
  return all;
}

/* --- one request --- */

static const char *answer_header(const request *r, const char *name) {
  for (const web_header *h = r->answer_headers; h != NULL; h = h->next)
    if (web_header_is(h, name, strlen(name))) return web_header_value(h);
  return NULL;
}

static bool add_line(struct curl_slist **list, const char *line) {
  struct curl_slist *longer = curl_slist_append(*list, line);
  if (longer != NULL) *list = longer;
  return longer != NULL;
}

/* The guest's, then the host's, which nobody can replace. */
static bool header_list(const request *r, struct curl_slist **list) {
  bool good = add_line(list, "Expect:"), type = false;
  for (const web_header *h = r->headers; h != NULL && good; h = h->next) {
    bool mine = true;
    type = type || web_header_is(h, "Content-Type", 12);
    for (const web_header *s = r->grant->secrets; s != NULL && mine; s = s->next)
      mine = !web_header_is(s, h->line, h->name);
    char empty[300];
    (void)snprintf(empty, sizeof empty, "%.*s;", (int)h->name, h->line);
    if (mine) good = add_line(list, *web_header_value(h) != 0 ? h->line : empty);
  }
  if (!type) good = good && add_line(list, "Content-Type:");
  for (const web_header *s = r->grant->secrets; s != NULL && good; s = s->next)
    good = add_line(list, s->line);
  return good;
}

/* What libcurl makes of the address has to be what was found in the grant. */
static bool same_address(const request *r, const char *text) {
  CURLU *u = curl_url();
  char *host = NULL, *port = NULL, *scheme = NULL, want[WEB_HOST], number[8];
  bool same = u != NULL && curl_url_set(u, CURLUPART_URL, text, CURLU_PATH_AS_IS) == CURLUE_OK &&
              curl_url_get(u, CURLUPART_HOST, &host, 0) == CURLUE_OK &&
              curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
              curl_url_get(u, CURLUPART_PORT, &port, CURLU_DEFAULT_PORT) == CURLUE_OK;
  web_url_host(&r->url, want);
  (void)snprintf(number, sizeof number, "%u", r->url.port);
  same = same && strcmp(port, number) == 0 && strcmp(scheme, r->url.tls ? "https" : "http") == 0 &&
         (r->url.kind == WEB_IPV6 ? *host == '[' : strcmp(host, want) == 0);
  curl_free(host);
  curl_free(port);
  curl_free(scheme);
  curl_url_cleanup(u);
  return same;
}

static void set_up(request *r, const char *text, struct curl_slist *headers) {
  CURL *e = r->w->easy;
  curl_easy_reset(e);
#define SET(option, value) (void)curl_easy_setopt(e, CURLOPT_##option, value)
  SET(URL, text);
  SET(PATH_AS_IS, 1L);
#if CURL_AT_LEAST_VERSION(7, 85, 0)
  SET(PROTOCOLS_STR, r->url.tls ? "https" : "http");
#else
  SET(PROTOCOLS, (long)(r->url.tls ? CURLPROTO_HTTPS : CURLPROTO_HTTP));
#endif
#if CURL_AT_LEAST_VERSION(7, 87, 0)
  SET(QUICK_EXIT, 1L); /* a name that is looked up for long keeps nobody waiting */
#endif
  SET(FOLLOWLOCATION, 0L);
  SET(PROXY, "");
  SET(NETRC, (long)CURL_NETRC_IGNORED);
  SET(NOSIGNAL, 1L);
  SET(HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  if (r->grant->ca_file != NULL) SET(CAINFO, r->grant->ca_file);
  SET(ACCEPT_ENCODING, "gzip, deflate");
  SET(USERAGENT, "vitrine/" VITRINE_VERSION);
  SET(HTTPHEADER, headers);
  SET(OPENSOCKETFUNCTION, open_socket);
  SET(OPENSOCKETDATA, r);
  SET(PREREQFUNCTION, before_request);
  SET(PREREQDATA, r);
  SET(WRITEFUNCTION, take_body);
  SET(WRITEDATA, r);
  SET(HEADERFUNCTION, take_header);
  SET(HEADERDATA, r);
  if (r->body != NULL || strcmp(web_method_name(r->method), "POST") == 0) {
    SET(POSTFIELDSIZE_LARGE, (curl_off_t)r->body_length);
    SET(POSTFIELDS, r->body != NULL ? r->body : "");
  }
  SET(CUSTOMREQUEST, web_method_name(r->method));
  if (strcmp(web_method_name(r->method), "HEAD") == 0) SET(NOBODY, 1L);
#undef SET
}

/* Looks up often enough to see that the run was cancelled. */
static CURLcode transfer(request *r) {
  CURLM *multi = r->w->multi;
  CURLcode code = CURLE_FAILED_INIT;
  int running = 1, waiting;
  if (curl_multi_add_handle(multi, r->w->easy) != CURLM_OK) return code;
  while (curl_multi_perform(multi, &running) == CURLM_OK && running > 0) {
    uint64_t left = time_left(r), ms = left / 1000000 + 1;
    if (left == 0) {
      r->late = true;
      break;
    }
    (void)curl_multi_poll(multi, NULL, 0, ms < 20 ? (int)ms : 20, NULL);
  }
  for (CURLMsg *m; (m = curl_multi_info_read(multi, &waiting)) != NULL;)
    if (m->msg == CURLMSG_DONE) code = m->data.result;
  (void)curl_multi_remove_handle(multi, r->w->easy);
  return code;
}

/* Which server it was the guest knows; nothing else is told of the way there. */
static bool explain_failure(request *r, CURLcode code) {
  char host[WEB_HOST];
  web_url_host(&r->url, host);
  if (r->late) return raise(r, "TimeoutError", "%.200s took too long", host);
  if (r->too_large && r->header_bytes > HEADERS)
    return raise(r, "ValueError", "the headers of %.200s are over %d bytes", host, HEADERS);
  if (r->too_large)
    return raise(r, "ValueError", "the answer of %.200s is over %lld bytes", host,
                 (long long)r->grant->size);
  if (r->refused)
    return raise(r, "PermissionError",
                 "%.200s has an address that is not granted: one of a private, local or special "
                 "network",
                 host);
  if (code == CURLE_OUT_OF_MEMORY) return no_memory(r);
  if (code == CURLE_COULDNT_RESOLVE_HOST)
    return raise(r, "ConnectionError", "there is no host %.200s", host);
  if (code == CURLE_OPERATION_TIMEDOUT)
    return raise(r, "TimeoutError", "%.200s took too long", host);
  return raise(r, "ConnectionError", "%.200s: %s", host, curl_easy_strerror(code));
}

/* A server that repeats what it was sent would show it to the guest. */
static bool check_leak(request *r) {
  bool leak = r->answer != NULL && web_grants_leak(r->w->grants, r->answer, r->length);
  for (const web_header *h = r->answer_headers; h != NULL && !leak; h = h->next)
    leak = web_grants_leak(r->w->grants, h->line, strlen(h->line));
  return !leak ||
         raise(r, "PermissionError", "the answer repeats a secret that the host has added");
}

static bool send_one(request *r) {
  char text[WEB_TEXT];
  struct curl_slist *headers = NULL;
  web_url_text(&r->url, text);
  if (r->grant->left == 0)
    return raise(r, "PermissionError", "the granted number of requests to this place is used up");
  r->grant->left--;
  if (!same_address(r, text)) return raise(r, "ValueError", "the address is not understood");
  r->late = r->too_large = r->refused = false;
  r->length = r->header_bytes = 0;
  begin_answer(r, "", 0);
  bool good = header_list(r, &headers) || no_memory(r);
  if (good) {
    set_up(r, text, headers);
    CURLcode code = transfer(r);
    good = (code == CURLE_OK && !r->late) || explain_failure(r, code);
    (void)curl_easy_getinfo(r->w->easy, CURLINFO_RESPONSE_CODE, &r->code);
    curl_easy_reset(r->w->easy); /* no pointer into this call is left in it */
  }
  curl_slist_free_all(headers);
  return good && check_leak(r);
}

/* --- redirects --- */

static void drop_header(request *r, const char *name) {
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

static bool remember(request *r) {
  char text[WEB_TEXT];
  web_url_text(&r->url, text);
  vitrine_value *pair = vitrine_tuple();
  (void)vitrine_value_add(pair, vitrine_int(r->code));
  (void)vitrine_value_add(pair, vitrine_str(text, strlen(text)));
  return vitrine_value_add(r->history, pair) == VITRINE_OK || no_memory(r);
}

/* As browsers do: the next request, which has to be granted as any other. */
static bool redirect(request *r, const char *to) {
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

static bool send_all(request *r, int64_t redirects) {
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

static bool read_headers(request *r, const vitrine_value *dict) {
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

static bool read_timeout(request *r, const vitrine_value *timeout) {
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
static bool read_call(request *r, int64_t *redirects) {
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

static void give_answer(request *r) {
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
  request *r = calloc(1, sizeof *r);
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

static CURLcode started;
static void start(void) { started = curl_global_init(CURL_GLOBAL_DEFAULT); }

static void close_web(void *state) {
  web *w = state;
  curl_easy_cleanup(w->easy);
  if (w->multi != NULL) (void)curl_multi_cleanup(w->multi);
  if (w->grants != NULL) web_grants_free(w->grants);
  free(w);
}

static vitrine_status open_web(vitrine_session *session, const vitrine_value *grants,
                               void **state) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  vitrine_status status;
  (void)session;
  (void)pthread_once(&once, start);
  if (started != CURLE_OK)
    return vitrine_plugin_fail(VITRINE_ERR_SYSTEM, "web: libcurl cannot be used");
  web *w = calloc(1, sizeof *w);
  if (w == NULL) return VITRINE_ERR_NOMEM;
  w->grants = web_grants_read(grants, &status);
  w->multi = curl_multi_init();
  w->easy = curl_easy_init();
  if (status == VITRINE_OK && (w->multi == NULL || w->easy == NULL)) status = VITRINE_ERR_NOMEM;
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
static const vitrine_plugin plugin = {.size = sizeof plugin,
                                      .abi = VITRINE_PLUGIN_ABI,
                                      .name = "web",
                                      .doc = "Requests to the web addresses that were granted.",
                                      .options = options,
                                      .doors = doors,
                                      .open = open_web,
                                      .close = close_web,
                                      .explain = web_grant_explain};
VITRINE_PLUGIN_EXPORT(plugin)
