/* pack.c - unpacks the boot image.
 *
 * Owns nothing. Reads and writes nothing outside the two ranges, whatever they
 * hold. */
#include "pack.h"

#include <string.h>

/* The rest of a count whose four bits were all set. */
static bool more(const uint8_t **at, const uint8_t *end, size_t *count) {
  uint8_t byte;
  do {
    if (*at == end) return false;
    byte = *(*at)++;
    *count += byte;
  } while (byte == 255);
  return true;
}

/* Copies by eight bytes while that stays inside; what is nearer than eight bytes
 * repeats, and so does twice as much of it. */
static uint8_t *copy_back(uint8_t *out, const uint8_t *out_end, size_t back, size_t count) {
  const uint8_t *from = out - back;
  for (; back < 8 && back < count; back *= 2) {
    memcpy(out, from, back);
    out += back;
    count -= back;
  }
  for (; count != 0 && out_end - out >= 8; out += 8, from += 8) {
    uint64_t eight;
    memcpy(&eight, from, 8);
    memcpy(out, &eight, 8);
    if (count <= 8) return out + count;
    count -= 8;
  }
  while (count-- != 0) *out++ = *from++;
  return out;
}

bool vt_unpack(uint8_t *to, size_t length, const uint8_t *packed, size_t packed_length) {
  const uint8_t *at = packed, *end = packed + packed_length;
  uint8_t *out = to, *out_end = to + length;
  while (at < end) {
    size_t literals = *at >> 4, copied = *at & 15u;
    at++;
    if (literals == 15 && !more(&at, end, &literals)) return false;
    if (literals > (size_t)(end - at) || literals > (size_t)(out_end - out)) return false;
    if (literals <= 16 && end - at >= 16 && out_end - out >= 16) memcpy(out, at, 16);
    else memcpy(out, at, literals);
    at += literals;
    out += literals;
    if (at == end) break;
    if (end - at < 2) return false;
    size_t back = (size_t)(at[0] | at[1] << 8);
    at += 2;
    if (copied == 15 && !more(&at, end, &copied)) return false;
    copied += 4;
    if (back == 0 || back > (size_t)(out - to) || copied > (size_t)(out_end - out)) return false;
    out = copy_back(out, out_end, back, copied);
  }
  return out == out_end;
}
