// utf8.h - characters of UTF-8 text: decoding, counting, finding the i-th.
#ifndef VITRINE_GUEST_UTF8_H
#define VITRINE_GUEST_UTF8_H

#include <string.h>

#include "py/objstr.h"

typedef struct {
    const byte *p;
    size_t n;
} vitrine_span;

// Of a str, bytes or bytearray; a pointer to bytes of a bytearray is good until that changes.
static inline vitrine_span vitrine_span_of(mp_obj_t text) {
    GET_STR_DATA_LEN(text, data, len);
    return (vitrine_span) {data, len};
}

static inline bool vitrine_is_inner(byte b) {
    return (b & 0xc0) == 0x80;
}

// Bytes of the character that begins at s; never past end.
static inline size_t vitrine_char_size(const byte *s, const byte *end) {
    const byte *next = s + 1;
    while (next < end && vitrine_is_inner(*next)) {
        ++next;
    }
    return next - s;
}

// The character at *s, which is moved behind it; *s is before end.
static inline unichar vitrine_char_next(const byte **s, const byte *end) {
    unichar c = *(*s)++;
    if (c >= 0x80) {
        c &= c >= 0xf0 ? 7 : c >= 0xe0 ? 15 : 31;
        while (*s < end && vitrine_is_inner(**s)) {
            c = c << 6 | (*(*s)++ & 0x3f);
        }
    }
    return c;
}

// The character before *s, which is moved to it; *s is behind start.
static inline unichar vitrine_char_before(const byte *start, const byte **s) {
    const byte *end = *s;
    do {
        --*s;
    } while (*s > start && vitrine_is_inner(**s));
    const byte *at = *s;
    return vitrine_char_next(&at, end);
}

bool vitrine_is_ascii(const byte *p, size_t n);
size_t vitrine_text_length(const byte *p, size_t n);
// Where character `index` begins; index is at most the number of characters.
size_t vitrine_text_at(const byte *p, size_t n, size_t index);
// How many characters begin before byte `at`.
size_t vitrine_text_index(const byte *p, size_t n, size_t at);
// A collection may put something else in the place of a text: utf8.c, objstr.c.
void vitrine_text_forget(void);
void vitrine_grown_forget(void);

// A str of n bytes at p, which are whole characters. Nothing is looked at twice.
mp_obj_t vitrine_text_new(const byte *p, size_t n);
mp_obj_t vitrine_text_new_vstr(vstr_t *vstr);
// Takes the vstr's memory, as an object of that type.
mp_obj_t vitrine_new_from_vstr(const mp_obj_type_t *type, vstr_t *vstr);
// What bytes(...) and bytearray(...) are given, as bytes; `type` is for errors.
void vitrine_bytes_collect(vstr_t *vstr, const char *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t vitrine_bytes_slice(const mp_obj_type_t *type, vitrine_span s, mp_obj_t index);
// The index of one item of `name`; TypeError, IndexError.
size_t vitrine_item_index(const char *name, size_t len, mp_obj_t index);

#endif
