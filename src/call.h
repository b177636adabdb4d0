/* call.h - a call of a host function: one that runs, or one that waits. */
#ifndef VT_CALL_H
#define VT_CALL_H

#include "grant.h"

struct vitrine_call {
  vitrine_session *session;
  uint64_t id;              /* 0: its function runs, or it is done with          */
  uint32_t size;            /* of the message, in CBOR                           */
  vitrine_value *message;   /* owned: args and keywords are in it                */
  vt_grant *grant;
  const char *name;
  const vitrine_value *args, *keywords;
  const vt_signature *signature;             /* NULL: arguments are as they came */
  const vitrine_value *bound[VT_PARAMETERS]; /* with a signature                 */
  uint64_t since_ns;    /* when it was made                */
  uint64_t deadline_ns; /* of the door's own limit of time */
  uint64_t took_ns;     /* its function                    */
  vt_buffer answer; /* CBOR, [0, value] or [1, type, message]; empty: none yet   */
};

/* A call that waited has its answer: what it took is counted, and may be too much. */
vitrine_status vt_call_pay(vitrine_call *call);

#endif
