/* weburl.c - reads web addresses, brings them into one form, and compares them.
 *
 * Never guesses: what it does not know is refused. Texts come from guests and
 * from servers, and are hostile. */
#include "weburl.h"

#include <stdio.h>
#include <string.h>

/* --- characters --- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static int hex(char c) {
  c = lower(c);
  return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_one_of(char c, const char *set) { return c != 0 && strchr(set, c) != NULL; }
static bool is_unreserved(char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "-._~"); }

/* --- host --- */

/* At most `most`, at least one digit, no zero in front. */
static bool read_number(const char *at, size_t length, unsigned most, unsigned *out) {
  unsigned n = 0;
  if (length == 0 || length > 5 || (length > 1 && at[0] == '0')) return false;
  for (size_t i = 0; i < length; i++) {
    if (!is_digit(at[i])) return false;
    n = n * 10 + (unsigned)(at[i] - '0');
  }
  *out = n;
  return n <= most;
}

static bool read_ipv4(uint8_t address[4], const char *host) {
  for (int i = 0; i < 4; i++) {
    size_t length = strcspn(host, ".");
    unsigned n;
    if (!read_number(host, length, 255, &n) || (host[length] == '.') != (i < 3)) return false;
    address[i] = (uint8_t)n;
    host += length + (i < 3);
  }
  return true;
}

/* Groups of hex digits with at most one "::"; none in IPv4's way. */
static bool read_ipv6(uint8_t address[16], const char *at, size_t length) {
  uint16_t groups[8] = {0};
  size_t count = 0, gap = 9, i = 0;
  if (length >= 2 && at[0] == ':' && at[1] == ':') {
    gap = 0;
    i = 2;
  }
  while (i < length) {
    unsigned n = 0;
    size_t start = i;
    for (; i < length && i < start + 4 && hex(at[i]) >= 0; i++) n = n * 16 + (unsigned)hex(at[i]);
    if (i == start || count == 8) return false;
    groups[count++] = (uint16_t)n;
    if (i == length) break;
    if (at[i++] != ':' || i == length) return false;
    if (at[i] == ':') {
      if (gap < 9) return false;
      gap = count;
      i++;
    }
  }
  if (gap < 9 ? count > 7 : count != 8) return false;
  memset(address, 0, 16);
  for (size_t k = 0; k < count; k++) {
    size_t to = k < gap ? k : k + 8 - count;
    address[2 * to] = (uint8_t)(groups[k] >> 8);
    address[2 * to + 1] = (uint8_t)groups[k];
  }
  return true;
}

/* "1", "0x7f": what programs take for the last part of an IPv4 address. */
static bool ends_in_number(const char *host) {
  const char *last = strrchr(host, '.');
  last = last != NULL ? last + 1 : host;
  if (last[0] == '0' && last[1] == 'x') return true;
  return strspn(last, "0123456789") == strlen(last);
}

static const char *check_name(const char *host) {
  size_t label = 0;
  for (const char *at = host;; at++) {
    if (*at == '.' || *at == 0) {
      if (label == 0)
        return *at == 0 && at > host ? "has a host that ends in a dot"
                                     : "has a host with an empty part";
      if (label > 63) return "has a host with a part of over 63 bytes";
      if (at[-1] == '-') return "has a host with a part that ends in -";
      if (*at == 0) return NULL;
      label = 0;
    } else if (is_letter(*at) || is_digit(*at) || *at == '_' || (*at == '-' && label > 0)) {
      label++;
    } else {
      return (unsigned char)*at >= 128 ? "has a host that is not ASCII: write it as xn--…"
                                       : "has a host that is none";
    }
  }
}

static const char *read_host(web_url *url, const char *text, size_t length, bool grant) {
  if (length == 0) return "has no host";
  if (text[0] == '[') {
    url->kind = WEB_IPV6;
    return text[length - 1] == ']' && read_ipv6(url->address, text + 1, length - 2)
               ? NULL
               : "has a host in brackets that is no plain IPv6 address";
  }
  if (grant && length > 2 && text[0] == '*' && text[1] == '.') {
    url->any_sub = true;
    text += 2;
    length -= 2;
  }
  if (length >= WEB_HOST) return "has a host of over 253 bytes";
  for (size_t i = 0; i < length; i++) {
    if (text[i] == 0) return "has a host that is none";
    url->host[i] = lower(text[i]);
  }
  url->host[length] = 0;
  const char *wrong = check_name(url->host);
  if (wrong != NULL) return wrong;
  if (ends_in_number(url->host)) {
    url->kind = WEB_IPV4;
    if (!read_ipv4(url->address, url->host) || url->any_sub)
      return "has a host that ends in a number and is no IPv4 address of four decimal numbers";
  } else if (url->any_sub && strchr(url->host, '.') == NULL) {
    return "has a wildcard for a whole top-level domain";
  }
  return NULL;
}

static const char *read_authority(web_url *url, const char *text, size_t length, bool grant) {
  if (memchr(text, '@', length) != NULL) return "has a user name or an @ in it";
  size_t host = 0;
  bool bracket = length > 0 && text[0] == '[';
  while (host < length && text[host] != (bracket ? ']' : ':')) host++;
  if (bracket && host < length) host++;
  url->port = url->tls ? 443 : 80;
  if (host < length) {
    unsigned port;
    if (text[host] != ':' || !read_number(text + host + 1, length - host - 1, 65535, &port) ||
        port == 0)
      return "has a port that is no number from 1 to 65535";
    url->port = (uint16_t)port;
  }
  return read_host(url, text, host, grant);
}

/* --- path and query --- */

/* What servers may take for the end of a segment, or for its dots: nothing of that
 * may hide a step upwards. `at` is a segment without plain dots only. */
static bool hides_dots(const char *at, size_t length) {
  size_t dots = 0, other = 0;
  for (size_t i = 0; i <= length; i++) {
    bool escape = i + 2 < length && at[i] == '%';
    bool end = i == length || at[i] == ';' ||
               (escape && (memcmp(at + i, "%2F", 3) == 0 || memcmp(at + i, "%5C", 3) == 0));
    if (end) {
      if (other == 0 && (dots == 1 || dots == 2)) return true;
      dots = other = 0;
      if (escape) i += 2;
    } else if (at[i] == '.') {
      dots++;
    } else {
      other++;
    }
  }
  return false;
}

/* Some servers undo it twice. */
static bool is_escaped_twice(const char *path) {
  for (const char *at = path; (at = strstr(at, "%25")) != NULL; at += 3) {
    int high = hex(at[3]), byte = high >= 0 && hex(at[4]) >= 0 ? high * 16 + hex(at[4]) : -1;
    if (byte > 0 && is_one_of((char)byte, "./\\%")) return true;
  }
  return false;
}

/* RFC 3986, 5.2.4, in place; the target is no more than the path yet. */
static const char *remove_dots(web_url *url) {
  char *t = url->target;
  if (is_escaped_twice(t)) return "has a path that is escaped twice";
  size_t to = 0, from = 0;
  while (from < url->path) {
    size_t end = from + 1;
    while (end < url->path && t[end] != '/') end++;
    size_t length = end - from - 1;
    const char *segment = t + from + 1;
    bool last = end == url->path;
    if (length == 1 && segment[0] == '.') {
      if (last) t[to++] = '/';
    } else if (length == 2 && segment[0] == '.' && segment[1] == '.') {
      while (to > 0 && t[--to] != '/') {
      }
      if (last) t[to++] = '/';
    } else if (hides_dots(segment, length)) {
      return "has a path with hidden . or .. in it";
    } else {
      memmove(t + to, t + from, length + 1);
      to += length + 1;
    }
    from = end;
  }
  url->path = to;
  t[to] = 0;
  return NULL;
}

static bool put(web_url *url, size_t *at, char c) {
  if (*at + 1 >= WEB_TARGET) return false;
  url->target[(*at)++] = c;
  return true;
}

static bool put_escape(web_url *url, size_t *at, unsigned byte) {
  static const char digits[] = "0123456789ABCDEF";
  return put(url, at, '%') && put(url, at, digits[byte >> 4]) && put(url, at, digits[byte & 15]);
}

/* One escape: of what needs none it is undone, of others it is in capitals. */
static const char *read_escape(web_url *url, size_t *at, const char *text, size_t left,
                               bool in_path) {
  if (left < 3 || hex(text[1]) < 0 || hex(text[2]) < 0)
    return "has a % that begins no escape: write %25";
  unsigned byte = (unsigned)(hex(text[1]) * 16 + hex(text[2]));
  if (in_path && (byte < 32 || byte == 127)) return "has an escaped control character in its path";
  bool done = is_unreserved((char)byte) ? put(url, at, (char)byte) : put_escape(url, at, byte);
  return done ? NULL : "is too long";
}

static const char *read_target(web_url *url, const char *text, size_t length) {
  size_t at = 0;
  bool in_path = true;
  if (length == 0 || text[0] != '/') (void)put(url, &at, '/');
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    bool good;
    if (c == '#') break;
    if (c < 32 || c == 127) return "has a control character in it";
    if (c == '\\') return "has a backslash in it";
    if (c == '?' && in_path) {
      in_path = false;
      url->path = at;
      url->target[at] = 0;
      const char *wrong = remove_dots(url);
      if (wrong != NULL) return wrong;
      at = url->path;
      good = put(url, &at, '?');
    } else if (c == '%') {
      const char *wrong = read_escape(url, &at, text + i, length - i, in_path);
      if (wrong != NULL) return wrong;
      i += 2;
      good = true;
    } else if (is_unreserved((char)c) || is_one_of((char)c, "!$&'()*+,;=:@/?")) {
      good = put(url, &at, (char)c);
    } else {
      good = put_escape(url, &at, c);
    }
    if (!good) return "is too long";
  }
  url->target[at] = 0;
  if (!in_path) return NULL;
  url->path = at;
  return remove_dots(url);
}

/* --- all of it --- */

static bool has_prefix(const char *text, size_t length, const char *prefix) {
  size_t n = strlen(prefix);
  if (length < n) return false;
  for (size_t i = 0; i < n; i++)
    if (lower(text[i]) != prefix[i]) return false;
  return true;
}

static const char *read_all(web_url *url, const char *text, size_t length, bool grant) {
  memset(url, 0, sizeof *url);
  url->tls = has_prefix(text, length, "https://");
  if (!url->tls && !has_prefix(text, length, "http://"))
    return "does not begin with https:// or http://";
  size_t start = url->tls ? 8 : 7, end = start;
  while (end < length && !is_one_of(text[end], "/?#")) end++;
  if (memchr(text, '\\', length) != NULL) return "has a backslash in it";
  const char *wrong = read_authority(url, text + start, end - start, grant);
  return wrong != NULL ? wrong : read_target(url, text + end, length - end);
}

const char *web_url_read(web_url *url, const char *text, size_t length) {
  return read_all(url, text, length, false);
}

const char *web_url_read_grant(web_url *url, const char *text, size_t length) {
  if (memchr(text, '?', length) != NULL || memchr(text, '#', length) != NULL)
    return "of a grant ends with its path: it has no ? and no #";
  return read_all(url, text, length, true);
}

const char *web_url_join(web_url *url, const web_url *base, const char *text, size_t length) {
  char whole[WEB_TEXT + WEB_TARGET];
  size_t scheme = 0, keep = 0, path = base->path;
  while (scheme < length &&
         (is_letter(text[scheme]) || is_digit(text[scheme]) || is_one_of(text[scheme], "+-.")))
    scheme++;
  if (scheme > 0 && scheme < length && text[scheme] == ':') return web_url_read(url, text, length);
  if (length >= WEB_TARGET) return "is too long";
  web_url_text(base, whole);
  size_t origin = strlen(whole) - strlen(base->target);
  if (length >= 2 && text[0] == '/' && text[1] == '/') {
    keep = base->tls ? 6 : 5; /* "https:" */
  } else if (length > 0 && text[0] == '/') {
    keep = origin;
  } else if (length > 0 && text[0] == '?') {
    keep = origin + path;
  } else if (length == 0 || text[0] == '#') {
    keep = strlen(whole);
  } else {
    while (path > 0 && base->target[path - 1] != '/') path--;
    keep = origin + path;
  }
  memcpy(whole + keep, text, length);
  return web_url_read(url, whole, keep + length);
}

/* --- comparing, writing --- */

static bool same_host(const web_url *a, const web_url *b) {
  if (a->kind != b->kind) return false;
  return a->kind == WEB_NAME ? strcmp(a->host, b->host) == 0
                             : memcmp(a->address, b->address, a->kind == WEB_IPV4 ? 4 : 16) == 0;
}

bool web_url_same_origin(const web_url *a, const web_url *b) {
  return a->tls == b->tls && a->port == b->port && same_host(a, b);
}

bool web_url_allows(const web_url *grant, const web_url *url) {
  if (grant->tls != url->tls || grant->port != url->port) return false;
  if (grant->any_sub) {
    size_t whole = strlen(url->host), end = strlen(grant->host);
    if (url->kind != WEB_NAME || whole < end + 2 || url->host[whole - end - 1] != '.' ||
        strcmp(url->host + whole - end, grant->host) != 0)
      return false;
  } else if (!same_host(grant, url)) {
    return false;
  }
  if (url->path < grant->path || memcmp(url->target, grant->target, grant->path) != 0) return false;
  return url->path == grant->path || grant->target[grant->path - 1] == '/' ||
         url->target[grant->path] == '/';
}

void web_url_host(const web_url *url, char *to) {
  const uint8_t *a = url->address;
  if (url->kind != WEB_IPV6) {
    memcpy(to, url->host, strlen(url->host) + 1);
    return;
  }
  size_t at = 0;
  for (size_t i = 0; i < 8; i++)
    at += (size_t)snprintf(to + at, WEB_HOST - at, "%s%x", i == 0 ? "[" : ":",
                           (unsigned)(a[2 * i] << 8 | a[2 * i + 1]));
  (void)snprintf(to + at, WEB_HOST - at, "]");
}

void web_url_text(const web_url *url, char *to) {
  char host[WEB_HOST], port[8] = "";
  web_url_host(url, host);
  if (url->port != (url->tls ? 443 : 80)) (void)snprintf(port, sizeof port, ":%u", url->port);
  (void)snprintf(to, WEB_TEXT, "%s%s%s%s%s", url->tls ? "https://" : "http://",
                 url->any_sub ? "*." : "", host, port, url->target);
}

/* --- addresses --- */

typedef enum { OPEN, OWN, NEVER } reach;

/* The first that fits counts. IANA's registries of special-purpose addresses, and
 * those at which clouds tell a machine its secrets. */
static const struct {
  uint8_t prefix[16];
  uint8_t length; /* 4 or 16 */
  uint8_t bits;
  reach reach;
} ranges[] = {
    {{168, 63, 129, 16}, 4, 32, NEVER},       /* metadata */
    {{100, 100, 100, 200}, 4, 32, NEVER},     /* metadata */
    {{10}, 4, 8, OWN},
    {{127}, 4, 8, OWN},
    {{172, 16}, 4, 12, OWN},
    {{192, 168}, 4, 16, OWN},
    {{100, 64}, 4, 10, OWN},                  /* shared by a provider's customers */
    {{0}, 4, 8, NEVER},
    {{169, 254}, 4, 16, NEVER},               /* of a link; metadata */
    {{192, 0, 0}, 4, 24, NEVER},              /* protocols; metadata */
    {{192, 0, 2}, 4, 24, NEVER},              /* examples */
    {{198, 51, 100}, 4, 24, NEVER},
    {{203, 0, 113}, 4, 24, NEVER},
    {{192, 88, 99}, 4, 24, NEVER},            /* 6to4 */
    {{198, 18}, 4, 15, NEVER},                /* benchmarks */
    {{224}, 4, 3, NEVER},                     /* multicast, reserved, broadcast */
    {{0}, 4, 0, OPEN},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 16, 128, OWN},
    {{0xfd, 0, 0x0e, 0xc2}, 16, 32, NEVER},   /* metadata */
    {{0xfc}, 16, 7, OWN},
    {{0x20, 0x01, 0}, 16, 23, NEVER},         /* protocols, Teredo among them */
    {{0x20, 0x01, 0x0d, 0xb8}, 16, 32, NEVER},/* examples */
    {{0x3f, 0xff}, 16, 20, NEVER},
    {{0x20, 0x02}, 16, 16, NEVER},            /* 6to4 */
    {{0x20}, 16, 3, OPEN},
    {{0}, 16, 0, NEVER},                      /* IPv4 in disguise, links, multicast */
};

static bool in_range(const uint8_t *address, const uint8_t *prefix, unsigned bits) {
  if (memcmp(address, prefix, bits / 8) != 0) return false;
  unsigned rest = bits % 8;
  return rest == 0 || (address[bits / 8] ^ prefix[bits / 8]) >> (8 - rest) == 0;
}

static reach reach_of(const uint8_t *address, size_t length) {
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
    if (ranges[i].length == length && in_range(address, ranges[i].prefix, ranges[i].bits))
      return ranges[i].reach;
  return NEVER;
}

bool web_url_may_connect(const web_url *url, bool private, const uint8_t *address, size_t length) {
  static const uint8_t loopback[16] = {[15] = 1};
  if (url->kind != WEB_NAME)
    return length == (url->kind == WEB_IPV4 ? 4 : 16) && memcmp(address, url->address, length) == 0;
  size_t name = strlen(url->host);
  if (strcmp(url->host, "localhost") == 0 ||
      (name > 10 && strcmp(url->host + name - 10, ".localhost") == 0))
    return length == 4 ? address[0] == 127 : length == 16 && memcmp(address, loopback, 16) == 0;
  reach r = reach_of(address, length);
  return r == OPEN || (r == OWN && private);
}
