/* replay.c - does again what an audit log tells, and finds where it went another way.
 *
 * Owns the place in the log. The guest is the real one and runs as ever; what came from
 * outside comes from the log: answers, time, chance, input, and the step at which a
 * clock or a cancel stopped it. The log may come from anybody: it is read as hostile,
 * and can make the guest do nothing that a source of that text could not. */
#include "replay.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "call.h"
#include "image.h"
#include "limits.h"
#include "logline.h"
#include "platform.h"
#include "request.h"
#include "session.h"
#include "status.h"
#include "text.h"

struct vt_replay {
  const char *log;
  size_t length, at; /* at: where the next line begins   */
  uint64_t number;   /* of the line that was read last   */
  const char *label; /* of the session, as it is written */
  size_t label_length;
  vitrine_snapshot *origin; /* held: what the session began with */
  vitrine_replayed found;
  bool differs;

  /* of the run that is on */
  bool stops;
  vitrine_outcome reason;
  uint64_t stop_steps, stop_events, hard_steps;
  uint8_t hard; /* VT_SOFT, … */
};

/* --- lines --- */

typedef enum { LINE, END, DAMAGED } step;

static vitrine_status damaged(const vt_replay *r, const char *what) {
  return vt_fail(VITRINE_ERR_LOG, "line %" PRIu64 " of the log is damaged: %s", r->number, what);
}

/* The line at r->at, of any session. */
static step any_line(vt_replay *r, vt_log_line *line) {
  if (r->at == r->length) return END;
  const char *from = r->log + r->at, *end = memchr(from, '\n', r->length - r->at);
  size_t where;
  char what[80];
  r->number++;
  if (end == NULL) {
    (void)damaged(r, "it is cut off");
    return DAMAGED;
  }
  r->at = (size_t)(end - r->log) + 1;
  if (vt_log_read(line, from, (size_t)(end - from), &where)) return LINE;
  (void)snprintf(what, sizeof what, "character %zu is none that a line has there", where + 1);
  (void)damaged(r, what);
  return DAMAGED;
}

static bool is_ours(const vt_replay *r, const vt_log_line *line) {
  const vt_log_field *f = vt_log_field_of(line, "session", '"');
  return f != NULL && f->length == r->label_length && memcmp(f->at, r->label, f->length) == 0;
}

/* The next of this session; END also where another begins that has its label. */
static step next_line(vt_replay *r, vt_log_line *line) {
  for (;;) {
    size_t at = r->at;
    uint64_t number = r->number;
    step found = any_line(r, line);
    if (found != LINE) return found;
    if (!is_ours(r, line)) continue;
    if (!vt_log_is(line, "event", "session")) return LINE;
    r->at = at;
    r->number = number;
    return END;
  }
}

/* --- differences --- */

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static void
differ(vt_replay *r, const char *format, ...) {
  if (r->differs) return;
  r->differs = true;
  int n = snprintf(r->found.why, sizeof r->found.why, "line %" PRIu64 ": ", r->number);
  va_list args;
  va_start(args, format);
  (void)vsnprintf(r->found.why + n, sizeof r->found.why - (size_t)n, format, args);
  va_end(args);
}

/* As much of a field as a message has room for; NULL: none. */
static int width(const vt_log_field *f) {
  return f == NULL ? 0 : f->length < 80 ? (int)f->length : 80;
}
static const char *text_of(const vt_log_field *f) { return f != NULL ? f->at : ""; }

static void event_of(const vt_log_line *line, char *text, size_t size) {
  const vt_log_field *event = vt_log_field_of(line, "event", '"'),
                     *door = vt_log_field_of(line, "door", '"');
  (void)snprintf(text, size, "%.*s%s%.*s", width(event), text_of(event), door != NULL ? " of " : "",
                 width(door), text_of(door));
}

/* --- doors --- */

/* Where a stop came right behind a line, no step is taken before it is there. */
static void stop_if_due(vitrine_session *s) {
  vitrine_outcome reason = vt_replay_look(s);
  if (reason != VITRINE_DONE) vt_stop(s, reason);
}

/* The next line, which has to be this event. False: the run has been ended. */
static bool expect(vitrine_session *s, const char *event, vt_log_line *line) {
  vt_replay *r = s->replay;
  char text[256];
  step found = r->differs ? END : next_line(r, line);
  if (found == LINE && vt_log_is(line, "event", event)) {
    s->run.events++;
    return true;
  }
  if (found == DAMAGED) {
    vt_abort(s, VITRINE_ERR_LOG);
    return false;
  }
  if (found == LINE) event_of(line, text, sizeof text);
  else (void)snprintf(text, sizeof text, "nothing more");
  differ(r, "here the guest asks for: %s; in the log there is: %s", event, text);
  vt_abort(s, VITRINE_ERR_MISUSE);
  return false;
}

/* False: not in the log as it has to be. */
static bool read_bytes(vitrine_session *s, const vt_log_line *line, const char *key,
                       vt_buffer *out) {
  if (vt_log_bytes(line, key, out) && out->length <= VT_MEMORY_MAX) return true;
  vt_abort(s, out->failed ? vt_fail_memory() : damaged(s->replay, "bytes are missing"));
  return false;
}

vitrine_status vt_replay_call(vitrine_session *s, const void *message, uint32_t length,
                              vitrine_call *call) {
  vt_log_line line;
  char digest[VT_SHA256_HEX], text[256];
  vt_sha256_hex(message, length, digest);
  if (!expect(s, "call", &line)) return s->run.failed;
  if (!vt_log_is(&line, "digest", digest)) {
    event_of(&line, text, sizeof text);
    differ(s->replay, "the %s has other arguments than in the log", text);
    return VITRINE_ERR_MISUSE;
  }
  if (vt_log_is(&line, "outcome", "pending")) {
    if (!vt_log_number(&line, "id", &call->id) || call->id == 0)
      return damaged(s->replay, "the call has no id");
  } else if (!read_bytes(s, &line, "answer", &call->answer)) {
    return s->run.failed;
  }
  stop_if_due(s);
  return VITRINE_OK;
}

uint64_t vt_replay_clock(vitrine_session *s) {
  vt_log_line line;
  uint64_t ns = 0;
  if (!expect(s, "clock", &line)) return 0;
  if (!vt_log_is(&line, "outcome", "denied") && !vt_log_seconds(&line, "value", &ns))
    vt_abort(s, damaged(s->replay, "the clock shows no time"));
  stop_if_due(s);
  return ns;
}

void vt_replay_random(vitrine_session *s, void *to, size_t length) {
  vt_log_line line;
  vt_buffer bytes = {0};
  uint64_t asked = 0;
  if (!expect(s, "random", &line)) return;
  bool denied = vt_log_is(&line, "outcome", "denied");
  if (!vt_log_number(&line, "bytes", &asked) || asked != length || denied != (to == NULL)) {
    differ(s->replay, "the guest asks for %zu bytes of randomness, in the log for %" PRIu64, length,
           asked);
    vt_abort(s, VITRINE_ERR_MISUSE);
  } else if (to != NULL && read_bytes(s, &line, "value", &bytes)) {
    if (bytes.length == length) memcpy(to, bytes.bytes, length);
    else vt_abort(s, damaged(s->replay, "randomness is missing"));
  }
  vt_buffer_free(&bytes);
  stop_if_due(s);
}

uint32_t vt_replay_input(vitrine_session *s, void *to, size_t size) {
  vt_log_line line;
  vt_buffer bytes = {0};
  uint32_t got = VT_INPUT_FAILED;
  if (!expect(s, "input", &line)) return got;
  if (vt_log_is(&line, "outcome", "denied")) got = VT_INPUT_DENIED;
  else if (!vt_log_is(&line, "outcome", "failed") && read_bytes(s, &line, "value", &bytes)) {
    got = (uint32_t)bytes.length;
    if (bytes.length > size) vt_abort(s, damaged(s->replay, "more input than was asked for"));
    else if (got != 0) memcpy(to, bytes.bytes, got);
  }
  vt_buffer_free(&bytes);
  stop_if_due(s);
  return got;
}

uint64_t vt_replay_sleep(vitrine_session *s, uint64_t asked) {
  vt_log_line line;
  uint64_t then, slept = 0;
  if (!expect(s, "sleep", &line)) return 0;
  if (!vt_log_seconds(&line, "asked", &then) || !vt_log_seconds(&line, "slept", &slept) ||
      slept > then) {
    vt_abort(s, damaged(s->replay, "the sleep has no length"));
  } else if (then != asked) {
    differ(s->replay, "the guest sleeps %" PRIu64 " ns, in the log %" PRIu64, asked, then);
    vt_abort(s, VITRINE_ERR_MISUSE);
  }
  stop_if_due(s);
  return slept;
}

/* --- stops --- */

vitrine_outcome vt_replay_look(const vitrine_session *s) {
  const vt_replay *r = s->replay;
  bool due = r->stops && s->run.events >= r->stop_events &&
             vt_spent_steps(s->cell) >= r->stop_steps && s->run.reason == VITRINE_DONE;
  return due ? r->reason : VITRINE_DONE;
}

bool vt_replay_hard(const vitrine_session *s, bool slice_is_over) {
  const vt_replay *r = s->replay;
  uint64_t spent = vt_spent_steps(s->cell);
  if (r->hard == VT_SOFT || spent < r->hard_steps) return false;
  return spent > r->hard_steps || slice_is_over == (r->hard == VT_HARD_SLICE);
}

/* The slice is over when one step more is taken than it has. */
int64_t vt_replay_slice(const vitrine_session *s, int64_t most) {
  const vt_replay *r = s->replay;
  bool soft = s->run.reason == VITRINE_DONE;
  if (soft ? !r->stops : r->hard == VT_SOFT) return most;
  uint64_t last = soft ? r->stop_steps : r->hard_steps, spent = vt_spent_steps(s->cell);
  uint64_t left = last > spent ? last - spent - 1 : UINT64_MAX;
  return left < (uint64_t)most ? (int64_t)left : most;
}

void vt_replay_returned(vitrine_session *s) {
  stop_if_due(s);
  if (s->run.reason != VITRINE_DONE && s->cell->cage.unwind == VT_RUNNING &&
      vt_replay_hard(s, false))
    s->cell->cage.unwind = VT_STOPPED;
}

/* --- requests --- */

static vitrine_status read_name(const vt_replay *r, const vt_log_line *line, const char *key,
                                vt_buffer *name) {
  if (!vt_log_text(line, key, name))
    return name->failed ? vt_fail_memory() : damaged(r, "a name is missing");
  vitrine_status status = vt_check_text((const char *)name->bytes, name->length, "a name");
  vt_buffer_add(name, "", 1);
  if (status == VITRINE_OK && name->failed) status = vt_fail_memory();
  return status == VITRINE_ERR_TEXT ? damaged(r, "a name is no text") : status;
}

static vitrine_status read_payload(const vt_replay *r, const vt_log_line *line, uint32_t op,
                                   vt_buffer *payload) {
  if (op == VT_OP_GET || op == VT_OP_REVIVE) return VITRINE_OK;
  bool good =
      op == VT_OP_EXEC ? vt_log_text(line, "source", payload) : vt_log_bytes(line, "cbor", payload);
  if (payload->failed) return vt_fail_memory();
  if (good && op == VT_OP_EXEC)
    good = vt_check_text((const char *)payload->bytes, payload->length, "") == VITRINE_OK;
  return good ? VITRINE_OK : damaged(r, "what was asked of the guest is missing");
}

static vitrine_status service(vitrine_session *s, const vt_log_line *line, uint32_t op) {
  vt_replay *r = s->replay;
  vt_buffer name = {0}, payload = {0};
  vitrine_status status = VITRINE_OK;
  if (op != VT_OP_ARGV) status = read_name(r, line, op == VT_OP_GRANT ? "door" : "name", &name);
  if (status == VITRINE_OK) status = read_payload(r, line, op, &payload);
  if (status == VITRINE_OK && vt_run_service(s, op, (const char *)name.bytes, payload.bytes,
                                             payload.length, "vitrine_replay()") != VITRINE_OK)
    differ(r, "%s", vitrine_last_error());
  vt_buffer_free(&name);
  vt_buffer_free(&payload);
  return status;
}

static ptrdiff_t no_input(void *user, char *buffer, size_t size) {
  (void)user;
  (void)buffer;
  (void)size;
  return -1;
}

/* The doors are open, and what comes through them is in the log. */
static vitrine_status grant(vitrine_session *s, const vt_log_line *line) {
  if (vt_log_field_of(line, "built_in", '"') == NULL) return service(s, line, VT_OP_GRANT);
  if (vt_log_is(line, "built_in", "clock")) s->clock_ns = 1;
  else if (vt_log_is(line, "built_in", "random")) s->random = true;
  else if (vt_log_is(line, "built_in", "input")) s->read = no_input;
  else return damaged(s->replay, "no such grant");
  return VITRINE_OK;
}

/* --- runs --- */

static bool read_limit(const vt_log_line *line, const char *name, uint64_t *limit) {
  *limit = VITRINE_UNLIMITED;
  return vt_log_field_of(line, name, 'n') != NULL ||
         (vt_log_number(line, name, limit) && *limit != 0);
}

/* Counted limits are those of the log; those of time are in its endings. */
static vitrine_status read_limits(const vitrine_session *s, const vt_log_line *line,
                                  vitrine_limits *out) {
  vt_log_line l;
  vitrine_limits asked = vitrine_limits_default();
  asked.cpu_ns = asked.time_ns = asked.source = VITRINE_UNLIMITED;
  if (!vt_log_object(line, "limits", &l) || !read_limit(&l, "memory", &asked.memory) ||
      !read_limit(&l, "steps", &asked.steps) || !read_limit(&l, "output", &asked.output) ||
      !read_limit(&l, "host_calls", &asked.host_calls) || !read_limit(&l, "value", &asked.value) ||
      !read_limit(&l, "depth", &asked.depth) || vt_limits_fill(out, &asked, NULL) != VITRINE_OK)
    return damaged(s->replay, "the limits of the run");
  return vt_limits_hold(out, s->cell->of->size, s->memory_most);
}

static bool read_outcome(const vt_log_line *line, vitrine_outcome *outcome) {
  for (int i = 0; i < VITRINE_OUTCOME_END; i++)
    if (vt_log_is(line, "outcome", vitrine_outcome_name((vitrine_outcome)i))) {
      *outcome = (vitrine_outcome)i;
      return true;
    }
  return false;
}

/* Looks ahead for the ending, and whether it was kept. The place in the log stays. */
static vitrine_status find_end(vt_replay *r, vt_log_line *end, bool *failed) {
  size_t at = r->at;
  uint64_t number = r->number;
  step found;
  do found = next_line(r, end);
  while (found == LINE && !vt_log_is(end, "event", "end"));
  if (found == END)
    (void)vt_fail(VITRINE_ERR_LOG,
                  "the log is incomplete: the run of line %" PRIu64 " has no ending in it", number);
  *failed = found == LINE &&
            (vt_log_is(end, "outcome", "failed") || vt_log_is(end, "outcome", "dropped"));
  vt_log_line line;
  for (step more = found; more == LINE && !*failed;) {
    more = next_line(r, &line);
    if (more != LINE || !vt_log_is(&line, "event", "commit")) break;
    *failed = vt_log_is(&line, "outcome", "failed");
  }
  r->at = at;
  r->number = number;
  return found == LINE ? VITRINE_OK : VITRINE_ERR_LOG;
}

static vitrine_status plan(vt_replay *r, const vt_log_line *end) {
  r->stops = vt_log_number(end, "stopped_at", &r->stop_steps);
  r->hard = VT_SOFT;
  if (vt_log_number(end, "unwound_at", &r->hard_steps))
    r->hard = vt_log_truth(end, "unwound_at_door") ? VT_HARD_DOOR : VT_HARD_SLICE;
  bool good = read_outcome(end, &r->reason) &&
              (!r->stops || (vt_log_number(end, "stopped_after", &r->stop_events) &&
                             r->reason >= VITRINE_OUT_OF_STEPS && r->reason <= VITRINE_CANCELLED));
  return good ? VITRINE_OK : damaged(r, "the ending of the run");
}

/* Past the run's last line. */
static void pass_over(vt_replay *r) {
  vt_log_line line;
  while (next_line(r, &line) == LINE && !vt_log_is(&line, "event", "end")) continue;
}

static void compare(vt_replay *r, const vt_log_line *end, const char *name, const char *have) {
  const vt_log_field *f = vt_log_field_of(end, name, '"');
  if (f == NULL) f = vt_log_field_of(end, name, '0');
  if (f != NULL && f->length == strlen(have) && memcmp(f->at, have, f->length) == 0) return;
  differ(r, "%s is %s, and in the log %.*s", name, have, width(f), text_of(f));
}

static void compare_number(vt_replay *r, const vt_log_line *end, const char *name, uint64_t have) {
  char text[24];
  (void)snprintf(text, sizeof text, "%" PRIu64, have);
  compare(r, end, name, text);
}

/* The run has ended here; it has to have ended like that there. */
static vitrine_status compare_end(vt_replay *r, const vitrine_result *result) {
  vt_log_line line;
  char text[VT_SHA256_HEX];
  step found = next_line(r, &line);
  if (found == DAMAGED) return VITRINE_ERR_LOG;
  if (!vt_log_is(&line, "event", "end")) {
    event_of(&line, text, sizeof text);
    differ(r, "the run ended, and in the log it goes on: %s", text);
    return VITRINE_OK;
  }
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  compare(r, &line, "outcome", vitrine_outcome_name(vitrine_result_outcome(result)));
  compare_number(r, &line, "steps", spent.steps);
  compare_number(r, &line, "memory", spent.memory);
  compare_number(r, &line, "output", spent.output);
  for (int fd = 1; fd <= 2; fd++) {
    size_t length;
    const char *output = vitrine_result_output(result, fd, &length);
    vt_sha256_hex(output, length, text);
    compare(r, &line, fd == 1 ? "stdout" : "stderr", text);
  }
  (void)snprintf(text, sizeof text, "%d", vitrine_result_exit_code(result));
  compare(r, &line, "exit_code", text);
  if (vt_log_truth(&line, "rolled_back") != (vitrine_result_rolled_back(result) != 0))
    differ(r, "rolled_back is not as in the log");
  return VITRINE_OK;
}

/* The guest waits: what it waited for is in the log. */
static vitrine_status resume(vitrine_session *s, vitrine_result **out) {
  vt_replay *r = s->replay;
  vt_log_line line;
  vt_buffer answers = {0};
  uint64_t waited;
  char text[256];
  step found;
  while ((found = next_line(r, &line)) == LINE && vt_log_is(&line, "event", "answer"))
    s->run.events++;
  vitrine_status status = VITRINE_ERR_LOG;
  if (found == LINE && !vt_log_is(&line, "event", "resume")) {
    event_of(&line, text, sizeof text);
    differ(r, "here the guest waits; in the log there is: %s", text);
    status = VITRINE_ERR_MISUSE;
  } else if (found == LINE && !vt_log_seconds(&line, "waited", &waited)) {
    status = damaged(r, "it does not say how long the guest waited");
  } else if (found == LINE && read_bytes(s, &line, "cbor", &answers)) {
    s->run.events++;
    status = vt_run_replay(s, &answers, waited, out);
    vt_buffer_free(&answers);
    return status;
  }
  vt_buffer_free(&answers);
  vt_run_drop(s);
  return status;
}

static vitrine_status again(vitrine_session *s, const vt_log_line *line, uint32_t op) {
  vt_replay *r = s->replay;
  vt_buffer name = {0}, payload = {0};
  vitrine_limits limits;
  vitrine_result *result = NULL;
  vitrine_status status = read_limits(s, line, &limits);
  if (status == VITRINE_OK && op != VT_OP_REVIVE) status = read_name(r, line, "name", &name);
  if (status == VITRINE_OK) status = read_payload(r, line, op, &payload);
  if (status == VITRINE_OK) {
    vt_request q = {.op = op,
                    .name = (const char *)name.bytes,
                    .name_length = name.length != 0 ? name.length - 1 : 0,
                    .payload = payload.bytes,
                    .payload_length = payload.length,
                    .limits = &limits,
                    .may_wait = vt_log_truth(line, "may_wait")};
    status = vt_run_request(s, &q, &result);
    while (status == VITRINE_OK && vitrine_result_outcome(result) == VITRINE_PENDING) {
      vitrine_result_free(result);
      result = NULL;
      status = resume(s, &result);
    }
    r->found.runs++;
    if (status == VITRINE_OK) status = compare_end(r, result);
    else if (r->differs) status = VITRINE_OK;
  }
  vitrine_result_free(result);
  vt_buffer_free(&name);
  vt_buffer_free(&payload);
  return status;
}

static vitrine_status run(vitrine_session *s, const vt_log_line *line, uint32_t op) {
  vt_replay *r = s->replay;
  vt_log_line end;
  bool failed;
  vitrine_status status = find_end(r, &end, &failed);
  if (status != VITRINE_OK) return status;
  if (failed) { /* nothing of it was left */
    r->found.failed++;
    pass_over(r);
    return VITRINE_OK;
  }
  status = plan(r, &end);
  if (status == VITRINE_OK) status = again(s, line, op);
  r->stops = false;
  r->hard = VT_SOFT;
  return status;
}

/* --- the session --- */

static bool is_image(const vt_log_line *line, const vitrine_snapshot *of) {
  char digest[VT_SHA256_HEX];
  vitrine_status status;
  if (of == vt_boot_get(&status)) return vt_log_field_of(line, "image", 'n') != NULL;
  vt_snapshot_digest(of, digest);
  return vt_log_is(line, "image", digest);
}

static vitrine_status reset(vitrine_session *s, const vt_log_line *line) {
  vt_replay *r = s->replay;
  vitrine_status status;
  const vitrine_snapshot *boot = vt_boot_get(&status);
  const vitrine_snapshot *to = is_image(line, r->origin) ? r->origin : boot;
  if (boot == NULL) return status;
  if (!is_image(line, to))
    return vt_fail(VITRINE_ERR_LOG,
                   "line %" PRIu64
                   ": the session goes over to another snapshot than it began with: "
                   "only what comes before can be replayed",
                   r->number);
  return vt_session_go_to(s, to);
}

static vitrine_status do_line(vitrine_session *s, const vt_log_line *line) {
  vt_memory_settle(s->cell); /* as whoever takes a session does */
  static const char *const passed[] = {"plugin", "revoke", "commit", "close"};
  for (uint32_t op = 0; op <= VT_OP_REVIVE; op++) {
    if (vt_audit_events[op] == NULL || !vt_log_is(line, "event", vt_audit_events[op])) continue;
    if (op == VT_OP_GRANT) return grant(s, line);
    return op == VT_OP_SET || op == VT_OP_ARGV ? service(s, line, op) : run(s, line, op);
  }
  for (size_t i = 0; i < sizeof passed / sizeof passed[0]; i++)
    if (vt_log_is(line, "event", passed[i])) return VITRINE_OK;
  if (vt_log_is(line, "event", "reset")) return reset(s, line);
  return damaged(s->replay, "no such line belongs here");
}

static vitrine_status check_first(const vitrine_session *s, const vt_log_line *line) {
  const vt_log_field *guest = vt_log_field_of(line, "guest", '"'),
                     *image = vt_log_field_of(line, "image", '"');
  if (guest == NULL || guest->length < 12) return damaged(s->replay, "it names no guest");
  if (!vt_log_is(line, "guest", vitrine_guest_id()) ||
      !vt_log_is(line, "start", vt_start.id != NULL ? vt_start.id : ""))
    return vt_fail(
        VITRINE_ERR_LOG,
        "the log is of another build of the guest (%.*s…) than this one (%.12s…): replay "
        "it with the build that wrote it",
        12, guest->at, vitrine_guest_id());
  if (!vt_log_truth(line, "complete"))
    return vt_fail(VITRINE_ERR_LOG,
                   "the log has no answers and no long texts: write it without a limit of `text`");
  if (!is_image(line, s->cell->of))
    return vt_fail(VITRINE_ERR_LOG, "the log begins with %s%.*s, and this session with another",
                   image != NULL ? "the snapshot " : "a new session", width(image), text_of(image));
  return VITRINE_OK;
}

/* Reads all lines once. The place is then behind the first line of the session. */
static vitrine_status find_session(vt_replay *r, uint64_t which, vt_log_line *first) {
  vt_log_line line;
  step found;
  size_t at = 0;
  uint64_t number = 0;
  while ((found = any_line(r, &line)) == LINE) {
    const vt_log_field *label = vt_log_field_of(&line, "session", '"');
    if (label == NULL) return damaged(r, "it names no session");
    if (!vt_log_is(&line, "event", "session") || r->found.sessions++ != which) continue;
    *first = line;
    r->label = label->at;
    r->label_length = label->length;
    at = r->at;
    number = r->number;
  }
  if (found == DAMAGED) return VITRINE_ERR_LOG;
  if (r->label == NULL)
    return vt_fail(VITRINE_ERR_LOG,
                   "the log tells of %" PRIu64 " sessions: there is no number %" PRIu64,
                   r->found.sessions, which);
  r->at = at;
  r->number = number;
  return VITRINE_OK;
}

static vitrine_status replay(vitrine_session *s, uint64_t which) {
  vt_replay *r = s->replay;
  vt_log_line line;
  vitrine_status status = find_session(r, which, &line);
  if (status == VITRINE_OK) status = check_first(s, &line);
  if (status != VITRINE_OK) return status;
  s->flags = (vt_log_truth(&line, "transactional") ? VITRINE_TRANSACTIONAL : 0) |
             (vt_log_truth(&line, "interactive") ? VITRINE_INTERACTIVE : 0);
  step found = LINE;
  while (status == VITRINE_OK && !r->differs && (found = next_line(r, &line)) == LINE)
    status = do_line(s, &line);
  if (status == VITRINE_OK && found == DAMAGED) status = VITRINE_ERR_LOG;
  r->found.same = status == VITRINE_OK && !r->differs;
  return status;
}

vitrine_status vitrine_replay(vitrine_session *s, const char *log, size_t length, size_t which,
                              vitrine_replayed *out) {
  if (out == NULL || (log == NULL && length != 0))
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", out == NULL ? "out" : "log");
  if (!vt_clear_output(out, sizeof *out))
    return vt_fail(VITRINE_ERR_MISUSE, "replayed.size is %zu: begin with vitrine_replayed_empty()",
                   out->size);
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (!vt_session_fresh(s) || s->audit != NULL) {
    vt_session_give(s);
    return vt_fail(VITRINE_ERR_MISUSE,
                   "a replay takes a new session: without grants, runs and a log of its own");
  }
  vt_replay r = {.log = log != NULL ? log : "",
                 .length = length,
                 .origin = vt_snapshot_hold(s->cell->of),
                 .found.size = out->size};
  s->replay = &r;
  status = replay(s, which);
  s->replay = NULL;
  s->clock_ns = 0;
  s->random = false;
  s->read = NULL;
  vt_snapshot_drop(r.origin);
  r.found.line = r.number;
  memcpy(out, &r.found, sizeof r.found);
  if (status != VITRINE_OK) (void)snprintf(out->why, sizeof out->why, "%s", vitrine_last_error());
  vt_session_give(s);
  return status;
}
