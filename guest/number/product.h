// product.h - products of big integers.
#ifndef VITRINE_GUEST_PRODUCT_H
#define VITRINE_GUEST_PRODUCT_H

#include "py/mpz.h"

// r = a * b; the digits of r, of which there is room for a_len + b_len and which
// lie apart from those of a and b. The result is how many r has. May collect.
size_t vitrine_product(mpz_dig_t *r, const mpz_dig_t *a, size_t a_len, const mpz_dig_t *b, size_t b_len);

#endif
