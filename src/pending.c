/* pending.c - the calls of a run that wait for the host's answer.
 *
 * Owns them, from the guest's call until their answer is on its way, the guest
 * gives them up, or the run is over. Ids are ours and go upwards, so the list is
 * sorted; one that the guest names is looked up and proves nothing. */
#include <string.h>

#include "alloc.h"
#include "call.h"
#include "session.h"
#include "status.h"

/* Each takes some memory of the host's; what their arguments take together is
 * bounded by the limit of one value. */
#define PENDING_MOST 1000u

static void free_call(vitrine_call *c) {
  vitrine_value_free(c->message);
  vt_buffer_free(&c->answer);
  vt_free(c);
}

/* Where the call with this id is, or would be. */
static size_t position(const vt_pending *p, uint64_t id) {
  size_t low = 0, high = p->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (p->list[middle]->id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

static vitrine_call *find(const vt_pending *p, uint64_t id) {
  size_t at = position(p, id);
  return at < p->count && p->list[at]->id == id ? p->list[at] : NULL;
}

static bool make_room(vt_pending *p) {
  if (p->count < p->room) return true;
  size_t room = p->room != 0 ? p->room * 2 : 4;
  vitrine_call **list = vt_realloc(p->list, room * sizeof *list);
  if (list == NULL) return false;
  p->list = list;
  p->room = room;
  return true;
}

vitrine_status vt_pending_add(vitrine_session *s, vitrine_call *c) {
  vt_pending *p = &s->run.pending;
  if (!s->run.may_wait)
    return vitrine_call_raise(c, "RuntimeError",
                              "this function is answered later, and the host runs this code "
                              "without waiting: vitrine_start() would");
  if (p->count >= PENDING_MOST)
    return vitrine_call_raise(c, "RuntimeError",
                              "1000 calls wait for the host already: await some of them first");
  if (p->bytes + c->size > s->run.limits.value + VT_CALL_HEADS)
    return vitrine_call_raise(c, "RuntimeError",
                              "the arguments of all calls that wait for the host are larger than "
                              "the limit of a value: await some of them first");
  vitrine_call *kept = vt_alloc(sizeof *kept);
  if (kept == NULL || !make_room(p)) {
    vt_free(kept);
    return vt_fail_memory();
  }
  c->id = ++s->last_call;
  *kept = *c;
  c->message = NULL;
  p->list[p->count++] = kept;
  p->bytes += kept->size;
  return VITRINE_OK;
}

static void forget(vt_pending *p, size_t at) {
  vitrine_call *c = p->list[at];
  p->bytes -= c->size;
  p->count--;
  memmove(p->list + at, p->list + at + 1, (p->count - at) * sizeof(vitrine_call *));
  free_call(c);
}

void vt_pending_drop(vt_pending *p, uint64_t id) {
  if (find(p, id) != NULL) forget(p, position(p, id));
}

vitrine_status vt_pending_take(vt_pending *p, size_t most, vt_buffer *out) {
  vitrine_status status = VITRINE_OK;
  size_t kept = 0;
  for (size_t i = 0; i < p->count; i++) {
    vitrine_call *c = p->list[i];
    if (c->answer.length == 0 || out->length > most || status != VITRINE_OK) {
      p->list[kept++] = c;
      continue;
    }
    uint8_t head[19] = {0x82};
    size_t length = 1 + vt_put_head(head + 1, 0, c->id);
    status = vt_call_pay(c);
    length += vt_put_head(head + length, 2, c->answer.length);
    vt_buffer_add(out, head, length);
    vt_buffer_add(out, c->answer.bytes, c->answer.length);
    p->bytes -= c->size;
    free_call(c);
  }
  p->count = kept;
  return status == VITRINE_OK && out->failed ? vt_fail_memory() : status;
}

bool vt_pending_answered(const vt_pending *p) {
  for (size_t i = 0; i < p->count; i++)
    if (p->list[i]->answer.length != 0) return true;
  return false;
}

void vt_pending_free(vt_pending *p) {
  for (size_t i = 0; i < p->count; i++) free_call(p->list[i]);
  vt_free(p->list);
}

/* --- for the host --- */

vitrine_call *vitrine_pending(const vitrine_session *s, size_t index) {
  return s != NULL && index < s->run.pending.count ? s->run.pending.list[index] : NULL;
}

vitrine_call *vitrine_pending_find(const vitrine_session *s, uint64_t id) {
  return s != NULL ? find(&s->run.pending, id) : NULL;
}

uint64_t vitrine_call_id(const vitrine_call *c) { return c != NULL ? c->id : 0; }
