/* bigint.c - changes the base of large numbers.
 *
 * Owns nothing beyond a call. Both directions are one algorithm: split the number,
 * convert the halves, and put them together with one multiplication in the new
 * base. Limbs are little-endian, of base 2^32 or 10^9. Multiplication is
 * Karatsuba's: a number of the size of a value's limit takes seconds at worst,
 * where the plain way takes a minute. */
#include "bigint.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"

#define BINARY ((uint64_t)1 << 32)
#define DECIMAL ((uint64_t)1000000000)
#define DECIMAL_DIGITS 9u
/* Below this many limbs the plain way is faster: measured. */
#define PLAIN 48u

/* --- arithmetic --- */

static void multiply_binary(uint32_t *out, const uint32_t *a, size_t an, const uint32_t *b,
                            size_t bn) {
  memset(out, 0, (an + bn) * sizeof *out);
  for (size_t j = 0; j < bn; j++) {
    uint64_t carry = 0;
    for (size_t i = 0; i < an; i++) {
      uint64_t t = (uint64_t)a[i] * b[j] + out[i + j] + carry;
      out[i + j] = (uint32_t)t;
      carry = t >> 32;
    }
    out[an + j] = (uint32_t)carry;
  }
}

/* By columns: a division for each limb of the product, none for each step. */
static void multiply_decimal(uint32_t *out, const uint32_t *a, size_t an, const uint32_t *b,
                             size_t bn) {
  const uint64_t most = 8 * DECIMAL * DECIMAL; /* and one product more fits */
  uint64_t carry = 0;
  for (size_t k = 0; k < an + bn; k++) {
    size_t i = k < bn ? 0 : k - bn + 1, end = k < an ? k + 1 : an;
    uint64_t low = carry % DECIMAL, high = carry / DECIMAL;
    for (; i < end; i++) {
      low += (uint64_t)a[i] * b[k - i];
      bool over = low >= most;
      low -= over ? most : 0;
      high += over ? 8 * DECIMAL : 0;
    }
    out[k] = (uint32_t)(low % DECIMAL);
    carry = high + low / DECIMAL;
  }
}

static void multiply_plain(uint32_t *out, const uint32_t *a, size_t an, const uint32_t *b,
                           size_t bn, uint64_t base) {
  if (base == BINARY) multiply_binary(out, a, an, b, bn);
  else multiply_decimal(out, a, an, b, bn);
}

/* to += a; to has room for the carry. */
static void add(uint32_t *to, const uint32_t *a, size_t n, uint64_t base) {
  uint64_t carry = 0;
  for (size_t i = 0; i < n || carry != 0; i++) {
    uint64_t t = (uint64_t)to[i] + (i < n ? a[i] : 0) + carry;
    carry = t >= base;
    to[i] = (uint32_t)(carry != 0 ? t - base : t);
  }
}

/* to -= a, which is not larger. */
static void subtract(uint32_t *to, const uint32_t *a, size_t n, uint64_t base) {
  uint64_t borrow = 0;
  for (size_t i = 0; i < n || borrow != 0; i++) {
    uint64_t t = (uint64_t)to[i] + base - (i < n ? a[i] : 0) - borrow;
    borrow = t < base;
    to[i] = (uint32_t)(borrow != 0 ? t : t - base);
  }
}

/* Limbs of room that multiply_same() needs: each level takes 4 (n / 2 + 2). */
static size_t scratch_for(size_t n) { return 4 * n + 16 * sizeof n * 8; }

/* Both of n limbs. */
static void multiply_same(uint32_t *out, const uint32_t *a, const uint32_t *b, size_t n,
                          uint32_t *scratch, uint64_t base) {
  if (n < PLAIN) {
    multiply_plain(out, a, n, b, n, base);
    return;
  }
  size_t low = n / 2, high = n - low, m = high + 1;
  uint32_t *as = scratch, *bs = scratch + m, *middle = scratch + 2 * m;
  memcpy(as, a + low, high * sizeof *a);
  memcpy(bs, b + low, high * sizeof *b);
  as[high] = bs[high] = 0;
  add(as, a, low, base);
  add(bs, b, low, base);
  scratch += 4 * m;
  multiply_same(middle, as, bs, m, scratch, base);
  multiply_same(out, a, b, low, scratch, base);
  multiply_same(out + 2 * low, a + low, b + low, high, scratch, base);
  subtract(middle, out, 2 * low, base);
  subtract(middle, out + 2 * low, 2 * high, base);
  size_t used = 2 * m; /* what is above is zero, and may not fit behind out */
  while (used > 0 && middle[used - 1] == 0) used--;
  add(out + low, middle, used, base);
}

/* out has an + bn limbs. False: no memory. */
static bool multiply(uint32_t *out, const uint32_t *a, size_t an, const uint32_t *b, size_t bn,
                     uint64_t base) {
  if (an < bn) {
    const uint32_t *c = a;
    size_t cn = an;
    a = b, an = bn;
    b = c, bn = cn;
  }
  if (bn < PLAIN) {
    multiply_plain(out, a, an, b, bn, base);
    return true;
  }
  uint32_t *product = vt_alloc((2 * bn + scratch_for(bn)) * sizeof *product);
  if (product == NULL) return false;
  bool good = true;
  memset(out, 0, (an + bn) * sizeof *out);
  for (size_t at = 0; at < an && good; at += bn) {
    size_t n = an - at < bn ? an - at : bn;
    if (n == bn) multiply_same(product, a + at, b, bn, product + 2 * bn, base);
    else good = multiply(product, b, bn, a + at, n, base);
    size_t used = good ? n + bn : 0;
    while (used > 0 && product[used - 1] == 0) used--;
    add(out + at, product, used, base);
  }
  vt_free(product);
  return good;
}

/* --- the change of base --- */

#define LEAF ((size_t)32) /* limbs that are converted the plain way */
#define LEVELS (sizeof(size_t) * 8)

typedef struct {
  uint64_t from, to; /* bases */
  /* power[i] is from ^ (LEAF << i) in the new base. */
  uint32_t *power[LEVELS];
  size_t length[LEVELS];
} change;

/* Limbs that n limbs become at most: log(2^32) / log(10^9) is below 1.0705. */
static size_t changed_room(size_t n) { return n + n / 13 + 2; }

static inline size_t change_plain_in(uint32_t *out, const uint32_t *limbs, size_t n, uint64_t from,
                                     uint64_t to) {
  size_t length = 0;
  while (n-- > 0) {
    uint64_t carry = limbs[n];
    for (size_t i = 0; i < length; i++) {
      carry += out[i] * from;
      out[i] = (uint32_t)(carry % to);
      carry /= to;
    }
    for (; carry != 0; carry /= to) out[length++] = (uint32_t)(carry % to);
  }
  return length;
}

static size_t change_plain(const change *c, uint32_t *out, const uint32_t *limbs, size_t n) {
  return c->from == BINARY ? change_plain_in(out, limbs, n, BINARY, DECIMAL)
                           : change_plain_in(out, limbs, n, DECIMAL, BINARY);
}

static size_t trimmed(const uint32_t *limbs, size_t n) {
  while (n > 0 && limbs[n - 1] == 0) n--;
  return n;
}

/* Makes power[level] from the one below. */
static bool make_power(change *c, size_t level) {
  if (c->power[level] != NULL) return true;
  size_t n = level == 0 ? changed_room(LEAF + 1) : 2 * c->length[level - 1];
  uint32_t *power = vt_alloc(n * sizeof *power);
  if (power == NULL) return false;
  c->power[level] = power;
  if (level == 0) {
    uint32_t one[LEAF + 1] = {0};
    one[LEAF] = 1;
    c->length[0] = change_plain(c, power, one, LEAF + 1);
    return true;
  }
  const uint32_t *below = c->power[level - 1];
  if (!multiply(power, below, c->length[level - 1], below, c->length[level - 1], c->to))
    return false;
  c->length[level] = trimmed(power, n);
  return true;
}

/* out has changed_room(n) limbs; *length of them are used. False: no memory. */
static bool change_base(change *c, uint32_t *out, size_t *length, const uint32_t *limbs, size_t n) {
  if (n <= 2 * LEAF) {
    *length = change_plain(c, out, limbs, n);
    return true;
  }
  size_t level = 0;
  if (!make_power(c, 0)) return false;
  while ((LEAF << (level + 1)) < n)
    if (!make_power(c, ++level)) return false;
  size_t low = LEAF << level, high = n - low, high_length, low_length;
  uint32_t *room = vt_alloc((changed_room(high) + changed_room(low)) * sizeof *room);
  if (room == NULL) return false;
  uint32_t *high_limbs = room, *low_limbs = room + changed_room(high);
  bool good = change_base(c, high_limbs, &high_length, limbs + low, high) &&
              change_base(c, low_limbs, &low_length, limbs, low);
  if (good) {
    size_t used = high_length + c->length[level];
    uint32_t *product = vt_alloc((used + 1) * sizeof *product);
    good = product != NULL &&
           multiply(product, high_limbs, high_length, c->power[level], c->length[level], c->to);
    if (good) {
      /* The product may have a limb of zero more than out has room for. */
      product[used] = 0;
      add(product, low_limbs, low_length, c->to);
      *length = trimmed(product, used + 1);
      memcpy(out, product, *length * sizeof *out);
    }
    vt_free(product);
  }
  vt_free(room);
  return good;
}

/* As above, with out made for it; free with vt_free(). */
static uint32_t *changed(uint64_t from, const uint32_t *limbs, size_t n, size_t *length) {
  change c = {.from = from, .to = from == BINARY ? DECIMAL : BINARY};
  uint32_t *out = vt_alloc(changed_room(n) * sizeof *out);
  bool good = out != NULL && change_base(&c, out, length, limbs, n);
  for (size_t i = 0; i < LEVELS; i++) vt_free(c.power[i]);
  if (good) return out;
  vt_free(out);
  return NULL;
}

/* --- bytes and digits --- */

static size_t put_limb(char *to, uint32_t limb, bool first) {
  char digits[16];
  int n = snprintf(digits, sizeof digits, first ? "%" PRIu32 : "%09" PRIu32, limb);
  memcpy(to, digits, (size_t)n);
  return (size_t)n;
}

char *vt_bigint_decimal(const uint8_t *bytes, size_t length, bool negative) {
  size_t n = (length + 3) / 4 + 1, decimals = 0;
  uint32_t *limbs = vt_alloc(n * sizeof *limbs);
  if (limbs == NULL) return NULL;
  memset(limbs, 0, n * sizeof *limbs);
  for (size_t i = 0; i < length; i++)
    limbs[i / 4] |= (uint32_t)bytes[length - 1 - i] << (i % 4 * 8);
  if (negative) add(limbs, (const uint32_t[]){1}, 1, BINARY);
  uint32_t *decimal = changed(BINARY, limbs, trimmed(limbs, n), &decimals);
  vt_free(limbs);
  char *text = decimal != NULL ? vt_alloc(decimals * DECIMAL_DIGITS + 3) : NULL;
  if (text != NULL) {
    size_t at = 0;
    if (negative) text[at++] = '-';
    if (decimals == 0) text[at++] = '0';
    for (size_t i = decimals; i-- > 0;) at += put_limb(text + at, decimal[i], i + 1 == decimals);
    text[at] = 0;
  }
  vt_free(decimal);
  return text;
}

uint8_t *vt_bigint_bytes(const char *digits, size_t count, bool negative, size_t *length) {
  size_t n = (count + DECIMAL_DIGITS - 1) / DECIMAL_DIGITS, used = 0;
  uint32_t *decimal = vt_alloc(n * sizeof *decimal);
  if (decimal == NULL) return NULL;
  size_t left = count;
  for (size_t i = 0; i < n; i++) {
    size_t from = left > DECIMAL_DIGITS ? left - DECIMAL_DIGITS : 0;
    decimal[i] = 0;
    for (size_t k = from; k < left; k++) decimal[i] = decimal[i] * 10 + (uint32_t)(digits[k] - '0');
    left = from;
  }
  uint32_t *limbs = changed(DECIMAL, decimal, n, &used);
  vt_free(decimal);
  uint8_t *bytes = limbs != NULL ? vt_alloc(used * 4 + 1) : NULL;
  if (bytes != NULL) {
    if (negative && used != 0) subtract(limbs, (const uint32_t[]){1}, 1, BINARY);
    size_t size = used * 4;
    while (size > 0 && (limbs[(size - 1) / 4] >> ((size - 1) % 4 * 8) & 0xff) == 0) size--;
    for (size_t i = 0; i < size; i++) bytes[size - 1 - i] = (uint8_t)(limbs[i / 4] >> (i % 4 * 8));
    *length = size;
  }
  vt_free(limbs);
  return bytes;
}
