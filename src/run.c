/* run.c - one request to the guest, from the taking of a stack to the ending.
 *
 * Owns all that a run needs and a session does not. Invariant: whatever the
 * guest did, when a function of this file returns the session is idle inside:
 * its memory is, or will be when it is taken again, that of before the run or that
 * of after it, its stop word is zero, and nothing waits. */
#include <string.h>

#include "alloc.h"
#include "explanation.h"
#include "replay.h"
#include "request.h"
#include "result.h"
#include "session.h"
#include "status.h"

static uint32_t clip(uint64_t n) { return n < UINT32_MAX ? (uint32_t)n : UINT32_MAX; }

static void enter(void *arg) {
  vitrine_session *s = arg;
  vt_guest_run(&s->cell->cage, s->run.request_length);
}

/* A run that used more of its shadow stack than this was deep. */
#define SHALLOW 65536u

/* Everything that a run holds but its place in the cell. */
static void let_go(vitrine_session *s) {
  vt_run *r = &s->run;
  if (r->stack != NULL && vt_guest.sp - s->cell->cage.sp_low > SHALLOW) vt_stack_trim(r->stack);
  vt_stack_give(r->stack);
  vt_free(r->waiting_owned);
  if (r->message != r->short_message) vt_free(r->message);
  vt_free(r->output[0].text);
  vt_free(r->output[1].text);
  vt_pending_free(&r->pending);
  memset(r, 0, sizeof *r);
}

static vitrine_status begin(vitrine_session *s, const vt_request *q) {
  vt_run *r = &s->run;
  size_t length = sizeof(vt_header) + q->name_length + q->payload_length;
  if (q->payload_length > VT_MEMORY_MAX)
    return vt_fail(VITRINE_ERR_TOOBIG, "%zu bytes are more than the guest's memory", length);
  s->runs++;
  r->chance_at = s->chance.at;
  r->limits = *q->limits;
  r->may_wait = q->may_wait;
  if (!vt_memory_begin(s->cell, clip(r->limits.memory))) return vt_fail_memory();
  /* One that was asked for while the run waited in a snapshot is meant for it. */
  if (q->op != VT_OP_REVIVE && !s->armed)
    atomic_store_explicit(&s->cancel, 0, memory_order_relaxed);
  if (!r->deaf) s->armed = false;
  return VITRINE_OK;
}

/* Enters the guest, with what is in r->waiting, until it returns, is stopped, or
 * waits. */
static vitrine_status enter_guest(vitrine_session *s) {
  vt_run *r = &s->run;
  vt_cell *cell = s->cell;
  if (r->stack == NULL) r->stack = vt_stack_take(VT_STACK_SIZE);
  if (r->stack == NULL) return vt_fail_memory();
  cell->cage.native_limit = vt_stack_limit(r->stack);
  if (r->start_ns == 0) vt_meter_start(s);
  else vt_meter_resume(s);
  r->wait = VT_AWAKE;
  (void)vt_stack_enter(r->stack, enter, s);
  /* A trap or a lack of memory that no step has seen any more. */
  if (cell->cage.trap != VT_TRAP_NONE) cell->cage.unwind = VT_TRAPPED;
  if (cell->failed) vt_abort(s, vt_fail_memory());
  if (cell->cage.unwind != VT_RUNNING || r->answered) r->wait = VT_AWAKE;
  /* What was not fetched is gone. */
  memset(r->waiting, 0, sizeof r->waiting);
  return VITRINE_OK;
}

/* The guest returns, is stopped, or waits. OK: vt_memory_end() is due. */
static vitrine_status request(vitrine_session *s, const vt_request *q) {
  vt_run *r = &s->run;
  vt_header h = {.op = q->op,
                 .flags = (s->flags & VITRINE_INTERACTIVE ? VT_FLAG_INTERACTIVE : 0) |
                          (s->inherited ? VT_FLAG_FORGET : 0) | (r->may_wait ? VT_FLAG_WAIT : 0),
                 .depth = clip(r->limits.depth),
              /* More than fits into the guest is as good as no limit there. */
                 .value_limit =
                     r->limits.value < VT_MEMORY_MAX ? (uint32_t)r->limits.value : VT_MEMORY_MAX,
                 .name_length = (uint32_t)q->name_length};
  r->request_length = (uint32_t)(sizeof h + q->name_length + q->payload_length);
  r->waiting[0] = (vt_part){&h, sizeof h};
  r->waiting[1] = (vt_part){q->name, q->name_length};
  r->waiting[2] = (vt_part){q->payload, q->payload_length};
  return enter_guest(s);
}

static vitrine_status go(vitrine_session *s, const vt_request *q) {
  vitrine_status status = begin(s, q);
  return status == VITRINE_OK ? request(s, q) : status;
}

/* The first reason to stop is the one that is told: also when the guest came to
 * its own end within the grace, or trapped there. */
static vitrine_outcome outcome_of(const vt_run *r, const vt_cage *cage, const vt_report *report) {
  if (r->reason != VITRINE_DONE) return r->reason;
  if (cage->unwind != VT_RUNNING || report == NULL) return VITRINE_TRAPPED;
  switch (report->kind) {
  case VT_KIND_DONE: return VITRINE_DONE;
  case VT_KIND_RAISED: return VITRINE_RAISED;
  case VT_KIND_NO_MEMORY: return VITRINE_OUT_OF_MEMORY;
  default: return VITRINE_TRAPPED; /* stopped, it says, but nobody asked */
  }
}

static bool is_over(void *arg) {
  vitrine_session *s = arg;
  return !vt_check_time(&s->cell->cage) || s->run.reason != VITRINE_DONE;
}

vt_reader vt_run_reader(vitrine_session *s, const uint8_t *bytes, size_t length) {
  vt_reader reader = vt_reader_of(bytes, length);
  reader.late = is_over;
  reader.with = s;
  return reader;
}

/* What the guest reported, if it returned and that makes sense. */
static vitrine_status read_report(vitrine_session *s, vt_report *report, bool *good) {
  vt_run *r = &s->run;
  vt_cage *cage = &s->cell->cage;
  *good = false;
  if (r->failed != VITRINE_OK) return r->failed;
  if (cage->unwind != VT_RUNNING) return VITRINE_OK;
  vt_reader message = vt_run_reader(s, r->message, r->message_length);
  vitrine_status status = r->answered ? vt_report_read(report, message) : VITRINE_ERR_MISUSE;
  if (status == VITRINE_ERR_NOMEM) return status;
  *good = status == VITRINE_OK;
  if (!*good) vt_trap(cage, VT_TRAP_DOOR);
  return VITRINE_OK;
}

/* The guest's memory as it is now becomes the session's, or that of before. */
static void settle(vitrine_session *s, bool back) {
  vt_cell *cell = s->cell;
  bool stopped = s->run.reason != VITRINE_DONE;
  if (back) {
    s->chance.at = s->run.chance_at;
  } else {
    s->ticks_ns = vt_ticks(s);
    if (stopped)
      memset(vt_memory(&cell->cage) + vt_guest.stop, 0, 4); /* its card was kept by vt_stop() */
    s->inherited = false;
  }
  vt_memory_end(cell, back, stopped);
}

static bool end_output(vitrine_session *s) {
  bool good = true;
  for (int fd = 1; fd <= 2; fd++) {
    vt_sink sink = {s->write, s->user, fd};
    good = vt_output_end(&s->run.output[fd - 1], s->run.limits.output, &sink) && good;
  }
  return good;
}

static void spend(vitrine_session *s, vitrine_result *result) {
  vt_run *r = &s->run;
  vitrine_spent spent = vitrine_spent_empty();
  spent.memory = s->cell->peak_size;
  spent.steps = vt_spent_steps(s->cell);
  spent.output = r->output[0].total + r->output[1].total;
  spent.host_calls = r->host_calls;
  vt_clock_read(s, &spent.time_ns, &spent.cpu_ns);
  vt_result_spend(result, &spent);
}

/* The run is over. */
static vitrine_status finish(vitrine_session *s, vitrine_result **out) {
  vt_run *r = &s->run;
  vt_cage *cage = &s->cell->cage;
  vt_report report = {0};
  bool reported;
  if (s->replay != NULL) vt_replay_returned(s);
  vitrine_status status = read_report(s, &report, &reported);
  if (status == VITRINE_OK) {
    vt_ending ending = {.outcome = outcome_of(r, cage, reported ? &report : NULL),
                        .trap = cage->trap};
    ending.rolled_back = cage->unwind != VT_RUNNING || ending.outcome == VITRINE_TRAPPED ||
                         ((s->flags & VITRINE_TRANSACTIONAL) && ending.outcome != VITRINE_DONE);
    bool kept = end_output(s);
    *out = kept ? vt_result_new(&ending, reported ? &report : NULL, r->output) : NULL;
    if (*out == NULL || (r->host_calls != 0 && !vt_result_meter(*out, s)))
      status = vt_fail_memory();
    else status = vt_audit_end(s, *out);
    if (status == VITRINE_OK && !ending.rolled_back) status = vt_plugins_commit(s);
    else vt_plugins_abort(s);
    if (status == VITRINE_OK) {
      vitrine_limits limits = r->limits;
      settle(s, ending.rolled_back);
      if (!ending.rolled_back) s->paused = false;
      spend(s, *out);
      let_go(s);
      if (!vitrine_result_ok(*out)) vt_explanation_end(s, &limits, *out);
      return VITRINE_OK;
    }
    vitrine_result_free(*out);
    *out = NULL;
  }
  vitrine_value_free(report.value);
  vt_run_drop(s);
  return status;
}

/* The run waits. Its output is kept until it is over. */
static vitrine_status rest(vitrine_session *s, vitrine_result **out) {
  vt_run *r = &s->run;
  uint64_t left = vt_time_left(s);
  vt_output none[2] = {{0}, {0}};
  vt_ending ending = {.outcome = VITRINE_PENDING, .wait_ns = r->wait_ns < left ? r->wait_ns : left};
  *out = vt_result_new(&ending, NULL, none);
  if (*out == NULL) {
    vt_run_drop(s);
    return vt_fail_memory();
  }
  spend(s, *out);
  return VITRINE_OK;
}

/* Hands answers to the guest that waits. */
static vitrine_status hand_over(vitrine_session *s, const vt_buffer *answers) {
  vt_run *r = &s->run;
  if (r->wait == VT_PAUSED) {
    vt_request q = {
        .op = VT_OP_RESUME, .payload = answers->bytes, .payload_length = answers->length};
    return request(s, &q);
  }
  r->waiting[0] = (vt_part){answers->bytes, answers->length};
  return enter_guest(s);
}

static vitrine_status answer(vitrine_session *s) {
  vt_run *r = &s->run;
  size_t most = r->limits.value < VT_MEMORY_MAX ? (size_t)r->limits.value : VT_MEMORY_MAX;
  vt_buffer bytes = {0};
  vitrine_status status = vt_pending_take(&r->pending, most, &bytes);
  if (status == VITRINE_OK && bytes.length > VT_MEMORY_MAX)
    status = vt_fail(VITRINE_ERR_TOOBIG, "the answers are larger than the guest's memory");
  r->waited_ns = vt_meter_waited(s);
  if (status == VITRINE_OK) status = vt_audit_resume(s, r->waited_ns, &bytes);
  if (status == VITRINE_OK) status = hand_over(s, &bytes);
  vt_buffer_free(&bytes);
  return status;
}

/* After the guest has been entered. */
static vitrine_status proceed(vitrine_session *s, vitrine_status status, vitrine_result **out) {
  vt_run *r = &s->run;
  while (status == VITRINE_OK && r->wait != VT_AWAKE) {
    vt_meter_pause(s);
    if (r->wait == VT_PAUSED) {
      vt_memory_pause(s->cell);
      vt_stack_give(r->stack);
      r->stack = NULL;
    }
    if (!vt_pending_answered(&r->pending)) return rest(s, out);
    status = answer(s);
  }
  if (status == VITRINE_OK) return finish(s, out);
  vt_run_drop(s);
  return status;
}

static vitrine_status check_paused(const vitrine_session *s, const vt_request *q) {
  if (!s->paused || q->op == VT_OP_REVIVE) return VITRINE_OK;
  return vt_fail(VITRINE_ERR_MISUSE,
                 "the session comes from a snapshot of a run that waited: vitrine_resume() goes on "
                 "with it, after vitrine_cancel() it ends");
}

vitrine_status vt_run_request(vitrine_session *s, const vt_request *q, vitrine_result **out) {
  vitrine_status status = check_paused(s, q);
  if (status == VITRINE_OK) status = vt_audit_request(s, q);
  if (status != VITRINE_OK) return status;
  vt_explanation_begin(s, q);
  return proceed(s, go(s, q), out);
}

vitrine_status vt_run_replay(vitrine_session *s, const vt_buffer *answers, uint64_t waited_ns,
                             vitrine_result **out) {
  s->run.waited_ns = waited_ns;
  return proceed(s, hand_over(s, answers), out);
}

vitrine_status vt_run_resume(vitrine_session *s, vitrine_result **out) {
  return proceed(s, answer(s), out);
}

void vt_run_drop(vitrine_session *s) {
  vt_audit_failed(s);
  vt_plugins_abort(s);
  if (s->cell->undo != NULL) settle(s, true);
  let_go(s);
}

/* Far more than any of them takes. */
#define SERVICE_STEPS ((uint64_t)10000000000)

vitrine_status vt_run_service(vitrine_session *s, uint32_t op, const char *name,
                              const void *payload, size_t length, const char *what) {
  vt_run *r = &s->run;
  vt_cage *cage = &s->cell->cage;
  vitrine_limits limits = s->limits;
  limits.steps = SERVICE_STEPS;
  limits.cpu_ns = limits.time_ns = VITRINE_UNLIMITED;
  limits.host_calls = 0;
  vt_request q = {.op = op,
                  .name = name,
                  .name_length = name != NULL ? strlen(name) : 0,
                  .payload = payload,
                  .payload_length = length,
                  .limits = &limits};
  r->deaf = true;
  vitrine_status status = go(s, &q);
  if (status != VITRINE_OK) {
    vt_run_drop(s);
    return status;
  }
  vt_report report = {0};
  bool reported;
  status = read_report(s, &report, &reported);
  bool done = false;
  if (status == VITRINE_OK) {
    switch (outcome_of(r, cage, reported ? &report : NULL)) {
    case VITRINE_DONE: done = true; break;
    case VITRINE_OUT_OF_MEMORY:
      status =
          vt_fail(VITRINE_ERR_TOOBIG, "%s: the guest's memory is full: raise limits.memory", what);
      break;
    case VITRINE_RAISED:
      status = vt_fail(VITRINE_ERR_MISUSE, "%s: the guest refused it: %.*s: %.*s", what,
                       (int)report.type.length, report.type.at, (int)report.message.length,
                       report.message.at);
      break;
    default:
      status = vt_fail(VITRINE_ERR_SYSTEM, "%s: the guest failed (trap %u)", what, cage->trap);
    }
  }
  vitrine_value_free(report.value);
  if (done) status = vt_audit_request(s, &q);
  settle(s, status != VITRINE_OK);
  let_go(s);
  return status;
}

/* Several times what forty names take. */
#define SURVEY_STEPS 1000000u
#define SURVEY_SIZE 65536u

vitrine_value *vt_run_survey(vitrine_session *s, uint32_t op) {
  vt_run *r = &s->run;
  vitrine_limits limits = s->limits;
  limits.steps = SURVEY_STEPS;
  limits.cpu_ns = limits.time_ns = VITRINE_UNLIMITED;
  limits.host_calls = 0;
  limits.value = SURVEY_SIZE;
  vt_request q = {.op = op, .limits = &limits};
  vt_report report = {0};
  bool reported = false;
  vt_memory_settle(s->cell); /* it may follow a run at once */
  r->deaf = true;
  if (go(s, &q) == VITRINE_OK) {
    if (read_report(s, &report, &reported) != VITRINE_OK || !reported ||
        outcome_of(r, &s->cell->cage, &report) != VITRINE_DONE) {
      vitrine_value_free(report.value);
      report.value = NULL;
    }
  }
  vt_run_drop(s);
  return report.value;
}
