/* sha256.c - SHA-256 and HMAC, for saved snapshots.
 *
 * Owns nothing. Plain C: some 250 MB a second, and a small snapshot is a few
 * kilobytes. */
#include "sha256.h"

#include <string.h>

/* The first 32 bits of the fractional parts of the cube roots of the first 64
 * primes, and of the square roots of the first 8. */
static const uint32_t round_constant[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
static const uint32_t start_state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

static uint32_t rotate(uint32_t x, unsigned by) { return x >> by | x << (32 - by); }

static void add_block(uint32_t state[8], const uint8_t *at) {
  uint32_t w[64];
  for (size_t i = 0; i < 16; i++)
    w[i] = (uint32_t)at[4 * i] << 24 | (uint32_t)at[4 * i + 1] << 16 |
           (uint32_t)at[4 * i + 2] << 8 | at[4 * i + 3];
  for (unsigned i = 16; i < 64; i++) {
    uint32_t x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) + w[i - 7] +
           (rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  for (unsigned i = 0; i < 64; i++) {
    uint32_t one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) +
                   round_constant[i] + w[i];
    uint32_t two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + one;
    d = c;
    c = b;
    b = a;
    a = one + two;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

void vt_sha256_start(vt_sha256 *sha) {
  memcpy(sha->state, start_state, sizeof start_state);
  sha->length = 0;
}

void vt_sha256_add(vt_sha256 *sha, const void *bytes, size_t length) {
  const uint8_t *at = bytes;
  size_t held = sha->length % VT_SHA256_BLOCK;
  sha->length += length;
  while (length != 0) {
    if (held == 0 && length >= VT_SHA256_BLOCK) {
      add_block(sha->state, at);
      at += VT_SHA256_BLOCK;
      length -= VT_SHA256_BLOCK;
      continue;
    }
    size_t n = VT_SHA256_BLOCK - held < length ? VT_SHA256_BLOCK - held : length;
    memcpy(sha->block + held, at, n);
    at += n;
    length -= n;
    held = (held + n) % VT_SHA256_BLOCK;
    if (held == 0) add_block(sha->state, sha->block);
  }
}

void vt_sha256_end(vt_sha256 *sha, uint8_t digest[VT_SHA256_SIZE]) {
  static const uint8_t padding[VT_SHA256_BLOCK] = {0x80};
  uint8_t bits[8];
  for (unsigned i = 0; i < 8; i++) bits[i] = (uint8_t)(sha->length * 8 >> (56 - 8 * i));
  vt_sha256_add(sha, padding, 1 + (119 - sha->length % VT_SHA256_BLOCK) % VT_SHA256_BLOCK);
  vt_sha256_add(sha, bits, sizeof bits);
  for (unsigned i = 0; i < VT_SHA256_SIZE; i++)
    digest[i] = (uint8_t)(sha->state[i / 4] >> (24 - 8 * (i % 4)));
}

static void hash_two(const void *a, size_t a_length, const void *b, size_t b_length,
                     uint8_t digest[VT_SHA256_SIZE]) {
  vt_sha256 sha;
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, a, a_length);
  vt_sha256_add(&sha, b, b_length);
  vt_sha256_end(&sha, digest);
}

void vt_sha256_end_hex(vt_sha256 *sha, char hex[VT_SHA256_HEX]) {
  static const char digits[] = "0123456789abcdef";
  uint8_t digest[VT_SHA256_SIZE];
  vt_sha256_end(sha, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    hex[2 * i] = digits[digest[i] >> 4];
    hex[2 * i + 1] = digits[digest[i] & 15];
  }
  hex[2 * sizeof digest] = 0;
}

void vt_sha256_hex(const void *bytes, size_t length, char hex[VT_SHA256_HEX]) {
  vt_sha256 sha;
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, bytes, length);
  vt_sha256_end_hex(&sha, hex);
}

void vt_hmac_sha256(const void *key, size_t key_length, const void *bytes, size_t length,
                    uint8_t code[VT_SHA256_SIZE]) {
  uint8_t pad[VT_SHA256_BLOCK] = {0};
  if (key_length > VT_SHA256_BLOCK) hash_two(key, key_length, NULL, 0, pad);
  else memcpy(pad, key, key_length);
  for (unsigned i = 0; i < VT_SHA256_BLOCK; i++) pad[i] ^= 0x36;
  hash_two(pad, sizeof pad, bytes, length, code);
  for (unsigned i = 0; i < VT_SHA256_BLOCK; i++) pad[i] ^= 0x36 ^ 0x5c;
  hash_two(pad, sizeof pad, code, VT_SHA256_SIZE, code);
}

bool vt_same_digest(const uint8_t a[VT_SHA256_SIZE], const uint8_t b[VT_SHA256_SIZE]) {
  unsigned differs = 0;
  for (unsigned i = 0; i < VT_SHA256_SIZE; i++) differs |= (unsigned)(a[i] ^ b[i]);
  return differs == 0;
}
