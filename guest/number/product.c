// product.c - products of big integers: digit by digit, and Karatsuba's way where
// both are long. Memory is written once for each digit of a result, for a write
// costs more in the cage than a multiplication.
#include "number/product.h"

#include <string.h>

#include "py/misc.h"
#include "machine/stop.h"

#define BITS MPZ_DIG_SIZE
#define LONG 40 // digits from which on three products of halves are faster than one

typedef mpz_dig_t digit_t;
typedef mpz_dbl_dig_t wide_t;

// Column by column: what has the same place in the result is added up first.
static void by_digits(digit_t *r, const digit_t *a, size_t a_len, const digit_t *b, size_t b_len) {
    wide_t sum = 0;
    for (size_t column = 0; column + 1 < a_len + b_len; ++column) {
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
        size_t i = column < b_len ? 0 : column - b_len + 1, end = column < a_len ? column + 1 : a_len;
        wide_t beyond = 0;
        const digit_t *y = b + column - i;
        for (const digit_t *x = a + i; x < a + end; ++x, --y) {
            wide_t part = (wide_t)*x * *y;
            sum += part;
            beyond += sum < part;
        }
        r[column] = (digit_t)sum;
        sum = sum >> BITS | beyond << BITS;
    }
    r[a_len + b_len - 1] = (digit_t)sum;
}

// r += a, the carry too; no carry is left behind r's last digit, or it is meant to be lost.
static void add(digit_t *r, size_t r_len, const digit_t *a, size_t a_len) {
    wide_t carry = 0;
    for (size_t i = 0; i < r_len && (i < a_len || carry); ++i) {
        carry += (wide_t)r[i] + (i < a_len ? a[i] : 0);
        r[i] = (digit_t)carry;
        carry >>= BITS;
    }
}

// r = a - b or b - a, whichever is not negative; whether it was the latter. b_len <= a_len.
static bool difference(digit_t *r, const digit_t *a, size_t a_len, const digit_t *b, size_t b_len) {
    mpz_dbl_dig_signed_t borrow = 0;
    for (size_t i = 0; i < a_len; ++i) {
        borrow += (mpz_dbl_dig_signed_t)a[i] - (i < b_len ? b[i] : 0);
        r[i] = (digit_t)borrow;
        borrow >>= BITS;
    }
    if (borrow == 0) {
        return false;
    }
    wide_t carry = 1;
    for (size_t i = 0; i < a_len; ++i) {
        carry += (digit_t)~r[i];
        r[i] = (digit_t)carry;
        carry >>= BITS;
    }
    return true;
}

// a_len >= b_len. `room` is for ROOM(a_len) digits.
#define ROOM(len) (2 * ((len) + 64))
static void multiply(digit_t *r, const digit_t *a, size_t a_len, const digit_t *b, size_t b_len, digit_t *room) {
    size_t half = (a_len + 1) / 2;
    if (b_len < LONG) {
        by_digits(r, a, a_len, b, b_len);
    } else if (b_len <= half) {
        // Pieces of a that are as long as b.
        memset(r, 0, (a_len + b_len) * sizeof *r);
        for (size_t at = 0; at < a_len; at += b_len) {
            size_t n = MIN(b_len, a_len - at);
            multiply(room, b, b_len, a + at, n, room + 2 * b_len);
            add(r + at, a_len + b_len - at, room, n + b_len);
        }
    } else {
        // (a1 B + a0) (b1 B + b0): the middle is a1 b1 + a0 b0 - (a0 - a1) (b0 - b1).
        size_t high = a_len + b_len - 2 * half, m_len = 2 * half + 1;
        bool minus = difference(r, a, half, a + half, a_len - half);
        minus ^= difference(r + half, b, half, b + half, b_len - half);
        digit_t *m = room;
        room += m_len;
        multiply(m, r, half, r + half, half, room);
        m[m_len - 1] = 0;
        multiply(r, a, half, b, half, room);
        multiply(r + 2 * half, a + half, a_len - half, b + half, b_len - half, room);
        if (!minus) {
            // Negated, as many digits as it has: what is added next makes it positive.
            for (size_t i = 0; i < m_len; ++i) {
                m[i] = ~m[i];
            }
            add(m, m_len, (const digit_t[]){1}, 1);
        }
        add(m, m_len, r, 2 * half);
        add(m, m_len, r + 2 * half, high);
        add(r + half, a_len + b_len - half, m, m_len);
    }
}

size_t vitrine_product(mpz_dig_t *r, const mpz_dig_t *a, size_t a_len, const mpz_dig_t *b, size_t b_len) {
    if (a_len < b_len) {
        const mpz_dig_t *other = a;
        size_t len = a_len;
        a = b;
        a_len = b_len;
        b = other;
        b_len = len;
    }
    if (b_len < LONG) {
        by_digits(r, a, a_len, b, b_len);
    } else {
        digit_t *room = m_new(digit_t, ROOM(a_len));
        multiply(r, a, a_len, b, b_len, room);
        m_del(digit_t, room, ROOM(a_len));
    }
    size_t len = a_len + b_len;
    while (len > 0 && r[len - 1] == 0) {
        --len;
    }
    return len;
}
