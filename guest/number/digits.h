// digits.h - between doubles and their decimal digits, exactly.
#ifndef VITRINE_GUEST_DIGITS_H
#define VITRINE_GUEST_DIGITS_H

#include <stdbool.h>
#include <stddef.h>

#include "py/mpz.h"

// 0.DIGITS times ten to the power of `point`. No zeros in front; n is 0 for zero.
// No double has more than 767 digits, and a few are made at a time.
typedef struct {
    int n, point;
    char digits[800];
} vitrine_decimal_text;

// value is finite and not negative.
// The fewest digits that are nearer to value than to any other double.
void vitrine_digits_shortest(double value, vitrine_decimal_text *d);
// Rounded, half to even, to so many digits in all, or behind the point. Zeros at the end are left out.
void vitrine_digits_exact(double value, int count, bool behind_point, vitrine_decimal_text *d);
// The double that is nearest to digits times ten to the power of exponent.
double vitrine_digits_value(const char *digits, size_t n, int exponent);
// The double that is nearest to top / bottom, which is not 0; infinity beyond the largest.
double vitrine_digits_ratio(const mpz_t *top, const mpz_t *bottom);

#endif
