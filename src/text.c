/* text.c - UTF-8 and names, as the host and the guest send them.
 *
 * Owns nothing, keeps nothing. Never reads past the length it is given. */
#include "text.h"

#include <stdint.h>
#include <string.h>

#include "status.h"

/* Bytes of a character that begins with c, and the range of its second byte, from
 * the table of well-formed sequences in the Unicode Standard; 0: none does. */
static size_t char_length(uint8_t c, uint8_t *low, uint8_t *high) {
  *low = 0x80;
  *high = 0xbf;
  if (c < 0x80) return 1;
  if (c < 0xc2 || c > 0xf4) return 0;
  if (c < 0xe0) return 2;
  if (c == 0xe0) *low = 0xa0;
  if (c == 0xed) *high = 0x9f;
  if (c == 0xf0) *low = 0x90;
  if (c == 0xf4) *high = 0x8f;
  return c < 0xf0 ? 3 : 4;
}

/* How many of the bytes at s begin a character; *whole: all of it is there. */
static size_t char_bytes(const uint8_t *s, size_t length, bool *whole) {
  uint8_t low, high;
  size_t size = char_length(s[0], &low, &high);
  *whole = false;
  if (size == 0) return 0;
  size_t n = 1;
  while (n < size && n < length && s[n] >= low && s[n] <= high) {
    low = 0x80;
    high = 0xbf;
    n++;
  }
  *whole = n == size;
  return n;
}

static size_t ascii_prefix(const uint8_t *s, size_t length) {
  size_t i = 0;
  for (uint64_t word; length - i >= sizeof word; i += sizeof word) {
    memcpy(&word, s + i, sizeof word);
    if ((word & 0x8080808080808080u) != 0) break;
  }
  while (i < length && s[i] < 0x80) i++;
  return i;
}

size_t vt_utf8_prefix(const void *text, size_t length) {
  const uint8_t *s = text;
  size_t i = 0;
  while (i < length) {
    bool whole = true;
    size_t n = ascii_prefix(s + i, length - i);
    if (n == 0) n = char_bytes(s + i, length - i, &whole);
    if (!whole) break;
    i += n;
  }
  return i;
}

size_t vt_utf8_broken(const void *text, size_t length, bool *more) {
  bool whole;
  size_t n = char_bytes(text, length, &whole);
  *more = n != 0 && n == length;
  return n != 0 ? n : 1;
}

vitrine_status vt_check_text(const char *text, size_t length, const char *what) {
  size_t good = vt_utf8_prefix(text, length);
  if (good != length)
    return vt_fail(VITRINE_ERR_TEXT, "%s is not UTF-8 at byte %zu: convert it first", what, good);
  const char *nul = length != 0 ? memchr(text, 0, length) : NULL;
  if (nul != NULL)
    return vt_fail(VITRINE_ERR_TEXT, "%s has a NUL at byte %zu: remove it", what,
                   (size_t)(nul - text));
  return VITRINE_OK;
}

/* --- names --- */

#define NAME_MAX_BYTES 200u /* what the guest interns, and a module's dot */

static bool is_name_char(char c, bool first) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (!first && c >= '0' && c <= '9');
}

static bool is_keyword(const char *name, size_t length) {
  static const char keywords[][9] = {
      "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
      "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
      "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
      "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
  if (length < 2 || length > 8) return false;
  for (size_t i = 0; i < sizeof keywords / sizeof keywords[0] && keywords[i][0] <= name[0]; i++)
    if (keywords[i][0] == name[0] && strncmp(keywords[i], name, length) == 0 &&
        strlen(keywords[i]) == length)
      return true;
  return false;
}

/* Length of the identifier at `name`; 0: there is none. */
static size_t identifier(const char *name) {
  size_t n = 0;
  while (is_name_char(name[n], n == 0)) n++;
  return n != 0 && !is_keyword(name, n) ? n : 0;
}

vitrine_status vt_check_name(const char *name, bool dotted, const char *what) {
  if (name == NULL) return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", what);
  size_t length = strlen(name);
  if (length > NAME_MAX_BYTES)
    return vt_fail(VITRINE_ERR_TOOBIG, "%s has %zu bytes: at most %u", what, length,
                   NAME_MAX_BYTES);
  size_t n = identifier(name);
  if (dotted && n != 0 && name[n] == '.') {
    size_t second = identifier(name + n + 1);
    n = second != 0 ? n + 1 + second : 0;
  }
  if (n != 0 && name[n] == 0) return VITRINE_OK;
  size_t shown = vt_utf8_prefix(name, length < 60 ? length : 60);
  return vt_fail(VITRINE_ERR_MISUSE, "%s is \"%.*s\": it has to be a Python name%s", what,
                 (int)shown, name, dotted ? ", like query or db.query" : "");
}
