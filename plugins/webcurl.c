/* webcurl.c - carries the requests of the plugin `web` with libcurl.
 *
 * Owns the connections of a session. libcurl follows nothing, keeps no cookies, reads no
 * settings, and speaks HTTP only. What a name stands for is looked at where the
 * connection is made, so that it cannot be another the next time it is asked for. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define VITRINE_PLUGIN
#define VITRINE_PLUGIN_PART
#include "web.h"

typedef struct {
  CURLM *multi; /* keeps connections for the next request */
  CURL *easy;
} carrier;

/* One request, and why it failed. */
typedef struct {
  web_request *r;
  bool late, too_large, headers_too_large, refused;
} errand;

/* --- what libcurl asks --- */

static bool may_connect(const web_request *r, int family, const void *address) {
  size_t length = family == AF_INET ? 4 : family == AF_INET6 ? 16 : 0;
  return length != 0 && web_may_connect(r, address, length);
}

static curl_socket_t open_socket(void *user, curlsocktype purpose, struct curl_sockaddr *to) {
  errand *e = user;
  union {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
  } at;
  if (purpose != CURLSOCKTYPE_IPCXN || to->addrlen > sizeof at) return CURL_SOCKET_BAD;
  memcpy(&at, &to->addr, to->addrlen);
  const void *address = to->family == AF_INET ? (void *)&at.v4.sin_addr : (void *)&at.v6.sin6_addr;
  if (!may_connect(e->r, to->family, address)) {
    e->refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* Before a request goes out: also on a connection of before, that another grant made. */
static int before_request(void *user, char *peer, char *local, int peer_port, int local_port) {
  errand *e = user;
  uint8_t address[16];
  int family = strchr(peer, ':') != NULL ? AF_INET6 : AF_INET;
  (void)local;
  (void)local_port;
  if (inet_pton(family, peer, address) == 1 && may_connect(e->r, family, address) &&
      peer_port == e->r->url.port)
    return CURL_PREREQFUNC_OK;
  e->refused = true;
  return CURL_PREREQFUNC_ABORT;
}

static size_t take_body(char *bytes, size_t one, size_t length, void *user) {
  errand *e = user;
  (void)one;
  e->too_large = !web_take_body(e->r, bytes, length);
  return e->too_large ? 0 : length;
}

static size_t take_header(char *line, size_t one, size_t length, void *user) {
  errand *e = user;
  (void)one;
  e->headers_too_large = !web_take_header(e->r, line, length);
  return e->headers_too_large ? 0 : length;
}

/* --- one request --- */

static bool add_line(struct curl_slist **list, const char *line) {
  struct curl_slist *longer = curl_slist_append(*list, line);
  if (longer != NULL) *list = longer;
  return longer != NULL;
}

static bool header_list(const web_request *r, struct curl_slist **list) {
  bool good = add_line(list, "Expect:"), type = false;
  for (const web_header *h = r->headers; h != NULL && good; h = h->next) {
    char empty[300];
    (void)snprintf(empty, sizeof empty, "%.*s;", (int)h->name, h->line);
    type = type || web_header_is(h, "Content-Type", 12);
    if (web_is_sent(r, h)) good = add_line(list, *web_header_value(h) != 0 ? h->line : empty);
  }
  if (!type) good = good && add_line(list, "Content-Type:");
  for (const web_header *s = r->grant->secrets; s != NULL && good; s = s->next)
    good = add_line(list, s->line);
  return good;
}

/* What libcurl makes of the address has to be what was found in the grant. */
static bool same_address(const web_request *r, const char *text) {
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

static void set_up(CURL *e, errand *of, const char *text, struct curl_slist *headers) {
  const web_request *r = of->r;
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
  SET(OPENSOCKETDATA, of);
  SET(PREREQFUNCTION, before_request);
  SET(PREREQDATA, of);
  SET(WRITEFUNCTION, take_body);
  SET(WRITEDATA, of);
  SET(HEADERFUNCTION, take_header);
  SET(HEADERDATA, of);
  if (web_has_body(r)) {
    SET(POSTFIELDSIZE_LARGE, (curl_off_t)r->body_length);
    SET(POSTFIELDS, r->body != NULL ? r->body : "");
  }
  SET(CUSTOMREQUEST, web_method_name(r->method));
  if (strcmp(web_method_name(r->method), "HEAD") == 0) SET(NOBODY, 1L);
#undef SET
}

/* Looks up often enough to see that the run was cancelled. */
static CURLcode transfer(carrier *c, errand *e) {
  CURLcode code = CURLE_FAILED_INIT;
  int running = 1, waiting;
  if (curl_multi_add_handle(c->multi, c->easy) != CURLM_OK) return code;
  while (curl_multi_perform(c->multi, &running) == CURLM_OK && running > 0) {
    uint64_t left = web_time_left(e->r), ms = left / 1000000 + 1;
    if (left == 0) {
      e->late = true;
      break;
    }
    (void)curl_multi_poll(c->multi, NULL, 0, ms < 20 ? (int)ms : 20, NULL);
  }
  for (CURLMsg *m; (m = curl_multi_info_read(c->multi, &waiting)) != NULL;)
    if (m->msg == CURLMSG_DONE) code = m->data.result;
  (void)curl_multi_remove_handle(c->multi, c->easy);
  return code;
}

static web_failure failure_of(const errand *e, CURLcode code) {
  if (code == CURLE_OK && !e->late) return WEB_FINE;
  if (e->late || code == CURLE_OPERATION_TIMEDOUT) return WEB_LATE;
  if (e->headers_too_large) return WEB_HEADER;
  if (e->too_large) return WEB_LARGE;
  if (e->refused) return WEB_REFUSED;
  switch (code) {
  case CURLE_OUT_OF_MEMORY: return WEB_NO_MEMORY;
  case CURLE_COULDNT_RESOLVE_HOST: return WEB_NO_HOST;
  default: return WEB_FAILED;
  }
}

web_failure web_carry(void *user, web_request *r, char *why, size_t size) {
  carrier *c = user;
  errand e = {.r = r};
  char text[WEB_TEXT];
  struct curl_slist *headers = NULL;
  web_failure failure = WEB_NO_MEMORY;
  web_url_text(&r->url, text);
  if (!same_address(r, text)) {
    (void)snprintf(why, size, "the address is not understood");
    return WEB_FAILED;
  }
  if (header_list(r, &headers)) {
    set_up(c->easy, &e, text, headers);
    CURLcode code = transfer(c, &e);
    failure = failure_of(&e, code);
    (void)snprintf(why, size, "%s", curl_easy_strerror(code));
    (void)curl_easy_getinfo(c->easy, CURLINFO_RESPONSE_CODE, &r->code);
    curl_easy_reset(c->easy); /* no pointer into this call is left in it */
  }
  curl_slist_free_all(headers);
  return failure;
}

/* --- its life --- */

static CURLcode started;
static void start(void) { started = curl_global_init(CURL_GLOBAL_DEFAULT); }

vitrine_status web_carrier_open(void **out) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  (void)pthread_once(&once, start);
  if (started != CURLE_OK)
    return vitrine_plugin_fail(VITRINE_ERR_SYSTEM, "web: libcurl cannot be used");
  carrier *c = calloc(1, sizeof *c);
  *out = c;
  if (c == NULL) return VITRINE_ERR_NOMEM;
  c->multi = curl_multi_init();
  c->easy = curl_easy_init();
  return c->multi != NULL && c->easy != NULL ? VITRINE_OK : VITRINE_ERR_NOMEM;
}

void web_carrier_close(void *user) {
  carrier *c = user;
  if (c == NULL) return;
  curl_easy_cleanup(c->easy);
  if (c->multi != NULL) (void)curl_multi_cleanup(c->multi);
  free(c);
}
