/* audit.h - what a session did, written down while it does it: docs/audit.md. */
#ifndef VT_AUDIT_H
#define VT_AUDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "sha256.h"
#include "vitrine.h"

typedef struct vt_audit vt_audit;
typedef struct vt_replay vt_replay;
typedef struct vt_request vt_request;

/* What a request is called, by VT_OP_…; NULL: it changes nothing, and has no line. */
extern const char *const vt_audit_events[];

/* Lines are written on the host's stack, and before what they tell of has an effect.
 * Each function returns OK at once if the session has no log; else what the caller
 * is to return, for then the log could not be written, and nothing is done that is not in it. */

/* A run, before it begins; or a request of the library's own, before it is kept. */
vitrine_status vt_audit_request(vitrine_session *session, const vt_request *request);
/* The guest that waited goes on: with what its clock shows of that, and answers. */
vitrine_status vt_audit_resume(vitrine_session *session, uint64_t waited_ns,
                               const vt_buffer *answers);
/* The session goes back to `to`; what its guest is told anew follows. */
vitrine_status vt_audit_reset(vitrine_session *session, const vitrine_snapshot *to);
/* What is granted, and is no host function: clock, random, input. A number that it has
 * is in nanoseconds; 0: none. */
vitrine_status vt_audit_grant(vitrine_session *session, const char *door, uint64_t start,
                              uint64_t resolution);
/* A host function is not granted after all. */
void vt_audit_revoke(vitrine_session *session, const char *door);
/* A plugin, in its own words. */
vitrine_status vt_audit_plugin(vitrine_session *session, const char *name, const char *sentence);
vitrine_status vt_audit_commit(vitrine_session *session, const char *plugin, vitrine_status status);
/* How the run ended: before its changes are kept, or taken back. */
vitrine_status vt_audit_end(vitrine_session *session, const vitrine_result *result);
/* It ended in a status of the host's, or is dropped while it waits; if one is on. */
void vt_audit_failed(vitrine_session *session);
/* The log does not tell any more what the session holds: nothing goes on. */
void vt_audit_break(vitrine_session *session);
void vt_audit_close(vitrine_session *session);

/* A call that came out of the guest; a log that cannot be written is the call's status. */
typedef struct {
  const void *message; /* as it came */
  uint32_t length;
  const vitrine_value *values; /* the same, decoded */
  vitrine_status status;       /* not OK: it ends the run */
  const vt_buffer *answer;     /* empty: None */
  uint64_t id;                 /* not 0: it waits for its answer */
  uint64_t time_ns;
} vt_audit_called;
vitrine_status vt_audit_call(vitrine_session *session, const vt_audit_called *call);
/* The answer to one that waited. */
vitrine_status vt_audit_answer(const vitrine_call *call, uint64_t id, uint64_t time_ns);
/* The doors without a name. They end the run by themselves. `bytes` NULL: denied. */
void vt_audit_clock(vitrine_session *session, uint64_t ns);
void vt_audit_random(vitrine_session *session, const void *bytes, size_t length);
void vt_audit_input(vitrine_session *session, const void *bytes, uint32_t got);
void vt_audit_sleep(vitrine_session *session, uint64_t asked, uint64_t slept);

#endif
