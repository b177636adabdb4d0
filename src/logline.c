/* logline.c - reads a line of an audit log.
 *
 * Owns nothing. A log that is replayed may come from anybody: nothing in it is
 * believed before it is looked at, and nothing here recurses. It reads what audit.c
 * writes, one flat object of printable ASCII, and no other JSON. */
#include "logline.h"

#include <string.h>

typedef struct {
  const char *at, *end;
} cursor;

static bool take(cursor *c, char wanted) {
  if (c->at == c->end || *c->at != wanted) return false;
  c->at++;
  return true;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static int hex_of(char c) {
  if (is_digit(c)) return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* --- its parts --- */

/* Past the opening quote: *length of what it holds. */
static bool take_string(cursor *c, size_t *length) {
  const char *from = c->at;
  while (c->at < c->end && *c->at != '"') {
    if (*c->at < 0x20 || *c->at > 0x7e) return false;
    if (*c->at++ != '\\') continue;
    if (c->at == c->end) return false;
    c->at++;
  }
  if (c->at == c->end) return false;
  *length = (size_t)(c->at++ - from);
  return true;
}

static bool take_word(cursor *c, const char *word) {
  size_t length = strlen(word);
  if ((size_t)(c->end - c->at) < length || memcmp(c->at, word, length) != 0) return false;
  c->at += length;
  return true;
}

static bool take_number(cursor *c) {
  (void)take(c, '-');
  const char *from = c->at;
  while (c->at < c->end && is_digit(*c->at)) c->at++;
  if (c->at == from) return false;
  if (!take(c, '.')) return true;
  from = c->at;
  while (c->at < c->end && is_digit(*c->at)) c->at++;
  return c->at != from;
}

/* An object or an array, to the bracket that closes it. */
static bool take_nested(cursor *c) {
  size_t depth = 0, length;
  while (c->at < c->end) {
    char k = *c->at++;
    if (k == '"' && !take_string(c, &length)) return false;
    if (k < 0x20 || k > 0x7e) return false;
    if (k == '{' || k == '[') depth++;
    if ((k == '}' || k == ']') && --depth == 0) return true;
  }
  return false;
}

static bool take_value(cursor *c, vt_log_field *f) {
  if (c->at == c->end) return false;
  f->at = c->at;
  f->kind = *c->at;
  if (is_digit(f->kind) || f->kind == '-') f->kind = '0';
  bool good = false;
  switch (f->kind) {
  case '"':
    c->at++;
    f->at = c->at;
    return take_string(c, &f->length);
  case 't': good = take_word(c, "true"); break;
  case 'f': good = take_word(c, "false"); break;
  case 'n': good = take_word(c, "null"); break;
  case '0': good = take_number(c); break;
  case '{':
  case '[': good = take_nested(c); break;
  default: break;
  }
  f->length = (size_t)(c->at - f->at);
  return good;
}

static bool take_field(cursor *c, vt_log_field *f) {
  if (!take(c, '"')) return false;
  f->key = c->at;
  return take_string(c, &f->key_length) && take(c, ':') && take_value(c, f);
}

bool vt_log_read(vt_log_line *line, const char *text, size_t length, size_t *at) {
  cursor c = {text, text + length};
  bool good = take(&c, '{');
  line->count = 0;
  while (good && line->count < VT_LOG_FIELDS) {
    good = take_field(&c, &line->list[line->count]);
    line->count += good;
    if (!good || !take(&c, ',')) break;
  }
  good = good && take(&c, '}') && c.at == c.end;
  *at = (size_t)(c.at - text);
  return good;
}

/* --- what they say --- */

const vt_log_field *vt_log_field_of(const vt_log_line *line, const char *key, char kind) {
  size_t length = strlen(key);
  for (size_t i = 0; i < line->count; i++) {
    const vt_log_field *f = &line->list[i];
    if (f->key_length == length && memcmp(f->key, key, length) == 0)
      return f->kind == kind ? f : NULL;
  }
  return NULL;
}

bool vt_log_is(const vt_log_line *line, const char *key, const char *text) {
  const vt_log_field *f = vt_log_field_of(line, key, '"');
  return f != NULL && f->length == strlen(text) && memcmp(f->at, text, f->length) == 0;
}

bool vt_log_truth(const vt_log_line *line, const char *key) {
  return vt_log_field_of(line, key, 't') != NULL;
}

/* Digits up to `end`. */
static bool add_digits(const char *at, const char *end, uint64_t *number) {
  for (; at < end; at++) {
    uint64_t digit = (uint64_t)(*at - '0');
    if (!is_digit(*at) || *number > (UINT64_MAX - digit) / 10) return false;
    *number = *number * 10 + digit;
  }
  return true;
}

bool vt_log_number(const vt_log_line *line, const char *key, uint64_t *number) {
  const vt_log_field *f = vt_log_field_of(line, key, '0');
  *number = 0;
  return f != NULL && add_digits(f->at, f->at + f->length, number);
}

bool vt_log_seconds(const vt_log_line *line, const char *key, uint64_t *ns) {
  static const char zeros[] = "000000000";
  const vt_log_field *f = vt_log_field_of(line, key, '0');
  *ns = 0;
  if (f == NULL) return false;
  const char *end = f->at + f->length, *point = memchr(f->at, '.', f->length);
  if (point == NULL) return add_digits(f->at, end, ns) && add_digits(zeros, zeros + 9, ns);
  size_t decimals = (size_t)(end - point - 1);
  return decimals <= 9 && add_digits(f->at, point, ns) && add_digits(point + 1, end, ns) &&
         add_digits(zeros, zeros + 9 - decimals, ns);
}

/* --- strings --- */

static bool take_hex(cursor *c, uint32_t *number) {
  *number = 0;
  for (int i = 0; i < 4; i++) {
    int digit = c->at < c->end ? hex_of(*c->at++) : -1;
    if (digit < 0) return false;
    *number = *number << 4 | (uint32_t)digit;
  }
  return true;
}

static void add_character(vt_buffer *out, uint32_t c) {
  uint8_t utf8[4] = {(uint8_t)c};
  size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const uint8_t marks[] = {0, 0, 0xc0, 0xe0, 0xf0};
  for (size_t i = size; size > 1 && i-- > 0; c >>= 6)
    utf8[i] = (uint8_t)(i == 0 ? marks[size] | c : 0x80 | (c & 0x3f));
  vt_buffer_add(out, utf8, size);
}

/* Past the backslash. */
static bool take_escape(cursor *c, vt_buffer *out) {
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  uint32_t high, low;
  if (c->at == c->end) return false;
  char letter = *c->at++;
  if (letter != 'u') {
    const char *found = letter != 0 ? strchr(letters, letter) : NULL;
    if (found != NULL) vt_buffer_add(out, meant + (found - letters), 1);
    return found != NULL;
  }
  if (!take_hex(c, &high)) return false;
  if (high >= 0xd800 && high < 0xdc00) {
    if (!take(c, '\\') || !take(c, 'u') || !take_hex(c, &low) || low < 0xdc00 || low > 0xdfff)
      return false;
    high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  } else if (high >= 0xdc00 && high < 0xe000) {
    return false;
  }
  add_character(out, high);
  return true;
}

bool vt_log_text(const vt_log_line *line, const char *key, vt_buffer *out) {
  const vt_log_field *f = vt_log_field_of(line, key, '"');
  if (f == NULL || !vt_buffer_reserve(out, f->length + 1)) return false;
  cursor c = {f->at, f->at + f->length};
  while (c.at < c.end) {
    const char *from = c.at;
    while (c.at < c.end && *c.at != '\\') c.at++;
    vt_buffer_add(out, from, (size_t)(c.at - from));
    if (take(&c, '\\') && !take_escape(&c, out)) return false;
  }
  return !out->failed;
}

static int sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

bool vt_log_bytes(const vt_log_line *line, const char *key, vt_buffer *out) {
  const vt_log_field *f = vt_log_field_of(line, key, '"');
  if (f == NULL || f->length % 4 != 0) return false;
  if (f->length == 0) return true; /* nothing to free, as of an answer that was none */
  if (!vt_buffer_reserve(out, f->length)) return false;
  size_t left = f->length;
  while (left != 0 && left + 2 > f->length && f->at[left - 1] == '=') left--;
  uint32_t word = 0;
  for (size_t i = 0; i < left; i++) {
    int digit = sextet(f->at[i]);
    if (digit < 0) return false;
    word = word << 6 | (uint32_t)digit;
    if (i % 4 == 0) continue;
    uint8_t byte = (uint8_t)(word >> (6 - 2 * (i % 4)));
    vt_buffer_add(out, &byte, 1);
  }
  return true;
}

bool vt_log_object(const vt_log_line *line, const char *key, vt_log_line *out) {
  size_t at;
  const vt_log_field *f = vt_log_field_of(line, key, '{');
  return f != NULL && vt_log_read(out, f->at, f->length, &at);
}
