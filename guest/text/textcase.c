// textcase.c - methods of str, bytes and bytearray about case and classes of characters.
//
// Bytes know ASCII only. Text goes through the tables of chars.c unless it is ASCII.
#include "chars.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "textmethods.h"

static bool ascii_lower(unichar c) {
    return c >= 'a' && c <= 'z';
}

static bool ascii_upper(unichar c) {
    return c >= 'A' && c <= 'Z';
}

// --- other cases ---

// A capital sigma is another small letter at the end of a word.
static bool is_final_sigma(const byte *start, const byte *at, const byte *next, const byte *end) {
    bool before = false;
    while (at > start) {
        unichar c = vitrine_char_before(start, &at);
        if (!vitrine_is_case_ignorable(c)) {
            before = vitrine_is_cased(c);
            break;
        }
    }
    while (before && next < end) {
        unichar c = vitrine_char_next(&next, end);
        if (!vitrine_is_case_ignorable(c)) {
            return !vitrine_is_cased(c);
        }
    }
    return before;
}

static void add_case(vstr_t *out, vitrine_span s, const byte *at, const byte *next, unichar c, vitrine_case to) {
    unichar cases[3];
    size_t n = vitrine_to_case(c, to, cases);
    if (c == 0x3a3 && to == CASE_LOWER && is_final_sigma(s.p, at, next, s.p + s.n)) {
        cases[0] = 0x3c2;
    }
    for (size_t i = 0; i < n; ++i) {
        vstr_add_char(out, cases[i]);
    }
}

typedef enum { LOWER, UPPER, FOLD, TITLE, CAPITALIZE, SWAP } change_t;

static mp_obj_t change_ascii(mp_obj_t self, vitrine_span s, change_t change) {
    vstr_t out;
    vstr_init_len(&out, s.n);
    bool in_word = false;
    for (size_t i = 0; i < s.n; ++i) {
        byte c = s.p[i];
        bool lower = ascii_lower(c), letter = lower || ascii_upper(c);
        bool up = change == UPPER || (change == SWAP && lower)
            || (change == TITLE && !in_word) || (change == CAPITALIZE && i == 0);
        in_word = letter;
        out.buf[i] = letter && up == lower ? c ^ 32 : c;
    }
    return vitrine_new_from_vstr(mp_obj_get_type(self), &out);
}

static mp_obj_t change_case(mp_obj_t self, change_t change) {
    vitrine_span s = vitrine_span_of(self);
    if (!mp_obj_is_str(self) || vitrine_is_ascii(s.p, s.n)) {
        return change_ascii(self, s, change);
    }
    vstr_t out;
    vstr_init(&out, s.n + 8);
    bool in_word = false;
    const byte *end = s.p + s.n;
    for (const byte *p = s.p; p < end;) {
        const byte *at = p;
        unichar c = vitrine_char_next(&p, end);
        vitrine_case to = change == UPPER ? CASE_UPPER : change == FOLD ? CASE_FOLD : CASE_LOWER;
        if ((change == TITLE && !in_word) || (change == CAPITALIZE && at == s.p)) {
            to = CASE_TITLE;
        } else if (change == SWAP && vitrine_is_lower(c)) {
            to = CASE_UPPER;
        }
        if (change == SWAP && to == CASE_LOWER && !vitrine_is_upper(c)) {
            vstr_add_char(&out, c);
        } else {
            add_case(&out, s, at, p, c, to);
        }
        in_word = change == TITLE && vitrine_is_cased(c);
    }
    return vitrine_text_new_vstr(&out);
}

#define CHANGE(name, change) \
    static mp_obj_t text_##name(size_t n_args, const mp_obj_t *args) { \
        return change_case(args[0], change); \
    } \
    VITRINE_METHOD(name, 1, 1, text_##name)
CHANGE(lower, LOWER);
CHANGE(upper, UPPER);
CHANGE(casefold, FOLD);
CHANGE(title, TITLE);
CHANGE(capitalize, CAPITALIZE);
CHANGE(swapcase, SWAP);

// --- classes ---

static bool ascii_alpha(unichar c) {
    return ascii_lower(c | 32);
}

static bool ascii_digit(unichar c) {
    return c >= '0' && c <= '9';
}

static bool ascii_alnum(unichar c) {
    return ascii_alpha(c) || ascii_digit(c);
}

static bool ascii_space(unichar c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

typedef bool class_t(unichar c);

// Whether there are characters and all of them are in the class; `ascii`, which
// may be NULL, decides for characters below 128, and all of bytes.
static mp_obj_t all_are(mp_obj_t self, class_t *ascii, class_t *class) {
    vitrine_span s = vitrine_span_of(self);
    bool is_text = mp_obj_is_str(self);
    const byte *end = s.p + s.n;
    for (const byte *p = s.p; p < end;) {
        unichar c = is_text ? vitrine_char_next(&p, end) : *p++;
        if (!(ascii != NULL && (!is_text || c < 0x80) ? ascii(c) : class(c))) {
            return mp_const_false;
        }
    }
    return mp_obj_new_bool(s.n > 0);
}

#define CLASS(name, ascii, class) \
    static mp_obj_t text_##name(size_t n_args, const mp_obj_t *args) { \
        return all_are(args[0], ascii, class); \
    } \
    VITRINE_METHOD(name, 1, 1, text_##name)
CLASS(isalnum, ascii_alnum, vitrine_is_alnum);
CLASS(isalpha, ascii_alpha, vitrine_is_alpha);
CLASS(isdigit, ascii_digit, vitrine_is_digit);
CLASS(isdecimal, ascii_digit, vitrine_is_decimal);
CLASS(isnumeric, ascii_digit, vitrine_is_numeric);

static mp_obj_t text_isspace(size_t n_args, const mp_obj_t *args) {
    return all_are(args[0], mp_obj_is_str(args[0]) ? NULL : ascii_space, vitrine_is_space);
}
VITRINE_METHOD(isspace, 1, 1, text_isspace);

static mp_obj_t text_isprintable(size_t n_args, const mp_obj_t *args) {
    vitrine_span s = vitrine_span_of(args[0]);
    return s.n == 0 ? mp_const_true : all_are(args[0], NULL, vitrine_is_printable);
}
VITRINE_METHOD(isprintable, 1, 1, text_isprintable);

static mp_obj_t text_isascii(size_t n_args, const mp_obj_t *args) {
    vitrine_span s = vitrine_span_of(args[0]);
    return mp_obj_new_bool(vitrine_is_ascii(s.p, s.n));
}
VITRINE_METHOD(isascii, 1, 1, text_isascii);

static mp_obj_t text_isidentifier(size_t n_args, const mp_obj_t *args) {
    vitrine_span s = vitrine_span_of(args[0]);
    const byte *p = s.p, *end = s.p + s.n;
    if (p == end || !vitrine_is_identifier_start(vitrine_char_next(&p, end))) {
        return mp_const_false;
    }
    while (p < end) {
        if (!vitrine_is_identifier(vitrine_char_next(&p, end))) {
            return mp_const_false;
        }
    }
    return mp_const_true;
}
VITRINE_METHOD(isidentifier, 1, 1, text_isidentifier);

static bool is_lower(unichar c, bool is_text) {
    return is_text && c >= 0x80 ? vitrine_is_lower(c) : ascii_lower(c);
}

static bool is_upper(unichar c, bool is_text) {
    return is_text && c >= 0x80 ? vitrine_is_upper(c) : ascii_upper(c);
}

static bool is_title(unichar c, bool is_text) {
    return is_text && c >= 0x80 && vitrine_is_title(c);
}

// Some characters have the case, and none has the other.
static mp_obj_t is_case(mp_obj_t self, bool upper) {
    vitrine_span s = vitrine_span_of(self);
    bool is_text = mp_obj_is_str(self), any = false;
    const byte *end = s.p + s.n;
    for (const byte *p = s.p; p < end;) {
        unichar c = is_text ? vitrine_char_next(&p, end) : *p++;
        if ((upper ? is_lower(c, is_text) : is_upper(c, is_text)) || is_title(c, is_text)) {
            return mp_const_false;
        }
        any = any || (upper ? is_upper(c, is_text) : is_lower(c, is_text));
    }
    return mp_obj_new_bool(any);
}

static mp_obj_t text_islower(size_t n_args, const mp_obj_t *args) {
    return is_case(args[0], false);
}
VITRINE_METHOD(islower, 1, 1, text_islower);

static mp_obj_t text_isupper(size_t n_args, const mp_obj_t *args) {
    return is_case(args[0], true);
}
VITRINE_METHOD(isupper, 1, 1, text_isupper);

static mp_obj_t text_istitle(size_t n_args, const mp_obj_t *args) {
    vitrine_span s = vitrine_span_of(args[0]);
    bool is_text = mp_obj_is_str(args[0]), any = false, in_word = false;
    const byte *end = s.p + s.n;
    for (const byte *p = s.p; p < end;) {
        unichar c = is_text ? vitrine_char_next(&p, end) : *p++;
        bool first = is_upper(c, is_text) || is_title(c, is_text), lower = is_lower(c, is_text);
        if (in_word ? first : lower) {
            return mp_const_false;
        }
        in_word = first || lower;
        any = any || in_word;
    }
    return mp_obj_new_bool(any);
}
VITRINE_METHOD(istitle, 1, 1, text_istitle);
