/* audit.c - the audit log: what a session did, a line of JSON for each thing.
 *
 * Owns the log of a session, and the one line that is being made. Invariant: a line is
 * printable ASCII with one line break at its end, whatever the guest put into it, so
 * that nothing in it can be taken for another line; and once a line was not written,
 * no other is. */
#include "audit.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "call.h"
#include "codec.h"
#include "image.h"
#include "json.h"
#include "platform.h"
#include "request.h"
#include "session.h"
#include "status.h"
#include "text.h"

struct vt_audit {
  int (*write)(void *user, const char *line, size_t length);
  void *user;
  vt_file *file; /* owned; NULL: write() takes the lines */
  vt_buffer label; /* as JSON */
  uint64_t text;   /* UINT64_MAX: complete */
  uint64_t most;
  uint64_t bytes; /* of this run */
  bool broken;
  vt_buffer line, plain; /* plain: the line, before what is not ASCII is escaped */
};

/* More lines than anybody reads, and few enough for a disk. */
#define MOST ((uint64_t)256 << 20)
/* No door has a longer name: text.c. */
#define NAME_MOST 200u

const char *const vt_audit_events[VT_OP_REVIVE + 1] = {
    [VT_OP_EXEC] = "run",     [VT_OP_INVOKE] = "invoke", [VT_OP_SET] = "set",
    [VT_OP_GET] = "get",      [VT_OP_GRANT] = "grant",   [VT_OP_ARGV] = "argv",
    [VT_OP_REVIVE] = "revive"};

/* --- one line --- */

static void put(vt_audit *a, const char *text) { vt_buffer_add(&a->plain, text, strlen(text)); }

static void put_key(vt_audit *a, const char *key) {
  put(a, ",\"");
  put(a, key);
  put(a, "\":");
}

static void put_text(vt_audit *a, const char *key, const char *text, size_t length) {
  put_key(a, key);
  vt_json_text(&a->plain, text, length);
}

static void put_word(vt_audit *a, const char *key, const char *word) {
  put_text(a, key, word, strlen(word));
}

static void put_number(vt_audit *a, const char *key, uint64_t number) {
  put(a, ",");
  vt_json_field(&a->plain, key, number);
}

static void put_seconds(vt_audit *a, const char *key, uint64_t ns) {
  put_key(a, key);
  vt_json_seconds(&a->plain, ns);
}

static void put_truth(vt_audit *a, const char *key, bool truth) {
  put_key(a, key);
  put(a, truth ? "true" : "false");
}

static void put_digest(vt_audit *a, const char *key, const void *bytes, size_t length) {
  char hex[VT_SHA256_HEX];
  vt_sha256_hex(bytes, length, hex);
  put_word(a, key, hex);
}

static bool is_complete(const vt_audit *a) { return a->text == UINT64_MAX; }

/* Bytes that a replay needs exactly. */
static void put_bytes(vt_audit *a, const char *key, const void *bytes, size_t length) {
  put_key(a, key);
  put(a, "\"");
  vt_json_base64(&a->plain, bytes, length);
  put(a, "\"");
}

static void begin(vt_audit *a, const char *event) {
  a->plain.length = 0;
  put(a, "{\"at\":");
  vt_json_seconds(&a->plain, vt_platform_wall_ns());
  put(a, ",\"session\":");
  vt_buffer_add(&a->plain, a->label.bytes, a->label.length);
  put_word(a, "event", event);
}

/* What is beyond printable ASCII is inside of a JSON string: \u, in pairs beyond 16 bits. */
static void escape(vt_buffer *to, const uint8_t *at, size_t length) {
  size_t done = 0;
  for (size_t i = 0; i < length;) {
    if (at[i] < 0x7f) {
      i++;
      continue;
    }
    vt_buffer_add(to, at + done, i - done);
    unsigned size = at[i] < 0x80 ? 1 : at[i] < 0xe0 ? 2 : at[i] < 0xf0 ? 3 : 4;
    uint32_t c = size == 1 ? at[i] : at[i] & (0x7fu >> size);
    for (unsigned k = 1; k < size; k++) c = c << 6 | (at[i + k] & 0x3fu);
    char text[16];
    if (c < 0x10000) (void)snprintf(text, sizeof text, "\\u%04x", (unsigned)c);
    else
      (void)snprintf(text, sizeof text, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (c >> 10)),
                     (unsigned)(0xdc00 + (c & 0x3ff)));
    vt_buffer_add(to, text, strlen(text));
    i += size;
    done = i;
  }
  vt_buffer_add(to, at + done, length - done);
}

static vitrine_status refuse(vt_audit *a, const char *why) {
  a->broken = true;
  return vt_fail(VITRINE_ERR_SYSTEM,
                 "the audit log cannot be written: %s: nothing goes on without it", why);
}

static vitrine_status end(vitrine_session *s) {
  vt_audit *a = s->audit;
  put(a, "}\n");
  a->line.length = 0;
  escape(&a->line, a->plain.bytes, a->plain.length);
  if (a->broken) return refuse(a, "an earlier line was lost");
  if (a->plain.failed || a->line.failed) {
    a->broken = true;
    return vt_fail_memory();
  }
  const char *why = NULL;
  vt_fail_clear();
  if (a->file != NULL) why = vt_platform_file_add(a->file, a->line.bytes, a->line.length);
  else if (a->write(a->user, (const char *)a->line.bytes, a->line.length) != 0)
    why = vitrine_last_error()[0] != 0 ? vitrine_last_error() : "its function refused a line";
  if (why != NULL) {
    char said[200];
    (void)snprintf(said, sizeof said, "%s", why);
    return refuse(a, said);
  }
  a->bytes += a->line.length;
  return VITRINE_OK;
}

/* A line of the run: counted, for a stop is found again by the number of lines before
 * it; and so many that they fill a disk are a limit like another. */
static vitrine_status end_event(vitrine_session *s) {
  vitrine_status status = end(s);
  s->run.events++;
  if (status == VITRINE_OK && s->audit->bytes > s->audit->most) vt_stop(s, VITRINE_OUT_OF_CALLS);
  return status;
}

/* --- what the host does --- */

static void put_image(vt_audit *a, const vitrine_snapshot *of, bool boot) {
  char digest[VT_SHA256_HEX];
  put_key(a, "image");
  if (boot) {
    put(a, "null");
  } else {
    vt_snapshot_digest(of, digest);
    vt_json_text(&a->plain, digest, strlen(digest));
  }
}

static bool is_boot(const vitrine_snapshot *of) {
  vitrine_status status;
  return of == vt_boot_get(&status);
}

static vitrine_status put_session(vitrine_session *s) {
  vt_audit *a = s->audit;
  begin(a, "session");
  put_word(a, "version", VITRINE_VERSION);
  put_word(a, "guest", vitrine_guest_id());
  put_word(a, "start", vt_start.id != NULL ? vt_start.id : "");
  put_image(a, s->cell->of, is_boot(s->cell->of));
  put_truth(a, "complete", is_complete(a));
  put_truth(a, "transactional", (s->flags & VITRINE_TRANSACTIONAL) != 0);
  put_truth(a, "interactive", (s->flags & VITRINE_INTERACTIVE) != 0);
  put_seconds(a, "clock", vt_platform_clock_ns());
  return end(s);
}

static void put_limits(vt_audit *a, const vitrine_limits *l) {
  const struct {
    const char *name;
    uint64_t value;
    bool time;
  } list[] = {{"memory", l->memory, false}, {"steps", l->steps, false},
              {"cpu", l->cpu_ns, true},     {"time", l->time_ns, true},
              {"output", l->output, false}, {"host_calls", l->host_calls, false},
              {"value", l->value, false},   {"depth", l->depth, false}};
  put_key(a, "limits");
  for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
    put(a, i == 0 ? "{\"" : ",\"");
    put(a, list[i].name);
    put(a, "\":");
    char digits[24];
    (void)snprintf(digits, sizeof digits, "%" PRIu64, list[i].value);
    if (list[i].value == VITRINE_UNLIMITED) put(a, "null");
    else if (list[i].time) vt_json_seconds(&a->plain, list[i].value);
    else put(a, digits);
  }
  put(a, "}");
}

/* CBOR of ours, to be read and, for a replay, as it is. */
static void put_payload(vt_audit *a, const void *payload, size_t length) {
  vitrine_value *value = NULL;
  size_t used;
  put_number(a, "bytes", length);
  put_digest(a, "digest", payload, length);
  if (length <= a->text && vt_decode(payload, length, &used, &value) == VITRINE_OK) {
    put_key(a, "value");
    if (!vt_json_value(&a->plain, value)) a->plain.failed = true;
  }
  vitrine_value_free(value);
  if (is_complete(a)) put_bytes(a, "cbor", payload, length);
}

vitrine_status vt_audit_request(vitrine_session *s, const vt_request *q) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  bool own = s->run.deaf;
  a->bytes = 0;
  begin(a, vt_audit_events[q->op]);
  if (q->name != NULL) put_word(a, q->op == VT_OP_GRANT ? "door" : "name", q->name);
  if (q->op == VT_OP_EXEC) {
    put_number(a, "bytes", q->payload_length);
    put_digest(a, "digest", q->payload, q->payload_length);
    if (q->payload_length <= a->text) put_text(a, "source", q->payload, q->payload_length);
  } else if (q->payload_length != 0) {
    put_payload(a, q->payload, q->payload_length);
  }
  if (!own) put_truth(a, "may_wait", q->may_wait);
  if (!own) put_limits(a, q->limits);
  vitrine_status status = end(s);
  s->run.open = status == VITRINE_OK && !own;
  return status;
}

vitrine_status vt_audit_resume(vitrine_session *s, uint64_t waited_ns, const vt_buffer *answers) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  begin(a, "resume");
  put_seconds(a, "waited", waited_ns);
  put_number(a, "bytes", answers->length);
  if (is_complete(a)) put_bytes(a, "cbor", answers->bytes, answers->length);
  return end_event(s);
}

vitrine_status vt_audit_reset(vitrine_session *s, const vitrine_snapshot *to) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  begin(a, "reset");
  put_image(a, to, is_boot(to));
  return end(s);
}

vitrine_status vt_audit_grant(vitrine_session *s, const char *door, uint64_t start,
                              uint64_t resolution) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  begin(a, "grant");
  put_word(a, "built_in", door);
  if (start != 0) put_seconds(a, "start", start);
  if (resolution != 0) put_seconds(a, "resolution", resolution);
  return end(s);
}

void vt_audit_revoke(vitrine_session *s, const char *door) {
  if (s->audit == NULL) return;
  begin(s->audit, "revoke");
  put_word(s->audit, "door", door);
  (void)end(s); /* if it is lost, nothing goes on */
}

vitrine_status vt_audit_plugin(vitrine_session *s, const char *name, const char *sentence) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  begin(a, "plugin");
  put_word(a, "plugin", name);
  put_word(a, "says", sentence);
  return end(s);
}

vitrine_status vt_audit_commit(vitrine_session *s, const char *plugin, vitrine_status status) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  begin(a, "commit");
  put_word(a, "plugin", plugin);
  put_word(a, "outcome", status == VITRINE_OK ? "done" : "failed");
  return end(s);
}

/* --- what comes out of the guest --- */

/* A line whose door cannot return a status. */
static void end_or_abort(vitrine_session *s) {
  vitrine_status status = end_event(s);
  if (status != VITRINE_OK) vt_abort(s, status);
}

/* "returned", or "raised" and the type. */
static void put_answer(vt_audit *a, const vt_buffer *answer, bool whole) {
  vt_reader r = vt_reader_of(answer->bytes, answer->length);
  const char *type = "";
  size_t items, length = 0;
  uint64_t kind = 0;
  bool raised = answer->length != 0 && vt_read_array(&r, &items) == VITRINE_OK &&
                vt_read_uint(&r, &kind) == VITRINE_OK && kind == 1 &&
                vt_read_text(&r, &type, &length) == VITRINE_OK;
  put_word(a, "outcome", raised ? "raised" : "returned");
  if (raised) put_text(a, "error", type, length < NAME_MOST ? length : NAME_MOST);
  put_number(a, "bytes_out", answer->length);
  if (whole && is_complete(a)) put_bytes(a, "answer", answer->bytes, answer->length);
}

vitrine_status vt_audit_call(vitrine_session *s, const vt_audit_called *c) {
  vt_audit *a = s->audit;
  if (a == NULL) return c->status;
  const char *name = "", *why = vitrine_last_error();
  size_t length = 0;
  char kept[256];
  (void)snprintf(kept, sizeof kept, "%s", why);
  (void)vitrine_value_text(vitrine_value_item(c->values, 0), &name, &length);
  begin(a, "call");
  put_text(a, "door", name, length < NAME_MOST ? length : NAME_MOST);
  put_number(a, "bytes_in", c->length);
  put_digest(a, "digest", c->message, c->length);
  if (c->length <= a->text) {
    put_key(a, "args");
    bool good = vt_json_value(&a->plain, vitrine_value_item(c->values, 1));
    put_key(a, "keywords");
    if (!vt_json_value(&a->plain, vitrine_value_item(c->values, 2)) || !good)
      a->plain.failed = true;
  }
  if (c->status == VITRINE_OK && c->id != 0) {
    put_word(a, "outcome", "pending");
    put_number(a, "id", c->id);
  } else if (c->status == VITRINE_OK) {
    put_answer(a, c->answer, true);
  } else {
    put_word(a, "outcome", "failed");
    put_word(a, "error", kept);
  }
  put_seconds(a, "time", c->time_ns);
  vitrine_status status = end_event(s);
  if (status != VITRINE_OK) return status;
  return c->status == VITRINE_OK ? VITRINE_OK : vt_fail(c->status, "%s", kept);
}

vitrine_status vt_audit_answer(const vitrine_call *c, uint64_t id, uint64_t time_ns) {
  vt_audit *a = c->session->audit;
  if (a == NULL) return VITRINE_OK;
  begin(a, "answer");
  put_number(a, "id", id);
  put_word(a, "door", c->name);
  put_answer(a, &c->answer, false); /* it is in the line of the resume */
  put_seconds(a, "time", time_ns);
  return end_event(c->session);
}

void vt_audit_clock(vitrine_session *s, uint64_t ns) {
  if (s->audit == NULL) return;
  begin(s->audit, "clock");
  if (ns != 0) put_seconds(s->audit, "value", ns);
  else put_word(s->audit, "outcome", "denied");
  end_or_abort(s);
}

void vt_audit_random(vitrine_session *s, const void *bytes, size_t length) {
  vt_audit *a = s->audit;
  if (a == NULL) return;
  begin(a, "random");
  if (bytes == NULL) put_word(a, "outcome", "denied");
  put_number(a, "bytes", length);
  if (bytes != NULL && is_complete(a)) put_bytes(a, "value", bytes, length);
  end_or_abort(s);
}

void vt_audit_input(vitrine_session *s, const void *bytes, uint32_t got) {
  vt_audit *a = s->audit;
  if (a == NULL) return;
  begin(a, "input");
  if (got == VT_INPUT_DENIED || got == VT_INPUT_FAILED) {
    put_word(a, "outcome", got == VT_INPUT_DENIED ? "denied" : "failed");
  } else {
    put_number(a, "bytes", got);
    put_digest(a, "digest", bytes, got);
    if (got <= a->text) put_text(a, "text", bytes, got);
    if (is_complete(a)) put_bytes(a, "value", bytes, got);
  }
  end_or_abort(s);
}

void vt_audit_sleep(vitrine_session *s, uint64_t asked, uint64_t slept) {
  if (s->audit == NULL) return;
  begin(s->audit, "sleep");
  put_seconds(s->audit, "asked", asked);
  put_seconds(s->audit, "slept", slept);
  end_or_abort(s);
}

/* --- endings --- */

static void put_output(vt_audit *a, const vitrine_result *result) {
  for (int fd = 1; fd <= 2; fd++) {
    size_t length;
    const char *text = vitrine_result_output(result, fd, &length);
    put_digest(a, fd == 1 ? "stdout" : "stderr", text, length);
  }
}

/* Where a stop took effect: a replay applies it there. */
static void put_stops(vt_audit *a, const vt_run *r) {
  if (r->reason != VITRINE_DONE) {
    put_number(a, "stopped_at", r->stop_steps);
    put_number(a, "stopped_after", r->stop_events);
  }
  if (r->hard != VT_SOFT) {
    put_number(a, "unwound_at", r->hard_steps);
    put_truth(a, "unwound_at_door", r->hard == VT_HARD_DOOR);
  }
}

vitrine_status vt_audit_end(vitrine_session *s, const vitrine_result *result) {
  vt_audit *a = s->audit;
  if (a == NULL) return VITRINE_OK;
  uint64_t time_ns, cpu_ns;
  vt_clock_read(s, &time_ns, &cpu_ns);
  begin(a, "end");
  put_word(a, "outcome", vitrine_outcome_name(vitrine_result_outcome(result)));
  char code[16];
  (void)snprintf(code, sizeof code, "%d", vitrine_result_exit_code(result));
  put_key(a, "exit_code");
  put(a, code);
  put_truth(a, "rolled_back", vitrine_result_rolled_back(result) != 0);
  put_number(a, "steps", vt_spent_steps(s->cell));
  put_number(a, "memory", s->cell->peak_size);
  put_number(a, "host_calls", s->run.host_calls);
  put_number(a, "output", s->run.output[0].total + s->run.output[1].total);
  put_output(a, result);
  put_seconds(a, "time", time_ns);
  put_stops(a, &s->run);
  vitrine_status status = end(s);
  s->run.open = status != VITRINE_OK;
  return status;
}

void vt_audit_failed(vitrine_session *s) {
  vt_audit *a = s->audit;
  if (a == NULL || !s->run.open) return;
  bool dropped = s->run.wait != VT_AWAKE;
  char why[256];
  (void)snprintf(why, sizeof why, "%s", vitrine_last_error());
  s->run.open = false;
  begin(a, "end");
  put_word(a, "outcome", dropped ? "dropped" : "failed");
  if (!dropped) put_word(a, "error", why);
  if (!a->broken) (void)end(s);
  (void)vt_fail(VITRINE_OK, "%s", why);
}

void vt_audit_break(vitrine_session *s) {
  if (s->audit != NULL) s->audit->broken = true;
}

void vt_audit_close(vitrine_session *s) {
  vt_audit *a = s->audit;
  if (a == NULL) return;
  begin(a, "close");
  if (!a->broken) (void)end(s);
  if (a->file != NULL) vt_platform_file_close(a->file);
  vt_buffer_free(&a->label);
  vt_buffer_free(&a->plain);
  vt_buffer_free(&a->line);
  vt_free(a);
  s->audit = NULL;
}

/* --- beginning --- */

static vitrine_status check(const vitrine_session *s, const vitrine_audit *asked) {
  if ((asked->write == NULL) == (asked->path == NULL))
    return vt_fail(VITRINE_ERR_MISUSE, "audit takes write or path, and %s given",
                   asked->path != NULL ? "both are" : "none is");
  if (asked->label != NULL) {
    vitrine_status status = vt_check_text(asked->label, strlen(asked->label), "audit.label");
    if (status != VITRINE_OK) return status;
  }
  if (s->audit != NULL) return vt_fail(VITRINE_ERR_MISUSE, "the session has an audit log already");
  if (!vt_session_fresh(s))
    return vt_fail(VITRINE_ERR_MISUSE,
                   "vitrine_session_audit() comes first: before grants, arguments and runs");
  return VITRINE_OK;
}

static vitrine_status open_log(vitrine_session *s, const vitrine_audit *asked) {
  const char *label = asked->label != NULL ? asked->label : "", *why = NULL;
  vt_audit *a = vt_alloc(sizeof *a);
  if (a == NULL) return vt_fail_memory();
  *a = (vt_audit){.write = asked->write,
                  .user = asked->user,
                  .text = asked->text != 0 ? asked->text : UINT64_MAX,
                  .most = asked->most != 0 ? asked->most : MOST};
  s->audit = a;
  vt_json_text(&a->label, label, strlen(label));
  vitrine_status status = a->label.failed ? vt_fail_memory() : VITRINE_OK;
  if (status == VITRINE_OK && asked->path != NULL) {
    a->file = vt_platform_file_append(asked->path, &why);
    if (a->file == NULL) status = vt_fail(VITRINE_ERR_SYSTEM, "%.100s: %s", asked->path, why);
  }
  if (status == VITRINE_OK) status = put_session(s);
  if (status == VITRINE_OK) return status;
  char said[256];
  (void)snprintf(said, sizeof said, "%s", vitrine_last_error());
  a->broken = true;
  vt_audit_close(s);
  return vt_fail(status, "%s", said);
}

vitrine_status vitrine_session_audit(vitrine_session *s, const vitrine_audit *asked) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (asked == NULL) status = vt_fail(VITRINE_ERR_MISUSE, "audit is NULL");
  if (status == VITRINE_OK) status = vt_check_size(asked, sizeof *asked, "audit");
  if (status == VITRINE_OK) status = check(s, asked);
  if (status == VITRINE_OK) status = open_log(s, asked);
  vt_session_give(s);
  return status;
}
