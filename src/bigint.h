/* bigint.h - integers beyond 64 bits, between bytes and decimal digits.
 *
 * The bytes are CBOR's: big-endian, the number n itself or, if `negative`, the
 * number -1 - n. */
#ifndef VT_BIGINT_H
#define VT_BIGINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In decimal, with a '-' if negative, NUL-terminated; free with vt_free(). NULL:
 * no memory. 4,000 digits take about 0.3 ms, a million about a second. */
char *vt_bigint_decimal(const uint8_t *bytes, size_t length, bool negative);
/* From `count` decimal digits, of which the first is not 0: *length bytes, of
 * which the first is not 0 either. Free with vt_free(). NULL: no memory. */
uint8_t *vt_bigint_bytes(const char *digits, size_t count, bool negative, size_t *length);

#endif
