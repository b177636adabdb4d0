/* report.c - the one message in which the guest says how its run ended.
 *
 * Owns nothing. The message is hostile: what is not exactly as guest/doors.h has
 * it, and consistent, is refused as a whole. */
#include "codec.h"
#include "request.h"
#include "result.h"

#define REPR_MOST 4096u

static bool read_number(vt_reader *r, uint32_t *number) {
  uint64_t n;
  if (vt_read_uint(r, &n) != VITRINE_OK || n > UINT32_MAX) return false;
  *number = (uint32_t)n;
  return true;
}

static bool read_exit_code(vt_reader *r, int32_t *code) {
  int64_t n;
  if (vt_read_int(r, &n) != VITRINE_OK || n < INT32_MIN || n > INT32_MAX) return false;
  *code = (int32_t)n;
  return true;
}

static bool read_span(vt_reader *r, vt_span *span) {
  return vt_read_maybe_text(r, &span->at, &span->length) == VITRINE_OK;
}

static bool read_fixed(vt_reader *r, vt_report *p) {
  return read_number(r, &p->kind) && read_exit_code(r, &p->exit_code) && read_span(r, &p->repr) &&
         read_span(r, &p->type) && read_span(r, &p->message) && read_span(r, &p->traceback) &&
         read_span(r, &p->file) && read_number(r, &p->line) && read_number(r, &p->column);
}

static bool is_consistent(const vt_report *p) {
  bool all = p->type.at && p->message.at && p->traceback.at && p->file.at;
  bool none = !p->type.at && !p->message.at && !p->traceback.at && !p->file.at;
  switch (p->kind) {
  case VT_KIND_DONE: return none && p->repr.length <= REPR_MOST;
  case VT_KIND_RAISED:
  case VT_KIND_NO_MEMORY: return all && p->repr.at == NULL;
  case VT_KIND_STOPPED: return (all || none) && p->repr.at == NULL;
  default: return false;
  }
}

static vt_span decimal(vt_report *p, int64_t number) {
  char *end = p->digits + sizeof p->digits, *at = end;
  uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  do *--at = (char)('0' + left % 10);
  while ((left /= 10) != 0);
  if (number < 0) *--at = '-';
  return (vt_span){at, (size_t)(end - at)};
}

/* The repr that the guest did not send: false for a value that is not short. */
static bool put_repr(vt_report *p, const vitrine_value *value) {
  int64_t number;
  int truth;
  if (vitrine_value_type(value) == VITRINE_TYPE_NONE) return true;
  if (vitrine_value_bool(value, &truth))
    p->repr = truth ? (vt_span){"True", 4} : (vt_span){"False", 5};
  else if (vitrine_value_int(value, &number)) p->repr = decimal(p, number);
  return p->repr.at != NULL;
}

vitrine_status vt_report_read(vt_report *p, vt_reader r) {
  size_t items;
  *p = (vt_report){0};
  if (vt_read_array(&r, &items) != VITRINE_OK) return VITRINE_ERR_MISUSE;
  bool brief = items <= 1;
  if (!brief && (items < 9 || items > 10 || !read_fixed(&r, p) || !is_consistent(p)))
    return VITRINE_ERR_MISUSE;
  vitrine_value *value = NULL;
  if (items == 1 || items == 10) {
    if (p->kind != VT_KIND_DONE) return VITRINE_ERR_MISUSE;
    vitrine_status status = vt_read_value(&r, &value);
    if (status == VT_READ_LATE) return VITRINE_OK;
    if (status != VITRINE_OK) return status;
  }
  if (vt_read_end(&r) != VITRINE_OK || (brief && !put_repr(p, value))) {
    vitrine_value_free(value);
    return VITRINE_ERR_MISUSE;
  }
  p->value = value;
  return VITRINE_OK;
}
