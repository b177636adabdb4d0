// parsenum.c - ints, floats and complex numbers from text: of programs, int(), float(), complex().
//
// Takes the place of upstream's. With a lexer, what is wrong is a SyntaxError.
// Digits of other scripts and blanks of any kind are taken for those of ASCII.
#include "py/parsenum.h"

#include <math.h>
#include <string.h>

#include "text/chars.h"
#include "number/digits.h"
#include "number/numbertext.h"
#include "py/objint.h"
#include "py/parsenumbase.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "text/quote.h"
#include "machine/stop.h"
#include "text/utf8.h"

static NORETURN void raise_error(mp_obj_t exception, mp_lexer_t *lex) {
    if (lex != NULL) {
        ((mp_obj_base_t *)MP_OBJ_TO_PTR(exception))->type = &mp_type_SyntaxError;
        mp_obj_exception_add_traceback(exception, lex->source_name, lex->tok_line, MP_QSTRnull);
    }
    nlr_raise(exception);
}

// `before` and the text, quoted.
static NORETURN void refuse(const char *before, vitrine_span text, mp_lexer_t *lex) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 50, &print);
    mp_print_str(&print, before);
    size_t start = vstr.len, most = 200;
    vitrine_print_quoted(&print, text.p, text.n, false);
    const byte *shown = (const byte *)vstr.buf + start;
    if (vitrine_text_length(shown, vstr.len - start) > most) {
        vstr.len = start + vitrine_text_at(shown, vstr.len - start, most);
    }
    raise_error(mp_obj_new_exception_arg1(&mp_type_ValueError, mp_obj_new_str_from_utf8_vstr(&vstr)), lex);
}

// A number in a source, without its prefix.
static NORETURN void refuse_literal(vitrine_span s, int base, bool prefixed, mp_lexer_t *lex) {
    const char *kind = !prefixed ? "decimal" : base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
    mp_obj_t exception = MP_OBJ_NULL;
    for (size_t i = 0; i < s.n && exception == MP_OBJ_NULL && base < 10; ++i) {
        if (s.p[i] >= '0' + base && s.p[i] <= '9') {
            exception = mp_obj_new_exception_msg_varg(&mp_type_SyntaxError, MP_ERROR_TEXT("invalid digit '%c' in %s literal"), s.p[i], kind);
        }
    }
    if (exception == MP_OBJ_NULL) {
        exception = mp_obj_new_exception_msg_varg(&mp_type_SyntaxError, MP_ERROR_TEXT("invalid %s literal"), kind);
    }
    raise_error(exception, lex);
}

// The text without blanks around it, digits and blanks of other scripts as those of ASCII.
static vitrine_span plain(vitrine_span s, vstr_t *room) {
    if (!vitrine_is_ascii(s.p, s.n)) {
        vstr_init(room, s.n);
        for (const byte *p = s.p, *end = s.p + s.n; p < end;) {
            unichar c = vitrine_char_next(&p, end);
            int digit = vitrine_decimal(c);
            vstr_add_char(room, digit >= 0 ? (unichar)('0' + digit) : c >= 128 && vitrine_is_space(c) ? ' ' : c);
        }
        s = (vitrine_span) {(const byte *)room->buf, room->len};
    }
    for (; s.n > 0 && vitrine_is_space(*s.p); ++s.p, --s.n) {
    }
    while (s.n > 0 && vitrine_is_space(s.p[s.n - 1])) {
        --s.n;
    }
    return s;
}

// --- ints ---

static unsigned digit_value(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'z' ? (c | 32) - 'a' + 10 : 99;
}

// Digits of a power of two, into the bits where they belong.
static mp_obj_t from_bits(const byte *p, size_t n, unsigned bits, bool negative) {
    mp_obj_int_t *o = mp_obj_int_new_mpz();
    size_t words = (n * bits + MPZ_DIG_SIZE - 1) / MPZ_DIG_SIZE + 1;
    mpz_dig_t *dig = m_new0(mpz_dig_t, words);
    size_t at = 0;
    for (size_t i = n; i-- > 0;) {
        if (p[i] == '_') {
            continue;
        }
        uint64_t value = (uint64_t)digit_value(p[i]) << at % MPZ_DIG_SIZE;
        dig[at / MPZ_DIG_SIZE] |= value;
        dig[at / MPZ_DIG_SIZE + 1] |= value >> MPZ_DIG_SIZE;
        at += bits;
    }
    while (words > 0 && dig[words - 1] == 0) {
        --words;
    }
    o->mpz = (mpz_t) {.neg = negative, .alloc = words ? words : 1, .len = words, .dig = dig};
    return MP_OBJ_FROM_PTR(o);
}

// As many digits at a time as fit into a word.
static mp_obj_t from_digits(const byte *p, size_t n, unsigned base, bool negative) {
    mp_obj_int_t *o = mp_obj_int_new_mpz();
    size_t words = n * 6 / MPZ_DIG_SIZE + 2, used = 0; // log2 of 36 is less than 6
    mpz_dig_t *dig = m_new(mpz_dig_t, words);
    for (size_t i = 0; i < n;) {
        vitrine_stop_check();
        uint32_t value = 0, scale = 1;
        for (; i < n && scale <= UINT32_MAX / 36; ++i) {
            if (p[i] != '_') {
                value = value * base + digit_value(p[i]);
                scale *= base;
            }
        }
        uint64_t carry = value;
        for (size_t k = 0; k < used; ++k) {
            carry += (uint64_t)dig[k] * scale;
            dig[k] = carry;
            carry >>= 32;
        }
        if (carry) {
            dig[used++] = carry;
        }
    }
    o->mpz = (mpz_t) {.neg = used > 0 && negative, .alloc = words, .len = used, .dig = dig};
    return MP_OBJ_FROM_PTR(o);
}

mp_obj_t mp_parse_num_integer(const char *restrict text, size_t len, int base_in, mp_lexer_t *lex) {
    vstr_t room;
    vitrine_span all = {(const byte *)text, len}, s = plain(all, &room);
    if ((base_in != 0 && base_in < 2) || base_in > 36) {
        mp_raise_ValueError(MP_ERROR_TEXT("int() base must be >= 2 and <= 36, or 0"));
    }
    bool negative = s.n > 0 && *s.p == '-';
    if (s.n > 0 && (*s.p == '-' || *s.p == '+')) {
        ++s.p;
        --s.n;
    }
    int base = base_in;
    size_t prefix = mp_parse_num_base((const char *)s.p, s.n, &base);
    bool only_zeros = base == 1; // a number that begins with a zero
    base = only_zeros ? 10 : base;
    s.p += prefix;
    s.n -= prefix;
    if (prefix > 0 && s.n > 1 && *s.p == '_') {
        ++s.p;
        --s.n;
    }
    // Digits, with an underscore between two of them at most.
    size_t digits = 0;
    bool good = s.n > 0;
    mp_uint_t value = 0;
    bool fits = true;
    byte before = '_';
    for (size_t i = 0; i < s.n && good; before = s.p[i++]) {
        if (s.p[i] == '_') {
            good = before != '_' && i + 1 < s.n;
            continue;
        }
        unsigned digit = digit_value(s.p[i]);
        good = digit < (unsigned)base && !(only_zeros && digit > 0);
        ++digits;
        fits = fits && value <= (mp_uint_t)(MP_SMALL_INT_MAX - 35) / 36;
        value = fits ? value * base + digit : value;
    }
    if (!good) {
        char before_text[48];
        vstr_t message;
        vstr_init_fixed_buf(&message, sizeof(before_text), before_text);
        vstr_printf(&message, "invalid literal for int() with base %d: ", base_in);
        if (lex != NULL && only_zeros) {
            raise_error(mp_obj_new_exception_msg(&mp_type_SyntaxError, MP_ERROR_TEXT(
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")), lex);
        }
        if (lex != NULL) {
            refuse_literal(s, base, prefix > 0, lex);
        }
        refuse(vstr_null_terminated_str(&message), all, lex);
    }
    if (fits) {
        return MP_OBJ_NEW_SMALL_INT(negative ? -(mp_int_t)value : (mp_int_t)value);
    }
    mp_obj_t result;
    if ((base & (base - 1)) == 0) {
        result = from_bits(s.p, s.n, __builtin_ctz(base), negative);
    } else {
        if (vitrine_digits_limit && digits > vitrine_digits_limit) {
            if (lex != NULL) {
                raise_error(mp_obj_new_exception_msg_varg(&mp_type_SyntaxError, MP_ERROR_TEXT(
                    "Exceeds the limit (%u digits) for integer string conversion: value has %u digits; use "
                    "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                    "literals to avoid decimal conversion limits."), (unsigned)vitrine_digits_limit, (unsigned)digits), lex);
            }
            vitrine_digits_refuse(digits);
        }
        result = from_digits(s.p, s.n, base, negative);
    }
    mp_int_t small;
    if (mpz_as_int_checked(&((mp_obj_int_t *)MP_OBJ_TO_PTR(result))->mpz, &small) && MP_SMALL_INT_FITS(small)) {
        return MP_OBJ_NEW_SMALL_INT(small);
    }
    return result;
}

// --- floats ---

static bool is_word(const byte *p, const byte *end, const char *word) {
    size_t n = strlen(word);
    for (size_t i = 0; i < n; ++i) {
        if (p + i >= end || (p[i] | 32) != word[i]) {
            return false;
        }
    }
    return true;
}

// Reads digits with single underscores between them; false: one is in another place.
static bool read_digits(const byte **p, const byte *end, vstr_t *digits) {
    const byte *start = *p;
    for (; *p < end; ++*p) {
        if (**p >= '0' && **p <= '9') {
            vstr_add_byte(digits, **p);
        } else if (**p != '_' || *p == start || *p + 1 == end || (*p)[1] < '0' || (*p)[1] > '9' || (*p)[-1] == '_') {
            return **p != '_';
        }
    }
    return true;
}

// The unsigned number at *p, which is moved behind it; false: there is none.
static bool read_float(const byte **p, const byte *end, double *value) {
    if (is_word(*p, end, "inf")) {
        *p += is_word(*p, end, "infinity") ? 8 : 3;
        *value = INFINITY;
        return true;
    }
    if (is_word(*p, end, "nan")) {
        *p += 3;
        *value = NAN;
        return true;
    }
    vstr_t digits;
    char room[64];
    if ((size_t)(end - *p) < sizeof(room)) {
        vstr_init_fixed_buf(&digits, sizeof(room), room);
    } else {
        vstr_init(&digits, end - *p + 1);
    }
    bool good = read_digits(p, end, &digits);
    int exponent = 0;
    if (good && *p < end && **p == '.') {
        size_t before = digits.len;
        ++*p;
        good = read_digits(p, end, &digits);
        exponent = -(int)(digits.len - before);
    }
    if (!good || digits.len == 0) {
        return false;
    }
    if (*p < end && (**p | 32) == 'e') {
        const byte *q = *p + 1;
        bool negative = q < end && *q == '-';
        q += q < end && (*q == '-' || *q == '+');
        if (q < end && *q >= '0' && *q <= '9') {
            vstr_t power;
            vstr_init(&power, 16);
            if (!read_digits(&q, end, &power)) {
                return false;
            }
            int e = 0;
            for (size_t i = 0; i < power.len && e < 100000000; ++i) {
                e = e * 10 + (power.buf[i] - '0');
            }
            exponent += negative ? -e : e;
            *p = q;
        }
    }
    *value = vitrine_digits_value(digits.buf, digits.len, exponent);
    vstr_clear(&digits);
    return true;
}

static bool read_sign(const byte **p, const byte *end) {
    bool negative = *p < end && **p == '-';
    *p += *p < end && (**p == '-' || **p == '+');
    return negative;
}

// [real][imag j], possibly in parentheses; false: it is something else.
static bool read_complex(vitrine_span s, double *real, double *imag) {
    if (s.n > 1 && *s.p == '(' && s.p[s.n - 1] == ')') {
        vstr_t unused;
        s = plain((vitrine_span) {s.p + 1, s.n - 2}, &unused);
    }
    const byte *p = s.p, *end = s.p + s.n;
    double parts[2] = {0, 0};
    for (int i = 0; i < 2; ++i) {
        const byte *start = p;
        bool negative = read_sign(&p, end), signed_too = p > start;
        double value = 1;
        if (i == 1 && !signed_too) {
            return false;
        }
        if (!(p < end && (*p | 32) == 'j') && !read_float(&p, end, &value)) {
            return false;
        }
        value = negative ? -value : value;
        if (p < end && (*p | 32) == 'j') {
            parts[1] = value;
            ++p;
            break;
        }
        if (i == 1) {
            return false;
        }
        parts[0] = value;
        if (p == end) {
            break;
        }
    }
    *real = parts[0];
    *imag = parts[1];
    return p == end;
}

mp_obj_t mp_parse_num_decimal(const char *text, size_t len, bool allow_imag, bool force_complex, mp_lexer_t *lex) {
    vstr_t room;
    vitrine_span all = {(const byte *)text, len}, s = plain(all, &room);
    if (force_complex) {
        double real, imag;
        if (!read_complex(s, &real, &imag)) {
            mp_raise_ValueError(MP_ERROR_TEXT("complex() arg is a malformed string"));
        }
        return mp_obj_new_complex(real, imag);
    }
    const byte *p = s.p, *end = s.p + s.n;
    bool negative = read_sign(&p, end);
    double value;
    if (read_float(&p, end, &value)) {
        value = negative ? -value : value;
        if (p == end) {
            return mp_obj_new_float(value);
        }
        if (allow_imag && p + 1 == end && (*p | 32) == 'j') {
            return mp_obj_new_complex(0, value);
        }
    }
    if (lex != NULL) {
        raise_error(mp_obj_new_exception_msg(&mp_type_SyntaxError, MP_ERROR_TEXT("invalid decimal literal")), lex);
    }
    refuse("could not convert string to float: ", all, NULL);
}
