/* web.h - one call of http.fetch(), between the door and what carries its requests.
 *
 * The door (web.c) reads what the guest asks for, finds the grant, and does the same for
 * each redirect. A carrier sends one request, and asks the door about all that matters:
 * libcurl in the plugin (webcurl.c), http.client in the Python package. */
#ifndef WEB_H
#define WEB_H

#include "webgrant.h"

#define WEB_HEADERS 65536 /* bytes of one answer's */

typedef struct {
  web_grants *grants;
  void *carrier;
} web;

typedef struct {
  web *w;
  vitrine_call *call;
  vitrine_status status; /* of the call */
  uint64_t deadline_ns;

  /* what is sent */
  web_url url;
  int method;
  web_header *headers; /* the guest's: web_is_sent() says which of them */
  const char *body;    /* NULL: none  */
  size_t body_length;
  web_grant *grant; /* secrets of it are sent, too */

  /* what comes back */
  char *answer;
  size_t length, room;
  web_header *answer_headers, **answer_end;
  size_t header_bytes;
  long code;
  char reason[64];
  vitrine_value *history;
} web_request;

typedef enum {
  WEB_FINE,
  WEB_LATE,      /* web_time_left() was 0                                  */
  WEB_LARGE,     /* web_take_body() was false                              */
  WEB_HEADER,    /* web_take_header() was false                            */
  WEB_REFUSED,   /* web_may_connect() was, for the addresses that there are */
  WEB_NO_HOST,   /* the name stands for nothing                            */
  WEB_NO_MEMORY, /* of the host                                            */
  WEB_FAILED     /* why is in the text                                     */
} web_failure;

/* --- what a carrier asks --- */

/* Nanoseconds; 0: the call is over, or the run was cancelled. Ask often. */
uint64_t web_time_left(const web_request *r);
/* Whether this request may go to an address, of 4 or 16 bytes. */
bool web_may_connect(const web_request *r, const void *address, size_t length);
/* Whether a header of the guest's goes out: the host's own nobody can replace. */
bool web_is_sent(const web_request *r, const web_header *header);
bool web_has_body(const web_request *r);
/* What comes back, as it comes: the status line and each header; the unpacked body. */
bool web_take_header(web_request *r, const char *line, size_t length);
bool web_take_body(web_request *r, const char *bytes, size_t length);

/* --- what a carrier is --- */

vitrine_status web_carrier_open(void **carrier);
void web_carrier_close(void *carrier);
/* Sends one request, whose host, port, path and headers are as they go out. `why`, of
 * `size` bytes, is for WEB_FAILED. */
web_failure web_carry(void *carrier, web_request *r, char *why, size_t size);

#endif
