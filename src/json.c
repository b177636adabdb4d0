/* json.c - values and results as JSON: docs/values.md, docs/results.md.
 *
 * Owns nothing beyond a call. What is written is valid JSON in UTF-8 whatever the
 * guest's text holds, and never depends on the host's locale. Never recurses. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buffer.h"
#include "json.h"
#include "result.h"
#include "status.h"
#include "text.h"
#include "value.h"

/* Every number up to here is exact where numbers are doubles. */
#define EXACT_MAX ((int64_t)1 << 53)
/* Bytes of an int that is still written in decimal: 4,299 digits, what Python's
 * int() takes by default, and what costs little time. */
#define DECIMAL_BYTES 1785u

/* --- text --- */

/* Valid UTF-8. */
static void put_escaped(vt_buffer *b, const char *text, size_t length) {
  static const char letters[] = "btn fr"; /* from 8 */
  size_t done = 0;
  for (size_t i = 0; i < length; i++) {
    uint8_t c = (uint8_t)text[i];
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    vt_buffer_add(b, text + done, i - done);
    done = i + 1;
    char escape[8] = {'\\', (char)c, 0};
    if (c >= 8 && c <= 13 && c != 11) escape[1] = letters[c - 8];
    else if (c < 0x20) (void)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)c);
    vt_put(b, escape);
  }
  vt_buffer_add(b, text + done, length - done);
}

/* Any bytes: what is no UTF-8 becomes U+FFFD. */
void vt_json_text(vt_buffer *b, const char *text, size_t length) {
  vt_put(b, "\"");
  while (length != 0) {
    size_t good = vt_utf8_prefix(text, length);
    put_escaped(b, text, good);
    text += good;
    length -= good;
    if (length == 0) break;
    bool more;
    size_t broken = vt_utf8_broken(text, length, &more);
    vt_put(b, "\xef\xbf\xbd");
    text += broken;
    length -= broken;
  }
  vt_put(b, "\"");
}

void vt_json_base64(vt_buffer *b, const uint8_t *bytes, size_t length) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (!vt_buffer_reserve(b, length / 3 * 4 + 4)) return;
  uint8_t *to = b->bytes + b->length;
  for (size_t i = 0; i < length; i += 3) {
    size_t left = length - i;
    uint32_t n = (uint32_t)bytes[i] << 16;
    if (left > 1) n |= (uint32_t)bytes[i + 1] << 8;
    if (left > 2) n |= bytes[i + 2];
    *to++ = (uint8_t)digits[n >> 18];
    *to++ = (uint8_t)digits[n >> 12 & 63];
    *to++ = left > 1 ? (uint8_t)digits[n >> 6 & 63] : '=';
    *to++ = left > 2 ? (uint8_t)digits[n & 63] : '=';
  }
  b->length = (size_t)(to - b->bytes);
}

/* --- numbers --- */

static void put_number(vt_buffer *b, int64_t number) {
  char digits[24];
  size_t at = sizeof digits;
  uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  do digits[--at] = (char)('0' + left % 10);
  while ((left /= 10) != 0);
  if (number < 0) digits[--at] = '-';
  vt_buffer_add(b, digits + at, sizeof digits - at);
}

static void put_hex(vt_buffer *b, const vitrine_value *v) {
  static const char digits[] = "0123456789abcdef";
  bool negative = (v->flags & VT_NEGATIVE) != 0;
  size_t length = v->length;
  vt_put(b, negative ? "-0x" : "0x");
  if (!vt_buffer_reserve(b, 2 * length + 2)) return;
  uint8_t *to = b->bytes + b->length;
  /* -1 - n: what is written is n + 1. */
  uint32_t carry = negative;
  for (size_t i = length; i-- > 0;) {
    uint32_t byte = (uint8_t)v->text[i] + carry;
    carry = byte >> 8;
    to[2 * i + 2] = (uint8_t)digits[byte >> 4 & 15];
    to[2 * i + 3] = (uint8_t)digits[byte & 15];
  }
  to[0] = '0';
  to[1] = (uint8_t)digits[carry];
  size_t zeros = 0;
  while (to[zeros] == '0') zeros++;
  memmove(to, to + zeros, 2 * length + 2 - zeros);
  b->length += 2 * length + 2 - zeros;
}

/* False: no memory. */
static bool put_int(vt_buffer *b, const vitrine_value *v) {
  bool big = (v->flags & VT_BIG) != 0;
  if (!big && v->number <= EXACT_MAX && v->number >= -EXACT_MAX) {
    put_number(b, v->number);
    return true;
  }
  vt_put(b, "{\"$int\":\"");
  if (!big) {
    put_number(b, v->number);
  } else if (v->length > DECIMAL_BYTES) {
    put_hex(b, v);
  } else {
    const char *digits;
    if (!vitrine_value_text(v, &digits, NULL)) return false;
    vt_put(b, digits);
  }
  vt_put(b, "\"}");
  return true;
}

/* The digits that snprintf gave, with a point whatever the locale has for it. */
static void put_digits(vt_buffer *b, const char *digits) {
  bool point = false;
  for (const char *c = digits; *c != 0; c++) {
    bool plain = (*c >= '0' && *c <= '9') || *c == '-' || *c == '+' || *c == 'e';
    if (plain) vt_buffer_add(b, c, 1);
    else if (!point) vt_put(b, ".");
    point = point || !plain;
  }
  if (!point && strchr(digits, 'e') == NULL) vt_put(b, ".0");
}

static void put_real(vt_buffer *b, double real) {
  if (isnan(real)) {
    vt_put(b, "{\"$float\":\"nan\"}");
  } else if (isinf(real)) {
    vt_put(b, real > 0 ? "{\"$float\":\"inf\"}" : "{\"$float\":\"-inf\"}");
  } else {
    char digits[48];
    for (int precision = 15; precision <= 17; precision++) {
      (void)snprintf(digits, sizeof digits, "%.*g", precision, real);
      if (strtod(digits, NULL) == real) break;
    }
    put_digits(b, digits);
  }
}

/* In seconds, exactly. */
void vt_json_seconds(vt_buffer *b, uint64_t ns) {
  char digits[40];
  int length =
      snprintf(digits, sizeof digits, "%" PRIu64 ".%09" PRIu64, ns / 1000000000, ns % 1000000000);
  while (digits[length - 1] == '0' && digits[length - 2] != '.') length--;
  vt_buffer_add(b, digits, (size_t)length);
}

/* --- trees --- */

enum {
  STYLE_ARRAY,  /* [item, …]                      */
  STYLE_TAGGED, /* {"$tag": [item, …]}            */
  STYLE_OBJECT, /* {"key": item, …}               */
  STYLE_PAIRS   /* {"$dict": [[key, item], …]}    */
};

/* An object's keys are text, and none could be taken for a tag. */
static uint8_t dict_style(const vitrine_value *dict) {
  for (uint32_t i = 0; i < dict->length; i += 2) {
    const vitrine_value *key = vt_value_node(dict, i);
    if (key->type != VITRINE_TYPE_STR || key->text[0] == '$') return STYLE_PAIRS;
  }
  return STYLE_OBJECT;
}

static bool open_collection(vt_buffer *b, vt_walk *walk, const vitrine_value *v) {
  uint8_t style = STYLE_ARRAY;
  if (v->type == VITRINE_TYPE_DICT) style = dict_style(v);
  else if (v->type == VITRINE_TYPE_SET || v->type == VITRINE_TYPE_FROZENSET) style = STYLE_TAGGED;
  if (style == STYLE_TAGGED || style == STYLE_PAIRS) {
    vt_put(b, "{\"$");
    vt_put(b, vt_type_name(v->type));
    vt_put(b, "\":");
  }
  vt_put(b, style == STYLE_OBJECT ? "{" : "[");
  return vt_walk_enter(walk, v, style);
}

/* What comes before the frame's next node. */
static void put_before(vt_buffer *b, const vt_frame *f) {
  bool key = f->index % 2 == 0;
  if (f->style == STYLE_OBJECT && !key) vt_put(b, ":");
  else if (f->style == STYLE_PAIRS && key) vt_put(b, f->index != 0 ? "],[" : "[");
  else if (f->index != 0) vt_put(b, ",");
}

static void put_after(vt_buffer *b, const vt_frame *f) {
  if (f->style == STYLE_PAIRS) vt_put(b, f->at->length != 0 ? "]]}" : "]}");
  else if (f->style == STYLE_TAGGED) vt_put(b, "]}");
  else vt_put(b, f->style == STYLE_OBJECT ? "}" : "]");
}

/* False: no memory. */
static bool put_node(vt_buffer *b, vt_walk *walk, const vitrine_value *v) {
  switch (v->type) {
  case VITRINE_TYPE_NONE: vt_put(b, "null"); return true;
  case VITRINE_TYPE_BOOL: vt_put(b, v->number != 0 ? "true" : "false"); return true;
  case VITRINE_TYPE_INT: return put_int(b, v);
  case VITRINE_TYPE_FLOAT: put_real(b, v->real); return true;
  case VITRINE_TYPE_STR: vt_json_text(b, v->text, v->length); return true;
  case VITRINE_TYPE_BYTES:
    vt_put(b, "{\"$bytes\":\"");
    vt_json_base64(b, (const uint8_t *)v->text, v->length);
    vt_put(b, "\"}");
    return true;
  default: return open_collection(b, walk, v);
  }
}

/* False: no memory. */
bool vt_json_value(vt_buffer *b, const vitrine_value *value) {
  vt_walk walk;
  vt_walk_start(&walk);
  bool good = put_node(b, &walk, value);
  while (good && walk.depth != 0) {
    vt_frame *f = &walk.frames[walk.depth - 1];
    if (f->index == f->at->length) {
      put_after(b, f);
      walk.depth--;
      continue;
    }
    put_before(b, f);
    good = put_node(b, &walk, vt_value_node(f->at, f->index++));
  }
  vt_walk_end(&walk);
  return good;
}

/* The text, NUL-terminated, for free(). */
static char *finish(vt_buffer *b, bool good, size_t *length) {
  b->failed = b->failed || !good;
  return vt_hand_out(b, length);
}

char *vitrine_value_json(const vitrine_value *value, size_t *length) {
  vt_buffer b = {0};
  if (vt_value_check(value) != VITRINE_OK) return NULL;
  return finish(&b, vt_json_value(&b, value), length);
}

/* --- results --- */

void vt_json_field(vt_buffer *b, const char *name, uint64_t number) {
  char text[64];
  (void)snprintf(text, sizeof text, "\"%s\":%" PRIu64, name, number);
  vt_put(b, text);
}

static void put_output(vt_buffer *b, const vitrine_result *result, int fd) {
  size_t length = 0;
  const char *text = vitrine_result_output(result, fd, &length);
  vt_json_text(b, text, text != NULL ? length : 0);
}

static void put_error(vt_buffer *b, const vitrine_result *result) {
  vitrine_error error = {.size = sizeof error};
  if (!vitrine_result_error(result, &error)) {
    vt_put(b, "null");
    return;
  }
  vt_put(b, "{\"type\":");
  vt_json_text(b, error.type, strlen(error.type));
  vt_put(b, ",\"message\":");
  vt_json_text(b, error.message, strlen(error.message));
  vt_put(b, ",\"traceback\":");
  vt_json_text(b, error.traceback, strlen(error.traceback));
  vt_put(b, ",\"file\":");
  vt_json_text(b, error.file, strlen(error.file));
  vt_put(b, ",");
  vt_json_field(b, "line", error.line);
  vt_put(b, ",");
  vt_json_field(b, "column", error.column);
  vt_put(b, "}");
}

static void put_spent(vt_buffer *b, const vitrine_result *result) {
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  vt_put(b, "{");
  vt_json_field(b, "memory", spent.memory);
  vt_put(b, ",");
  vt_json_field(b, "steps", spent.steps);
  vt_put(b, ",\"cpu\":");
  vt_json_seconds(b, spent.cpu_ns);
  vt_put(b, ",\"time\":");
  vt_json_seconds(b, spent.time_ns);
  vt_put(b, ",");
  vt_json_field(b, "output", spent.output);
  vt_put(b, ",");
  vt_json_field(b, "host_calls", spent.host_calls);
  vt_put(b, "}");
}

/* Their names are identifiers. */
static void put_doors(vt_buffer *b, const vitrine_result *result) {
  vitrine_door_spent spent = {.size = sizeof spent};
  for (size_t i = 0; vitrine_result_door(result, i, &spent); i++) {
    vt_put(b, i != 0 ? ",\"" : "\"");
    vt_put(b, spent.name);
    vt_put(b, "\":{");
    vt_json_field(b, "calls", spent.calls);
    vt_put(b, ",");
    vt_json_field(b, "bytes_in", spent.bytes_in);
    vt_put(b, ",");
    vt_json_field(b, "bytes_out", spent.bytes_out);
    vt_put(b, ",\"time\":");
    vt_json_seconds(b, spent.time_ns);
    vt_put(b, "}");
  }
}

/* Where it was asked for. */
static void put_explanation(vt_buffer *b, const vitrine_result *result) {
  size_t length;
  char *text = vt_result_told(result)->asked ? vitrine_result_explain(result, 0, &length) : NULL;
  if (text == NULL) return;
  vt_put(b, ",\"explanation\":");
  vt_json_text(b, text, length);
  free(text);
}

static bool put_result(vt_buffer *b, const vitrine_result *result) {
  bool good = true;
  const vitrine_value *value = vitrine_result_value(result);
  const char *repr = vitrine_result_repr(result);
  vt_put(b, "{\"outcome\":\"");
  vt_put(b, vitrine_outcome_name(vitrine_result_outcome(result)));
  vt_put(b, vitrine_result_ok(result) ? "\",\"ok\":true,\"exit_code\":"
                                      : "\",\"ok\":false,\"exit_code\":");
  put_number(b, vitrine_result_exit_code(result));
  vt_put(b, ",\"value\":");
  if (value != NULL) good = vt_json_value(b, value);
  else vt_put(b, "null");
  vt_put(b, ",\"repr\":");
  if (repr != NULL) vt_json_text(b, repr, strlen(repr));
  else vt_put(b, "null");
  vt_put(b, ",\"stdout\":");
  put_output(b, result, 1);
  vt_put(b, ",\"stderr\":");
  put_output(b, result, 2);
  vt_put(b, ",\"error\":");
  put_error(b, result);
  vt_put(b, ",\"spent\":");
  put_spent(b, result);
  vt_put(b, ",\"truncated\":{");
  vt_json_field(b, "stdout", vitrine_result_truncated(result, 1));
  vt_put(b, ",");
  vt_json_field(b, "stderr", vitrine_result_truncated(result, 2));
  vt_put(b, vitrine_result_rolled_back(result) ? "},\"rolled_back\":true,\"doors\":{"
                                               : "},\"rolled_back\":false,\"doors\":{");
  put_doors(b, result);
  vt_put(b, "}");
  put_explanation(b, result);
  vt_put(b, "}");
  return good;
}

char *vitrine_result_json(const vitrine_result *result, size_t *length) {
  vt_buffer b = {0};
  if (result == NULL) {
    (void)vt_fail(VITRINE_ERR_MISUSE, "the result is NULL");
    return NULL;
  }
  return finish(&b, put_result(&b, result), length);
}
