// numbertext.h - numbers as text: digits of ints, and doubles in each notation.
#ifndef VITRINE_GUEST_NUMBERTEXT_H
#define VITRINE_GUEST_NUMBERTEXT_H

#include "py/obj.h"

// Digits of an int without its sign, added to out. True: it is negative.
// Base 2, 8, 10, 16; ValueError if decimal digits would be too many.
bool vitrine_int_digits(vstr_t *out, mp_obj_t value, unsigned base, bool upper);

// More digits of an int than these are neither read nor written; 0: all are.
extern size_t vitrine_digits_limit;
NORETURN void vitrine_digits_refuse(size_t digits);

enum { VITRINE_FLOAT_ALTERNATE = 1, VITRINE_FLOAT_POINT = 2 };
// notation: r (shortest), e, f, g or one of these as a capital. ALTERNATE keeps the
// point and zeros, POINT adds .0 to what would look like an int.
void vitrine_float_text(vstr_t *out, double value, char notation, int precision, unsigned flags);
// As repr() shows it.
void vitrine_complex_text(vstr_t *out, double real, double imag);

#endif
