/* sha256.h - SHA-256 (FIPS 180-4), and HMAC with it (RFC 2104). */
#ifndef VT_SHA256_H
#define VT_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VT_SHA256_SIZE 32u
#define VT_SHA256_BLOCK 64u

typedef struct {
  uint32_t state[8];
  uint64_t length; /* bytes until now */
  uint8_t block[VT_SHA256_BLOCK];
} vt_sha256;

void vt_sha256_start(vt_sha256 *sha);
void vt_sha256_add(vt_sha256 *sha, const void *bytes, size_t length);
void vt_sha256_end(vt_sha256 *sha, uint8_t digest[VT_SHA256_SIZE]);

/* The end, in hex with a NUL; and all of it at once. */
#define VT_SHA256_HEX (2 * VT_SHA256_SIZE + 1)
void vt_sha256_end_hex(vt_sha256 *sha, char hex[VT_SHA256_HEX]);
void vt_sha256_hex(const void *bytes, size_t length, char hex[VT_SHA256_HEX]);

void vt_hmac_sha256(const void *key, size_t key_length, const void *bytes, size_t length,
                    uint8_t code[VT_SHA256_SIZE]);

/* In a time that does not tell where they differ. */
bool vt_same_digest(const uint8_t a[VT_SHA256_SIZE], const uint8_t b[VT_SHA256_SIZE]);

#endif
