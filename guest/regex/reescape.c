// reescape.c - what stands behind a backslash.
#include <string.h>

#include "py/unicode.h"
#include "recompiler.h"

static uint32_t take_hex(compiler_t *c, const byte *escape, size_t digits) {
    uint32_t value = 0;
    size_t n = 0;
    for (; n < digits && unichar_isxdigit(peek(c) < 0 ? 0 : peek(c)); ++n) {
        value = value << 4 | unichar_xdigit_value(*c->p++);
    }
    if (n < digits) {
        fail(c, escape, "incomplete escape %.*s", (int)(c->p - escape), escape);
    }
    if (value > 0x10ffff) {
        fail(c, escape, "bad escape %.*s", (int)(c->p - escape), escape);
    }
    return value;
}

NORETURN void re_fail_escape(compiler_t *c, const byte *escape) {
    fail(c, escape, "bad escape %.*s", (int)(c->p - escape), escape);
}

int32_t re_take_escape(compiler_t *c, const byte *escape, int character) {
    static const char letters[] = "abfnrtv\\";
    static const char values[] = "\a\b\f\n\r\t\v\\";
    const char *letter = strchr(letters, character);
    if (letter != NULL && character != 'b' && character != '\0') {
        return values[letter - letters];
    }
    if (character == 'x') {
        return take_hex(c, escape, 2);
    }
    if (c->text && character == 'u') {
        return take_hex(c, escape, 4);
    }
    if (c->text && character == 'U') {
        return take_hex(c, escape, 8);
    }
    return -1;
}

uint32_t re_take_octal(compiler_t *c, const byte *escape, size_t most) {
    uint32_t value = escape[1] - '0';
    for (size_t n = 1; n < most && is_octal(peek(c)); ++n) {
        value = value * 8 + (*c->p++ - '0');
    }
    if (value > 0377) {
        fail(c, escape, "octal escape value %.*s outside of range 0-0o377",
            (int)(c->p - escape), escape);
    }
    return value;
}

uint32_t re_take_escaped(compiler_t *c) {
    ++c->p;
    if (c->p == c->end) {
        fail(c, c->p - 1, "bad escape (end of pattern)");
    }
    return re_decode(c->text, &c->p, c->end);
}
