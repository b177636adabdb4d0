// quote.c - how text is shown: repr() and ascii() of str and bytes.
#include "quote.h"

#include <stdbool.h>
#include <string.h>

#include "chars.h"
#include "machine/port.h"
#include "utf8.h"

#define PIECE 4096 // of plain text, printed at once

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

typedef enum { TEXT, ASCII, BYTES } kind_t;

// What a result shows is cut, and of a megabyte the rest need not be looked at.
static bool is_cut(const mp_print_t *print) {
    return print->print_strn == vitrine_buffer_print && ((const vitrine_buffer_t *)print->data)->cut;
}

static void print_quoted(const mp_print_t *print, const byte *text, size_t len, kind_t kind) {
    bool single = memchr(text, '\'', len) != NULL;
    char quote = single && memchr(text, '"', len) == NULL ? '"' : '\'';
    const byte *s = text, *end = text + len, *plain = s; // what is printed as it is
    print->print_strn(print->data, &quote, 1);
    while (s < end) {
        const byte *at = s;
        unichar c = kind == BYTES ? *s++ : vitrine_char_next(&s, end);
        bool shown = c < 0x80 ? c >= ' ' && c != 0x7f && c != (unichar)quote && c != '\\'
            : kind == TEXT && vitrine_is_printable(c);
        if (!shown) {
            print->print_strn(print->data, (const char *)plain, at - plain);
            print_escape(print, c);
            plain = s;
        } else if (s - plain >= PIECE) {
            print->print_strn(print->data, (const char *)plain, s - plain);
            plain = s;
        }
        if (plain == s && is_cut(print)) {
            return;
        }
    }
    print->print_strn(print->data, (const char *)plain, end - plain);
    print->print_strn(print->data, &quote, 1);
}

void vitrine_print_quoted(const mp_print_t *print, const byte *text, size_t len, bool ascii) {
    print_quoted(print, text, len, ascii ? ASCII : TEXT);
}

void vitrine_print_quoted_bytes(const mp_print_t *print, const byte *bytes, size_t len) {
    print_quoted(print, bytes, len, BYTES);
}

void vitrine_print_ascii(const mp_print_t *print, mp_obj_t o) {
    vstr_t text;
    mp_print_t to_text;
    vstr_init_print(&text, 16, &to_text);
    mp_obj_print_helper(&to_text, o, PRINT_REPR);
    const byte *s = (const byte *)text.buf, *end = s + text.len, *plain = s;
    while (s < end) {
        const byte *at = s;
        unichar c = vitrine_char_next(&s, end);
        if (c >= 0x80) {
            print->print_strn(print->data, (const char *)plain, at - plain);
            print_escape(print, c);
            plain = s;
        }
    }
    print->print_strn(print->data, (const char *)plain, end - plain);
    vstr_clear(&text);
}
