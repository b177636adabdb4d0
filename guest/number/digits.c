// digits.c - between doubles and their decimal digits, exactly.
//
// Shortest digits after Giulietti's Schubfach, reading after Eisel and Lemire, both
// with 128 bits of each power of ten. What those cannot decide, and all that is
// asked for by a number of digits, is done with as many bits as it takes.
#include "digits.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "py/mpz.h"
#include "machine/stop.h"
#include "number/powertable.h"

typedef unsigned __int128 wide_t;

#define FRACTION_BITS 52
#define HIDDEN ((uint64_t)1 << FRACTION_BITS)
// The exponent of the last bit of a fraction, of numbers that are not normal.
#define LEAST (-1074)

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, 8);
    return bits;
}

static double double_of(uint64_t bits) {
    double value;
    memcpy(&value, &bits, 8);
    return value;
}

// value is *m times two to the power of the result.
static int split(double value, uint64_t *m) {
    uint64_t bits = bits_of(value);
    int exponent = bits >> FRACTION_BITS;
    *m = bits & (HIDDEN - 1);
    if (exponent > 0) {
        *m |= HIDDEN;
        --exponent;
    }
    return exponent + LEAST;
}

static void put_integer(vitrine_decimal_text *d, uint64_t value) {
    char room[20];
    int n = 0;
    while (value > 0) {
        room[n++] = '0' + value % 10;
        value /= 10;
    }
    d->n = n;
    for (int i = 0; i < n; ++i) {
        d->digits[i] = room[n - 1 - i];
    }
}

static void drop_zeros(vitrine_decimal_text *d) {
    while (d->n > 0 && d->digits[d->n - 1] == '0') {
        --d->n;
    }
}

// --- the fewest digits ---

static wide_t power_up(int k) {
    wide_t g = (wide_t)powers[k - POWER_FIRST].high << 64 | powers[k - POWER_FIRST].low;
    return k >= 0 && k <= 55 ? g : g + 1;
}

// The upper part of g * c; that something was below makes the last bit odd.
static uint64_t round_to_odd(wide_t g, uint64_t c) {
    wide_t low = (wide_t)(uint64_t)g * c, high = (wide_t)(uint64_t)(g >> 64) * c;
    high += (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

static int floor_shift(int value, int shift) {
    return value >= 0 ? value >> shift : -((-value + (1 << shift) - 1) >> shift);
}

// The result times ten to the power of *exponent.
static uint64_t shortest(double value, int *exponent) {
    uint64_t c;
    int q = split(value, &c);
    if (q <= 0 && q > -FRACTION_BITS - 1 && (c & (((uint64_t)1 << -q) - 1)) == 0) {
        *exponent = 0;
        return c >> -q;
    }
    // Below a power of two, doubles lie twice as close.
    bool closer = c == HIDDEN && q > LEAST;
    uint64_t odd = c & 1, lower = 4 * c - 2 + closer, middle = 4 * c, upper = 4 * c + 2;
    int k = floor_shift(q * 1262611 - (closer ? 524031 : 0), 22); // log10 of 2**q, or of 3/4 of it
    int h = q + floor_shift(-k * 1741647, 19) + 1; // log2 of 10**-k
    wide_t g = power_up(-k);
    lower = round_to_odd(g, lower << h) + odd;
    middle = round_to_odd(g, middle << h);
    upper = round_to_odd(g, upper << h) - odd;
    uint64_t s = middle / 4;
    if (s >= 10) {
        uint64_t ten = s / 10;
        bool down = lower <= 40 * ten, up = 40 * ten + 40 <= upper;
        if (down != up) {
            *exponent = k + 1;
            return ten + up;
        }
    }
    *exponent = k;
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down != up) {
        return s + up;
    }
    uint64_t half = 4 * s + 2;
    return s + (middle > half || (middle == half && (s & 1)));
}

void vitrine_digits_shortest(double value, vitrine_decimal_text *d) {
    d->n = d->point = 0;
    if (value != 0) {
        int exponent;
        put_integer(d, shortest(value, &exponent));
        d->point = d->n + exponent;
        drop_zeros(d);
    }
}

// --- a number of digits ---

#define BILLION 1000000000u
#define FRACTION_WORDS 34 // of 32 bits: 1074 of them

static void put_nine(vitrine_decimal_text *d, uint32_t nine) {
    for (uint32_t unit = BILLION / 10; unit > 0; unit /= 10) {
        char digit = '0' + nine / unit % 10;
        if (d->n == 0 && digit == '0') {
            continue;
        }
        d->digits[d->n++] = digit;
    }
}

// m times two to the power of q, which is not negative.
static void put_large(vitrine_decimal_text *d, uint64_t m, int q) {
    uint32_t nines[36] = {m % BILLION, m / BILLION % BILLION, 0}; // the last ones first
    int n = 2;
    for (int step; q > 0; q -= step) {
        step = q < 29 ? q : 29;
        uint64_t carry = 0;
        for (int i = 0; i < n; ++i) {
            carry += (uint64_t)nines[i] << step;
            nines[i] = carry % BILLION;
            carry /= BILLION;
        }
        if (carry) {
            nines[n++] = carry;
        }
    }
    while (n > 0) {
        put_nine(d, nines[--n]);
    }
    d->point = d->n;
}

static void round_at(vitrine_decimal_text *d, int keep, bool more) {
    if (keep >= d->n) {
        return;
    }
    if (keep < 0) {
        d->n = 0;
        return;
    }
    bool up = d->digits[keep] > '5';
    if (d->digits[keep] == '5') {
        for (int i = keep + 1; i < d->n; ++i) {
            more = more || d->digits[i] != '0';
        }
        up = more || (keep > 0 && (d->digits[keep - 1] & 1));
    }
    d->n = keep;
    if (!up) {
        return;
    }
    while (d->n > 0 && d->digits[d->n - 1] == '9') {
        --d->n;
    }
    if (d->n > 0) {
        ++d->digits[d->n - 1];
    } else {
        d->digits[d->n++] = '1';
        ++d->point;
    }
}

void vitrine_digits_exact(double value, int count, bool behind_point, vitrine_decimal_text *d) {
    d->n = d->point = 0;
    if (value == 0) {
        return;
    }
    uint64_t m;
    int q = split(value, &m);
    bool more = false;
    if (q >= 0) {
        put_large(d, m, q);
    } else {
        uint64_t whole = q > -64 ? m >> -q : 0;
        put_integer(d, whole);
        d->point = d->n;
        // The fraction, its first bit on top of the first word.
        uint32_t words[FRACTION_WORDS + 1] = {0};
        m -= q > -64 ? whole << -q : 0;
        int end = -q, last = (end + 31) / 32; // words in use
        int shift = last * 32 - end;
        words[last - 1] = m << shift;
        for (int i = last - 2, have = 32 - shift; i >= 0 && have < 64; --i, have += 32) {
            words[i] = m >> have;
        }
        for (;;) {
            while (last > 0 && words[last - 1] == 0) {
                --last;
            }
            int64_t keep = (int64_t)count + (behind_point ? d->point : 0);
            if (last == 0 || (d->n > 0 && d->n > keep)) {
                break;
            }
            if (d->n == 0 && behind_point && -d->point > count) {
                break; // nothing but zeros, as far as is asked for
            }
            uint64_t carry = 0;
            for (int i = last - 1; i >= 0; --i) {
                carry += (uint64_t)words[i] * BILLION;
                words[i] = carry;
                carry >>= 32;
            }
            int before = d->n;
            put_nine(d, carry);
            if (before == 0) {
                d->point -= 9 - d->n;
            }
        }
        more = last > 0;
    }
    int64_t keep = (int64_t)count + (behind_point ? d->point : 0);
    if (d->n > 0) {
        round_at(d, keep > d->n ? d->n : keep, more);
    }
    drop_zeros(d);
    if (d->n == 0) {
        d->point = 0;
    }
}

// --- reading ---

// w times ten to the power of q, w not 0. False: it needs more bits.
static bool nearest(uint64_t w, int q, double *value) {
    if (q < POWER_FIRST || q > 308) {
        *value = q < 0 ? 0 : INFINITY;
        return true;
    }
    int zeros = __builtin_clzll(w);
    w <<= zeros;
    wide_t product = (wide_t)w * powers[q - POWER_FIRST].high;
    uint64_t high = product >> 64, low = product;
    if ((high & 0x1ff) == 0x1ff) {
        uint64_t second = (wide_t)w * powers[q - POWER_FIRST].low >> 64;
        low += second;
        high += second > low;
    }
    if (low == UINT64_MAX && (q < -27 || q > 55)) {
        return false;
    }
    int upper = high >> 63;
    uint64_t m = high >> (upper + 9);
    int exponent = floor_shift(217706 * q, 16) + 63 + upper - zeros + 1023;
    if (exponent <= 0) {
        if (exponent < -62) {
            *value = 0;
            return true;
        }
        m >>= 1 - exponent;
        m = (m + (m & 1)) >> 1;
        *value = double_of(m); // HIDDEN becomes the first normal exponent
        return true;
    }
    // Right between two doubles, only powers that are exact can be.
    if (low <= 1 && q >= -4 && q <= 23 && (m & 3) == 1 && m << (upper + 9) == high) {
        m &= ~(uint64_t)1;
    }
    m = (m + (m & 1)) >> 1;
    if (m >= HIDDEN << 1) {
        m = HIDDEN;
        ++exponent;
    }
    *value = exponent >= 0x7ff ? INFINITY : double_of((m & (HIDDEN - 1)) | (uint64_t)exponent << FRACTION_BITS);
    return true;
}

static size_t bit_length(const mpz_t *z) {
    return z->len * MPZ_DIG_SIZE - __builtin_clz(z->dig[z->len - 1]);
}

static void multiply_by_power(mpz_t *z, int ten) {
    mpz_t base, exponent, power;
    mpz_init_from_int(&base, 10);
    mpz_init_from_int(&exponent, ten);
    mpz_init_zero(&power);
    mpz_pow_inpl(&power, &base, &exponent);
    mpz_mul_inpl(z, z, &power);
    mpz_deinit(&base);
    mpz_deinit(&exponent);
    mpz_deinit(&power);
}

double vitrine_digits_ratio(const mpz_t *top_in, const mpz_t *bottom_in) {
    if (mpz_is_zero(top_in)) {
        return 0;
    }
    // 66 or 67 bits of the quotient, and whether there is more.
    int64_t shift = 66 - ((int64_t)bit_length(top_in) - (int64_t)bit_length(bottom_in));
    if (shift < -2000) {
        return top_in->neg != bottom_in->neg ? -INFINITY : INFINITY;
    }
    if (shift > 4000) {
        return top_in->neg != bottom_in->neg ? -0.0 : 0;
    }
    mpz_t top, bottom, quotient, rest;
    mpz_init_zero(&top);
    mpz_init_zero(&bottom);
    mpz_shl_inpl(&top, top_in, shift > 0 ? shift : 0);
    mpz_shl_inpl(&bottom, bottom_in, shift < 0 ? -shift : 0);
    top.neg = bottom.neg = 0;
    mpz_init_zero(&quotient);
    mpz_init_zero(&rest);
    mpz_divmod_inpl(&quotient, &rest, &top, &bottom);
    wide_t q = 0;
    for (size_t i = quotient.len; i-- > 0;) {
        q = q << MPZ_DIG_SIZE | quotient.dig[i];
    }
    bool more = !mpz_is_zero(&rest);
    int bits = bit_length(&quotient);
    mpz_deinit(&top);
    mpz_deinit(&bottom);
    mpz_deinit(&quotient);
    mpz_deinit(&rest);
    // The value is q times two to the power of -shift. Of it, cut bits are rounded away.
    int cut = bits - FRACTION_BITS - 1, least = LEAST + (int)shift;
    cut = cut < least ? least : cut;
    wide_t m = 0;
    if (cut < 100) {
        wide_t lost = q & (((wide_t)1 << cut) - 1), half = (wide_t)1 << (cut - 1);
        m = q >> cut;
        m += lost > half || (lost == half && (more || (m & 1)));
    }
    double value = ldexp((double)(uint64_t)m, cut - (int)shift);
    return top_in->neg != bottom_in->neg ? -value : value;
}

// By big integers; all digits count, and exponent is not far out.
static double by_division(const char *digits, size_t n, int exponent) {
    mpz_t top, bottom;
    mpz_init_zero(&top);
    mpz_set_from_str(&top, digits, n, false, 10);
    mpz_init_from_int(&bottom, 1);
    multiply_by_power(exponent < 0 ? &bottom : &top, exponent < 0 ? -exponent : exponent);
    double value = vitrine_digits_ratio(&top, &bottom);
    mpz_deinit(&top);
    mpz_deinit(&bottom);
    return value;
}

double vitrine_digits_value(const char *digits, size_t n, int exponent) {
    while (n > 0 && *digits == '0') {
        ++digits;
        --n;
    }
    while (n > 0 && digits[n - 1] == '0') {
        --n;
        ++exponent;
    }
    if (n == 0 || exponent + (int64_t)n < -330) {
        return 0;
    }
    if (exponent + (int64_t)n > 310) {
        return INFINITY;
    }
    uint64_t w = 0;
    size_t used = n < 19 ? n : 19;
    for (size_t i = 0; i < used; ++i) {
        w = 10 * w + (digits[i] - '0');
    }
    int q = exponent + (int)(n - used);
    static const double exact[] = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    };
    if (used == n && w <= HIDDEN << 1 && q >= -22 && q <= 22) {
        return q < 0 ? (double)w / exact[-q] : (double)w * exact[q];
    }
    double value, next;
    if (nearest(w, q, &value) && (used == n || (nearest(w + 1, q, &next) && next == value))) {
        return value;
    }
    // More than this are only more than nothing.
    char room[800];
    if (n > sizeof(room)) {
        memcpy(room, digits, sizeof(room) - 1);
        room[sizeof(room) - 1] = '1';
        exponent += n - sizeof(room);
        digits = room;
        n = sizeof(room);
    }
    return by_division(digits, n, exponent);
}
