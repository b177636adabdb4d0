/* utf8text.c - UTF-8 as the Unicode standard has it: no overlong forms, no
 * surrogates, nothing above U+10FFFF. */
#include "utf8text.h"

/* Length of the UTF-8 character at s, or 0. */
static size_t character(const unsigned char *s, size_t left) {
  unsigned char c = s[0];
  size_t n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
  if (n > left) return 0;
  for (size_t i = 1; i < n; ++i) {
    if ((s[i] & 0xc0) != 0x80) return 0;
  }
  if ((c == 0xe0 && s[1] < 0xa0) || (c == 0xed && s[1] >= 0xa0) || (c == 0xf0 && s[1] < 0x90) ||
      (c == 0xf4 && s[1] >= 0x90))
    return 0;
  return n;
}

size_t cli_text_check(const char *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    size_t n = text[at] == 0 ? 0 : character((const unsigned char *)text + at, length - at);
    if (n == 0) return at;
    at += n;
  }
  return length;
}

void cli_text_clean(char *text, size_t length) {
  for (size_t at = 0; (at += cli_text_check(text + at, length - at)) < length; ++at) text[at] = '?';
}
