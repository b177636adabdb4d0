/* call.c - a guest's call of a host function.
 *
 * Owns the arguments while the function runs, and the answer until the guest
 * fetches it; a call that waits goes to pending.c. The name is looked up among this session's grants every time: the
 * guest's side of it proves nothing. */
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "call.h"
#include "codec.h"
#include "replay.h"
#include "platform.h"
#include "session.h"
#include "status.h"
#include "text.h"

/* [0, value] and [1, type, message]: what an answer begins with. */
static const uint8_t value_head[] = {0x82, 0x00}, error_head[] = {0x83, 0x01};

/* --- the answer --- */

/* Takes `answer` over if it is whole. */
static vitrine_status set_answer(vitrine_call *c, vitrine_status status, vt_buffer *answer) {
  if (status == VITRINE_OK && answer->failed) status = vt_fail_memory();
  if (status == VITRINE_OK && c->id != 0) status = vt_session_take_waiting(c->session);
  if (status != VITRINE_OK) {
    vt_buffer_free(answer);
    return status;
  }
  vt_buffer_free(&c->answer);
  c->answer = *answer;
  if (c->id != 0) vt_session_give(c->session);
  return VITRINE_OK;
}

static size_t value_limit(const vitrine_call *c) {
  uint64_t limit = c->session->run.limits.value;
  return limit < SIZE_MAX ? (size_t)limit : SIZE_MAX;
}

vitrine_status vitrine_call_return(vitrine_call *c, vitrine_value *value) {
  if (c == NULL) {
    vitrine_value_free(value);
    return vt_fail(VITRINE_ERR_MISUSE, "call is NULL");
  }
  vt_buffer answer = {0};
  vt_buffer_add(&answer, value_head, sizeof value_head);
  vitrine_status status = vt_encode(value, &answer, value_limit(c));
  vitrine_value_free(value);
  return set_answer(c, status, &answer);
}

static vitrine_status add_text(vt_buffer *answer, const char *text, const char *what,
                               size_t limit) {
  vitrine_status status = vt_check_text(text, strlen(text), what);
  if (status != VITRINE_OK) return status;
  vitrine_value *value = vitrine_str(text, strlen(text));
  status = vt_encode(value, answer, limit);
  vitrine_value_free(value);
  return status;
}

vitrine_status vitrine_call_raise(vitrine_call *c, const char *type, const char *message) {
  if (c == NULL || type == NULL)
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", c == NULL ? "call" : "type");
  vt_buffer answer = {0};
  vt_buffer_add(&answer, error_head, sizeof error_head);
  vitrine_status status = add_text(&answer, type, "the type of an error", value_limit(c));
  if (status == VITRINE_OK)
    status = add_text(&answer, message != NULL ? message : "", "the message of an error",
                      value_limit(c));
  return set_answer(c, status, &answer);
}

/* --- the arguments --- */

const char *vitrine_call_name(const vitrine_call *c) { return c != NULL ? c->name : NULL; }

/* Positional arguments that *args took. */
static size_t extra(const vitrine_call *c, size_t *places) {
  *places = 0;
  for (unsigned i = 0; i < c->signature->count; i++)
    *places += (c->signature->list[i].how & VT_POSITIONAL) != 0;
  size_t count = vitrine_value_count(c->args);
  return count > *places ? count - *places : 0;
}

size_t vitrine_call_count(const vitrine_call *c) {
  size_t places;
  if (c == NULL) return 0;
  return c->signature != NULL ? c->signature->count + extra(c, &places)
                              : vitrine_value_count(c->args);
}

const vitrine_value *vitrine_call_arg(const vitrine_call *c, size_t index) {
  if (index >= vitrine_call_count(c)) return NULL;
  if (c->signature == NULL) return vitrine_value_item(c->args, index);
  size_t places;
  if (index < c->signature->count) return c->bound[index];
  (void)extra(c, &places);
  return vitrine_value_item(c->args, places + index - c->signature->count);
}

const vitrine_value *vitrine_call_keyword(const vitrine_call *c, const char *name) {
  if (c == NULL || name == NULL) return NULL;
  size_t wanted = strlen(name);
  for (unsigned i = 0; c->signature != NULL && i < c->signature->count; i++) {
    const vt_parameter *p = &c->signature->list[i];
    if (p->length == wanted && memcmp(p->name, name, wanted) == 0 && c->bound[i] != NULL)
      return c->bound[i];
  }
  for (size_t i = 0; i < vitrine_value_count(c->keywords); i++) {
    const char *key;
    size_t length;
    if (vitrine_value_text(vitrine_value_key(c->keywords, i), &key, &length) && length == wanted &&
        memcmp(key, name, length) == 0)
      return vitrine_value_item(c->keywords, i);
  }
  return NULL;
}

const vitrine_value *vitrine_call_args(const vitrine_call *c) { return c != NULL ? c->args : NULL; }

const vitrine_value *vitrine_call_keywords(const vitrine_call *c) {
  return c != NULL ? c->keywords : NULL;
}

uint64_t vitrine_call_time_left(const vitrine_call *c) {
  if (c == NULL) return 0;
  uint64_t left = vt_time_left(c->session);
  if (c->deadline_ns == UINT64_MAX) return left;
  uint64_t now = vt_platform_wall_ns(), own = now < c->deadline_ns ? c->deadline_ns - now : 0;
  return own < left ? own : left;
}

/* --- the call --- */

/* Whether it is [str, [anything…], {str: anything…}]. */
static bool is_call(const vitrine_value *message) {
  if (vitrine_value_type(message) != VITRINE_TYPE_LIST || vitrine_value_count(message) != 3)
    return false;
  const vitrine_value *keywords = vitrine_value_item(message, 2);
  if (vitrine_value_type(vitrine_value_item(message, 0)) != VITRINE_TYPE_STR ||
      vitrine_value_type(vitrine_value_item(message, 1)) != VITRINE_TYPE_LIST ||
      vitrine_value_type(keywords) != VITRINE_TYPE_DICT)
    return false;
  for (size_t i = 0; i < vitrine_value_count(keywords); i++)
    if (vitrine_value_type(vitrine_value_key(keywords, i)) != VITRINE_TYPE_STR) return false;
  return true;
}

/* The answer becomes what waits. */
static uint32_t hand_over(vitrine_session *s, vitrine_call *c) {
  static const uint8_t none[] = {0x82, 0x00, 0xf6};
  vt_run *r = &s->run;
  size_t length = c->answer.length;
  if (c->id != 0) {
    r->short_answer[0] = 0x82;
    r->short_answer[1] = 0x02;
    r->waiting[0] = (vt_part){r->short_answer, 2 + vt_put_head(r->short_answer + 2, 0, c->id)};
  } else if (length == 0) {
    r->waiting[0] = (vt_part){none, sizeof none};
  } else if (length <= sizeof r->short_answer) {
    memcpy(r->short_answer, c->answer.bytes, length);
    vt_buffer_free(&c->answer);
    r->waiting[0] = (vt_part){r->short_answer, length};
  } else {
    r->waiting_owned = c->answer.bytes;
    r->waiting[0] = (vt_part){c->answer.bytes, length};
  }
  return (uint32_t)r->waiting[0].length;
}

/* The guest may have the name from a snapshot, whose grants stayed behind. */
static vitrine_status raise_not_granted(vitrine_call *c, const char *name, size_t length) {
  char message[160];
  (void)snprintf(message, sizeof message, "%.*s() is not granted to this session by the host",
                 (int)vt_utf8_prefix(name, length < 64 ? length : 64), name);
  return vitrine_call_raise(c, "PermissionError", message);
}

/* Beyond what the door may be used for in a run. */
static vitrine_status raise_limit(vitrine_call *c, const vt_grant *grant) {
  char message[320];
  vt_toll_tell(&grant->toll, grant->name, message, sizeof message);
  return vitrine_call_raise(c, "limit", message);
}

static vitrine_status call(vitrine_session *s, vitrine_call *c, const vitrine_value *name) {
  const char *text = "";
  size_t length = 0;
  (void)vitrine_value_text(name, &text, &length);
  vt_grant *grant = vt_grants_find(&s->grants, text, length);
  if (grant == NULL) return raise_not_granted(c, text, length);
  c->grant = grant;
  c->name = grant->name;
  c->signature = grant->signature;
  if (!vt_toll_enter(&grant->toll, s->runs, c->size)) return raise_limit(c, grant);
  if (c->signature != NULL) {
    vt_buffer error = {0};
    bool good = vt_signature_bind(c->signature, c->name, c->args, c->keywords, c->bound, &error);
    vt_buffer_add(&error, "", 1);
    vitrine_status status = error.failed ? vt_fail_memory() : VITRINE_OK;
    if (status == VITRINE_OK && !good)
      status = vitrine_call_raise(c, "TypeError", (const char *)error.bytes);
    vt_buffer_free(&error);
    if (status != VITRINE_OK || !good) return status;
  }
  uint64_t since = vt_platform_wall_ns();
  c->deadline_ns = vt_toll_deadline(&grant->toll, since);
  c->since_ns = since;
  if (grant->fn == NULL) return vt_pending_add(s, c);
  vt_fail_clear();
  vitrine_status status = grant->fn(c, grant->user);
  s->run.fresh_ns = vt_platform_wall_ns(); /* for the look behind the call */
  uint64_t took = s->run.fresh_ns - since;
  c->took_ns = took;
  vt_clock_add_away(s, took);
  if (status != VITRINE_OK)
    return vt_fail_default(status, "the host function %s returned: %s", grant->name,
                           vitrine_status_text(status));
  if (c->answer.length > UINT32_MAX)
    return vt_fail(VITRINE_ERR_TOOBIG, "%s: an answer of %zu bytes", grant->name, c->answer.length);
  return vt_toll_leave(&grant->toll, c->answer.length, took) ? status : raise_limit(c, grant);
}

vitrine_status vt_call_pay(vitrine_call *c) {
  uint64_t took = vt_platform_wall_ns() - c->since_ns, id = c->id;
  c->id = 0;
  vitrine_status status = VITRINE_OK;
  if (!vt_toll_leave(&c->grant->toll, c->answer.length, took)) status = raise_limit(c, c->grant);
  return status == VITRINE_OK ? vt_audit_answer(c, id, took) : status;
}

uint32_t vt_call_host(vitrine_session *s, const uint8_t *bytes, uint32_t length) {
  vt_run *r = &s->run;
  /* An answer that nobody fetched. */
  vt_free(r->waiting_owned);
  r->waiting_owned = NULL;
  memset(r->waiting, 0, sizeof r->waiting);
  vt_reader reader = vt_run_reader(s, bytes, length);
  vitrine_value *message = NULL;
  vitrine_status status = vt_read_message(&reader, &message);
  if (status == VT_READ_LATE) return 0; /* and so the guest gets no answer either */
  if (status == VITRINE_OK && (vt_read_end(&reader) != VITRINE_OK || !is_call(message)))
    status = VITRINE_ERR_MISUSE;
  if (status != VITRINE_OK) {
    vitrine_value_free(message);
    if (status == VITRINE_ERR_NOMEM) vt_abort(s, status);
    else vt_trap(&s->cell->cage, VT_TRAP_DOOR);
    return 0;
  }
  vitrine_call c = {.session = s,
                    .deadline_ns = UINT64_MAX,
                    .size = length,
                    .message = message,
                    .args = vitrine_value_item(message, 1),
                    .keywords = vitrine_value_item(message, 2)};
  if (s->replay != NULL) status = vt_replay_call(s, bytes, length, &c);
  else status = call(s, &c, vitrine_value_item(message, 0));
  if (s->audit != NULL) {
    s->run.fresh_ns = 0;
    status = vt_audit_call(s, &(vt_audit_called){.message = bytes,
                                                 .length = length,
                                                 .values = message,
                                                 .status = status,
                                                 .answer = &c.answer,
                                                 .id = c.id,
                                                 .time_ns = c.took_ns});
  }
  vitrine_value_free(c.message);
  if (status == VITRINE_OK) return hand_over(s, &c);
  vt_buffer_free(&c.answer);
  vt_abort(s, status);
  return 0;
}
