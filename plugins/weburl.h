/* weburl.h - the web addresses that a grant names, and whether one is among them.
 *
 * Pure C11: no allocation, no state, no library. One parser reads what a grant
 * says, what the guest asks for and where a redirect leads to; what is sent is
 * made of what it read, so that nobody can read it in another way. It takes less
 * than browsers do: what two programs have ever read differently is refused. */
#ifndef WEBURL_H
#define WEBURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WEB_TARGET 8192 /* bytes of path and query, with their NUL */
#define WEB_HOST 254    /* DNS has 253 */
#define WEB_TEXT (WEB_TARGET + WEB_HOST + 32)

typedef enum { WEB_NAME, WEB_IPV4, WEB_IPV6 } web_host_kind;

typedef struct {
  bool tls;     /* https */
  bool any_sub; /* of a grant: "*." stood before the host */
  web_host_kind kind;
  uint16_t port;
  char host[WEB_HOST];     /* in small letters; of a name only */
  uint8_t address[16];     /* of a literal: 4 or 16 bytes      */
  char target[WEB_TARGET]; /* "/path?query", no dot segments, escapes in one form */
  size_t path;             /* length of the path in it */
} web_url;

/* All return NULL, or what is wrong, as a text that goes behind "the address ". */
const char *web_url_read(web_url *url, const char *text, size_t length);
/* What a grant names: no query; the host may begin with "*.". */
const char *web_url_read_grant(web_url *url, const char *text, size_t length);
/* What a redirect says, seen from `base`. */
const char *web_url_join(web_url *url, const web_url *base, const char *text, size_t length);

/* The same scheme, host and port, and a path that is the grant's or below it. */
bool web_url_allows(const web_url *grant, const web_url *url);
/* Whether both are of one scheme, host and port. */
bool web_url_same_origin(const web_url *a, const web_url *b);
/* The host as it stands in a URL, NUL-terminated; `to` has WEB_HOST bytes. */
void web_url_host(const web_url *url, char *to);
/* All of it in its one form; `to` has WEB_TEXT bytes. */
void web_url_text(const web_url *url, char *to);

/* Whether a connection to this address, of 4 or 16 bytes, may serve that host: one
 * of the open network; with `private`, also one of the own machine or network. A
 * literal is that address and no other, and localhost is the own machine. Those of
 * one link, of many (multicast), of none, of a cloud's metadata, and IPv4 in IPv6
 * have to be granted as literals. */
bool web_url_may_connect(const web_url *url, bool private, const uint8_t *address, size_t length);

#endif
