/* webgrant.h - what a session was granted of the web, and what the host adds to it. */
#ifndef WEBGRANT_H
#define WEBGRANT_H

#include "weburl.h"

#include <vitrine_plugin.h>

typedef struct web_header {
  struct web_header *next;
  size_t name; /* bytes of it that are the name */
  char line[]; /* "Name: value"                 */
} web_header;

typedef struct {
  web_url at;
  unsigned methods;    /* a bit for each of web_methods   */
  bool private;        /* also addresses of the own network */
  web_header *secrets; /* added by the host, never seen by the guest */
  const char *ca_file; /* or NULL: the system's           */
  int64_t size;        /* bytes of a body                 */
  int64_t time_ns;     /* of a call, redirects and all    */
  int64_t left;        /* requests of the session         */
} web_grant;

typedef struct {
  size_t count;
  vitrine_value *options; /* a copy: texts of the grants point into it */
  web_grant list[];
} web_grants;

/* GET is 0. -1: none that can be granted. */
int web_method(const char *name, size_t length);
const char *web_method_name(int method);

/* The grants of a list of options. NULL: *status, and it was said what is wrong. */
web_grants *web_grants_read(const vitrine_value *options, vitrine_status *status);
void web_grants_free(web_grants *grants);
/* The first that allows it; NULL: none does. */
web_grant *web_grants_find(web_grants *grants, const web_url *url, int method);
/* "https://a.example/ (GET HEAD), …", cut to size. */
void web_grants_list(const web_grants *grants, char *to, size_t size);
/* Whether a text has a secret in it, as it is. */
bool web_grants_leak(const web_grants *grants, const char *text, size_t length);
/* A sentence for one grant's options. */
void web_grant_explain(const vitrine_value *options, char *sentence, size_t size);

/* "Name: value" of a name that is a token and a value without line breaks. NULL if
 * it is not, or out of memory. Free with free(). */
web_header *web_header_new(const char *name, size_t name_length, const char *value, size_t length);
bool web_header_is(const web_header *header, const char *name, size_t length);
const char *web_header_value(const web_header *header);
void web_headers_free(web_header *list);

#endif
