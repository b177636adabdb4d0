/* result.h - what a run hands to the host. */
#ifndef VT_RESULT_H
#define VT_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "codec.h"
#include "output.h"
#include "vitrine.h"

/* Text in a message of the guest's; at NULL: none. */
typedef struct {
  const char *at;
  size_t length;
} vt_span;

/* What the guest says of its run: door_result() of guest/doors.h, checked. */
typedef struct {
  uint32_t kind; /* VT_KIND_… */
  int32_t exit_code;
  vt_span repr, type, message, traceback, file;
  uint32_t line, column;
  vitrine_value *value; /* owned; NULL: none */
  char digits[20];      /* what repr may borrow */
} vt_report;

/* OK and a report, which borrows from the message, without its value if that is
 * late; ERR_NOMEM; or any other status: it is nonsense. */
vitrine_status vt_report_read(vt_report *report, vt_reader message);

/* How the run ended, as the host's side sees it. */
typedef struct {
  vitrine_outcome outcome;
  bool rolled_back;
  uint32_t trap;
  uint64_t wait_ns; /* of a pending one */
} vt_ending;

/* Takes over the report's value and, if it succeeds, the text of the outputs.
 * report is NULL if there is none. NULL: out of host memory. */
vitrine_result *vt_result_new(const vt_ending *ending, vt_report *report, vt_output output[2]);
/* What each host function took. False: out of host memory. */
bool vt_result_meter(vitrine_result *result, const vitrine_session *session);
/* What the run cost, its ending included. */
void vt_result_spend(vitrine_result *result, const vitrine_spent *spent);

/* What a result keeps for vitrine_result_explain(). */
typedef struct {
  uint64_t limit;       /* the one that ended the run; 0: none did          */
  bool asked;           /* the session has VITRINE_EXPLAINED                */
  char *trace;          /* owned: the traceback, with lines of the source   */
  vitrine_value *names; /* owned: what the guest says of its globals        */
} vt_told;

void vt_result_tell(vitrine_result *result, const vt_told *told);
const vt_told *vt_result_told(const vitrine_result *result);

#endif
