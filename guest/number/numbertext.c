// numbertext.c - numbers as text: digits of ints, and doubles in each notation.
#include "numbertext.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "digits.h"
#include "py/objint.h"
#include "py/runtime.h"
#include "machine/stop.h"

// As CPython's: turning digits into bits takes time that grows with their square.
size_t vitrine_digits_limit = 4300;

void vitrine_digits_refuse(size_t digits) {
    if (digits == 0) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Exceeds the limit (%u digits) for integer string "
            "conversion; use sys.set_int_max_str_digits() to increase the limit"), (unsigned)vitrine_digits_limit);
    }
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Exceeds the limit (%u digits) for integer string "
        "conversion: value has %u digits; use sys.set_int_max_str_digits() to increase the limit"),
        (unsigned)vitrine_digits_limit, (unsigned)digits);
}

static void add_small(vstr_t *out, mp_uint_t value, unsigned base, char ten) {
    char room[sizeof(value) * 8];
    size_t at = sizeof(room);
    do {
        unsigned digit = value % base;
        room[--at] = digit < 10 ? '0' + digit : ten + digit - 10;
        value /= base;
    } while (value > 0);
    vstr_add_strn(out, room + at, sizeof(room) - at);
}

static void add_bits(vstr_t *out, const mpz_t *z, unsigned bits, char ten) {
    size_t n = z->len * MPZ_DIG_SIZE;
    bool started = false;
    for (size_t at = (n + bits - 1) / bits * bits; at > 0;) {
        at -= bits;
        unsigned digit = 0;
        for (unsigned i = bits; i-- > 0;) {
            size_t bit = at + i;
            digit = digit << 1 | (bit < n ? z->dig[bit / MPZ_DIG_SIZE] >> bit % MPZ_DIG_SIZE & 1 : 0);
        }
        started = started || digit > 0;
        if (started) {
            vstr_add_byte(out, digit < 10 ? '0' + digit : ten + digit - 10);
        }
    }
}

static void add_decimal(vstr_t *out, const mpz_t *z) {
    size_t n = z->len, start = out->len;
    // A digit is at least 3.32 bits; what is far too long is refused before the work.
    if (vitrine_digits_limit && n > vitrine_digits_limit / 9 + 2) {
        vitrine_digits_refuse(0);
    }
    mpz_dig_t *left = m_new(mpz_dig_t, n);
    memcpy(left, z->dig, n * sizeof(*left));
    // Nine digits at a time, the last ones first.
    while (n > 0) {
        vitrine_stop_check();
        uint64_t rest = 0;
        for (size_t i = n; i-- > 0;) {
            rest = rest << 32 | left[i];
            left[i] = rest / 1000000000u;
            rest %= 1000000000u;
        }
        n -= left[n - 1] == 0;
        for (int i = 0; i < 9 && (n > 0 || rest > 0); ++i, rest /= 10) {
            vstr_add_byte(out, '0' + rest % 10);
        }
    }
    m_del(mpz_dig_t, left, z->len);
    size_t digits = out->len - start;
    if (vitrine_digits_limit && digits > vitrine_digits_limit) {
        vitrine_digits_refuse(0);
    }
    for (char *low = out->buf + start, *high = out->buf + out->len - 1; low < high; ++low, --high) {
        char c = *low;
        *low = *high;
        *high = c;
    }
}

bool vitrine_int_digits(vstr_t *out, mp_obj_t value, unsigned base, bool upper) {
    char ten = upper ? 'A' : 'a';
    if (mp_obj_is_small_int(value)) {
        mp_int_t small = MP_OBJ_SMALL_INT_VALUE(value);
        add_small(out, small < 0 ? -(mp_uint_t)small : (mp_uint_t)small, base, ten);
        return small < 0;
    }
    const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(value))->mpz;
    if (z->len == 0) {
        vstr_add_byte(out, '0');
    } else if (base == 10) {
        add_decimal(out, z);
    } else {
        add_bits(out, z, base == 2 ? 1 : base == 8 ? 3 : 4, ten);
    }
    return z->neg;
}

// --- doubles ---

static void add_zeros(vstr_t *out, int n) {
    if (n > 0) {
        memset(vstr_add_len(out, n), '0', n);
    }
}

// Digits from position `from` to position `to` behind the point; there are zeros around them.
static void add_digits(vstr_t *out, const vitrine_decimal_text *d, int from, int to) {
    for (; from < to && from < -d->point; ++from) {
        vstr_add_byte(out, '0');
    }
    int at = from + d->point, have = d->n - at;
    if (have > to - from) {
        have = to - from;
    }
    if (have > 0) {
        vstr_add_strn(out, d->digits + at, have);
        from += have;
    }
    add_zeros(out, to - from);
}

void vitrine_float_text(vstr_t *out, double value, char notation, int precision, unsigned flags) {
    bool upper = notation < 'a';
    notation |= 32;
    if (!isfinite(value)) {
        const char *text = isnan(value) ? "nanNAN" : value < 0 ? "-inf-INF" : "infINF";
        size_t half = strlen(text) / 2;
        vstr_add_strn(out, text + (upper ? half : 0), half);
        return;
    }
    if (signbit(value)) {
        vstr_add_byte(out, '-');
        value = -value;
    }
    bool alternate = flags & VITRINE_FLOAT_ALTERNATE, point = flags & VITRINE_FLOAT_POINT, exponent = notation == 'e';
    vitrine_decimal_text d;
    int behind; // digits behind the point
    if (notation == 'r') {
        vitrine_digits_shortest(value, &d);
        exponent = d.n > 0 && (d.point <= -4 || d.point > 16);
        behind = exponent ? d.n - 1 : d.n - d.point;
    } else if (notation == 'f') {
        vitrine_digits_exact(value, precision, true, &d);
        behind = precision;
    } else if (notation == 'e') {
        vitrine_digits_exact(value, precision < INT_MAX ? precision + 1 : precision, false, &d);
        behind = precision;
    } else {
        precision = precision == 0 ? 1 : precision;
        vitrine_digits_exact(value, precision, false, &d);
        int digits = alternate ? precision : d.n, before = d.n == 0 ? 1 : d.point;
        exponent = before <= -4 || before > precision - (point ? 1 : 0);
        behind = exponent ? digits - 1 : digits - before;
    }
    int shown = d.n == 0 ? 0 : d.point - 1; // the exponent
    if (exponent) {
        d.point = d.n == 0 ? 0 : 1;
    }
    behind = behind < 0 ? 0 : behind;
    if (point && !exponent && behind == 0) {
        behind = 1;
    }
    if (d.n == 0 || d.point <= 0) {
        vstr_add_byte(out, '0');
    } else {
        add_digits(out, &d, -d.point, 0);
    }
    if (behind > 0 || alternate) {
        vstr_add_byte(out, '.');
        if (d.n == 0) {
            add_zeros(out, behind);
        } else {
            add_digits(out, &d, 0, behind);
        }
    }
    if (exponent) {
        vstr_printf(out, "%c%c%02d", upper ? 'E' : 'e', shown < 0 ? '-' : '+', shown < 0 ? -shown : shown);
    }
}

void vitrine_complex_text(vstr_t *out, double real, double imag) {
    bool both = real != 0 || signbit(real);
    if (both) {
        vstr_add_byte(out, '(');
        vitrine_float_text(out, real, 'r', 0, 0);
        if (!signbit(imag) || isnan(imag)) {
            vstr_add_byte(out, '+');
        }
    }
    vitrine_float_text(out, imag, 'r', 0, 0);
    vstr_add_str(out, both ? "j)" : "j");
}
