// quote.c - how text is shown: repr() of str.
//
// What is printable is decided coarsely: all but controls, spaces of other
// kinds, marks of direction, surrogates, private use and non-characters.
#include "quote.h"

#include <stdbool.h>
#include <string.h>

#include "py/unicode.h"

static bool is_printable(unichar c) {
    static const struct {
        unichar first, last;
    } hidden[] = {
        {0x00, 0x1f}, {0x7f, 0xa0}, {0xad, 0xad}, {0x600, 0x605}, {0x61c, 0x61c}, {0x6dd, 0x6dd},
        {0x70f, 0x70f}, {0x1680, 0x1680}, {0x180e, 0x180e}, {0x2000, 0x200f}, {0x2028, 0x202f},
        {0x205f, 0x206f}, {0x3000, 0x3000}, {0xd800, 0xf8ff}, {0xfeff, 0xfeff}, {0xfff0, 0xfffb},
        {0xe0000, 0x10ffff},
    };
    for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); ++i) {
        if (c <= hidden[i].last) {
            return c < hidden[i].first && (c & 0xfffe) != 0xfffe;
        }
    }
    return (c & 0xfffe) != 0xfffe; // the last two of a plane are no characters
}

static void print_escape(const mp_print_t *print, unichar c) {
    if (c == '\n') {
        mp_print_str(print, "\\n");
    } else if (c == '\r') {
        mp_print_str(print, "\\r");
    } else if (c == '\t') {
        mp_print_str(print, "\\t");
    } else if (c < 0x80 && c >= ' ' && c != 0x7f) {
        mp_printf(print, "\\%c", (int)c); // a quote or a backslash
    } else if (c < 0x100) {
        mp_printf(print, "\\x%02x", (unsigned)c);
    } else if (c < 0x10000) {
        mp_printf(print, "\\u%04x", (unsigned)c);
    } else {
        mp_printf(print, "\\U%08x", (unsigned)c);
    }
}

void vitrine_print_quoted(const mp_print_t *print, const uint8_t *text, size_t len) {
    bool single = memchr(text, '\'', len) != NULL;
    char quote = single && memchr(text, '"', len) == NULL ? '"' : '\'';
    const uint8_t *s = text, *end = text + len, *plain = s; // what is printed as it is
    mp_print_strn(print, &quote, 1, 0, 0, 0);
    while (s < end) {
        unichar c = *s;
        const uint8_t *next = s + 1;
        if (c >= 0x80) {
            c = utf8_get_char(s);
            next = utf8_next_char(s);
            if (next > end) {
                next = end;
            }
        }
        if (c == (unichar)quote || c == '\\' || !is_printable(c)) {
            mp_print_strn(print, (const char *)plain, s - plain, 0, 0, 0);
            print_escape(print, c);
            plain = next;
        }
        s = next;
    }
    mp_print_strn(print, (const char *)plain, end - plain, 0, 0, 0);
    mp_print_strn(print, &quote, 1, 0, 0, 0);
}
