/* encode.c - values to CBOR; what is written is in codec.h.
 *
 * Owns nothing. Writes all of a value or nothing, and never over the limit. The
 * value is the host's, its depth is not believed. */
#include <string.h>

#include "codec.h"
#include "status.h"
#include "value.h"

#define TAG_TUPLE 48001u
#define TAG_SET 258u
#define TAG_FROZENSET 48002u

/* Writing stops at `end` of the buffer. */
typedef struct {
  vt_buffer *out;
  size_t end, limit;
} writer;

static vitrine_status refuse(const writer *w) {
  return vt_fail(VITRINE_ERR_TOOBIG,
                 "the value takes over %zu bytes, its limit: raise limits.value, or send less",
                 w->limit);
}

/* Where to put `size` bytes. NULL: *status says why. */
static uint8_t *room(writer *w, size_t size, vitrine_status *status) {
  vt_buffer *b = w->out;
  if (size > w->end - b->length) *status = refuse(w);
  else if (!vt_buffer_reserve(b, size)) *status = vt_fail_memory();
  else return b->bytes + b->length;
  return NULL;
}

size_t vt_put_head(uint8_t *to, unsigned major, uint64_t n) {
  unsigned info = n < 24 ? (unsigned)n : 24u + (n > 0xff) + (n > 0xffff) + (n > 0xffffffff);
  size_t size = info < 24 ? 0 : (size_t)1 << (info - 24);
  to[0] = (uint8_t)(major << 5 | info);
  for (size_t i = size; i > 0; i--, n >>= 8) to[i] = (uint8_t)n;
  return 1 + size;
}

static vitrine_status write_bytes(writer *w, const uint8_t *head, size_t head_length,
                                  const void *bytes, size_t length) {
  vitrine_status status = VITRINE_OK;
  uint8_t *to = room(w, head_length + length, &status);
  if (to == NULL) return status;
  memcpy(to, head, head_length);
  if (length != 0) memcpy(to + head_length, bytes, length);
  w->out->length += head_length + length;
  return VITRINE_OK;
}

static vitrine_status write_head(writer *w, unsigned major, uint64_t n) {
  uint8_t head[9];
  size_t length = vt_put_head(head, major, n);
  return write_bytes(w, head, length, NULL, 0);
}

static vitrine_status write_int(writer *w, const vitrine_value *v) {
  if ((v->flags & VT_BIG) == 0) {
    int64_t n = v->number;
    return write_head(w, n < 0, n < 0 ? ~(uint64_t)n : (uint64_t)n);
  }
  unsigned negative = (v->flags & VT_NEGATIVE) != 0;
  uint8_t head[10];
  size_t length = 1;
  if (v->length == 8) {
    head[0] = (uint8_t)(negative << 5 | 27);
  } else {
    head[0] = (uint8_t)(0xc2 + negative);
    length += vt_put_head(head + 1, 2, v->length);
  }
  return write_bytes(w, head, length, v->text, v->length);
}

static vitrine_status write_float(writer *w, double real) {
  uint8_t item[9] = {0xfb};
  uint64_t bits;
  memcpy(&bits, &real, sizeof bits);
  for (size_t i = 8; i > 0; i--, bits >>= 8) item[i] = (uint8_t)bits;
  return write_bytes(w, item, sizeof item, NULL, 0);
}

static vitrine_status write_text(writer *w, unsigned major, const vitrine_value *v) {
  uint8_t head[9];
  size_t length = vt_put_head(head, major, v->length);
  return write_bytes(w, head, length, v->text, v->length);
}

/* A collection's head; its items are the caller's to write. */
static vitrine_status write_collection(writer *w, const vitrine_value *v) {
  uint8_t head[14];
  size_t length = 0;
  uint64_t tag = v->type == VITRINE_TYPE_TUPLE       ? TAG_TUPLE
                 : v->type == VITRINE_TYPE_SET       ? TAG_SET
                 : v->type == VITRINE_TYPE_FROZENSET ? TAG_FROZENSET
                                                     : 0;
  if (tag != 0) length = vt_put_head(head, 6, tag);
  bool dict = v->type == VITRINE_TYPE_DICT;
  length += vt_put_head(head + length, dict ? 5 : 4, dict ? v->length / 2 : v->length);
  return write_bytes(w, head, length, NULL, 0);
}

static vitrine_status write_node(writer *w, const vitrine_value *v) {
  switch ((vitrine_type)v->type) {
  case VITRINE_TYPE_NONE: return write_head(w, 7, 22);
  case VITRINE_TYPE_BOOL: return write_head(w, 7, v->number != 0 ? 21 : 20);
  case VITRINE_TYPE_INT: return write_int(w, v);
  case VITRINE_TYPE_FLOAT: return write_float(w, v->real);
  case VITRINE_TYPE_STR: return write_text(w, 3, v);
  case VITRINE_TYPE_BYTES: return write_text(w, 2, v);
  case VITRINE_TYPE_LIST:
  case VITRINE_TYPE_TUPLE:
  case VITRINE_TYPE_DICT:
  case VITRINE_TYPE_SET:
  case VITRINE_TYPE_FROZENSET: break;
  }
  return write_collection(w, v);
}

static vitrine_status write_tree(writer *w, const vitrine_value *root) {
  struct {
    const vitrine_value *at;
    uint32_t index;
  } stack[VT_CODEC_DEPTH];
  size_t depth = 0;
  for (const vitrine_value *v = root;;) {
    vitrine_status status = write_node(w, v);
    if (status != VITRINE_OK) return status;
    if (vt_is_collection(v)) {
      if (depth == VT_CODEC_DEPTH)
        return vt_fail(VITRINE_ERR_TOOBIG, "the value nests deeper than %u collections: flatten it",
                       VT_CODEC_DEPTH);
      stack[depth].at = v;
      stack[depth++].index = 0;
    }
    while (depth != 0 && stack[depth - 1].index == stack[depth - 1].at->length) depth--;
    if (depth == 0) return VITRINE_OK;
    v = vt_value_node(stack[depth - 1].at, stack[depth - 1].index++);
  }
}

vitrine_status vt_encode(const vitrine_value *value, vt_buffer *out, size_t limit) {
  vitrine_status status = vt_value_check(value);
  if (status != VITRINE_OK) return status;
  size_t before = out->length;
  writer w = {out, limit > SIZE_MAX - before ? SIZE_MAX : before + limit, limit};
  status = out->failed ? vt_fail_memory() : write_tree(&w, value);
  if (status != VITRINE_OK) out->length = before;
  return status;
}
