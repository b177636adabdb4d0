/* test_pack.c - what the boot image is packed in, by hand: and what is damaged. */
#include "pack.h"

#include "check.h"

static const uint8_t whole[] = {
    0x31, 'a', 'b', 'c', 3, 0,          /* abc, then five bytes from three back: abcab */
    0x1f, 'x', 1,   0,   5,             /* x, then 4 + 15 + 5 bytes from one back: x's */
    0x20, 'e', 'n'};                    /* the last: en                                */

static void it_comes_out(void) {
  uint8_t out[3 + 5 + 1 + 24 + 2];
  CHECK(vt_unpack(out, sizeof out, whole, sizeof whole));
  CHECK_BYTES(out, sizeof out, "abcabcabxxxxxxxxxxxxxxxxxxxxxxxxxen", 35);
}

static void many_literals(void) {
  uint8_t packed[2 + 300 + 2] = {0xf0, 255, 300 - 15 - 255}, out[300];
  for (int i = 0; i < 300; i++) packed[3 + i] = (uint8_t)i;
  CHECK(vt_unpack(out, sizeof out, packed, 303));
  CHECK_BYTES(out, sizeof out, packed + 3, 300);
}

/* Copies from any distance, of any length, up to the last byte: as by single bytes. */
static void copies(void) {
  uint8_t packed[64], out[80], same[80];
  for (unsigned back = 1; back <= 20; back++)
    for (unsigned copied = 4; copied <= 40; copied++) {
      size_t n = 0, more = copied - 4;
      packed[n++] = (uint8_t)(15 << 4 | (more < 15 ? more : 15));
      packed[n++] = 20 - 15;
      for (unsigned i = 0; i < 20; i++) packed[n++] = same[i] = (uint8_t)(i * 7);
      packed[n++] = (uint8_t)back;
      packed[n++] = 0;
      if (more >= 15) packed[n++] = (uint8_t)(more - 15);
      packed[n++] = 0;
      for (unsigned i = 20; i < 20 + copied; i++) same[i] = same[i - back];
      CHECK(vt_unpack(out, 20 + copied, packed, n));
      CHECK_BYTES(out, 20 + copied, same, 20 + copied);
    }
}

/* Cut off anywhere, and with any byte changed, it never writes elsewhere; the
 * sanitizers look. */
static void damaged_ones(void) {
  uint8_t out[35], bad[sizeof whole];
  for (size_t n = 0; n < sizeof whole; n++) CHECK(!vt_unpack(out, sizeof out, whole, n));
  CHECK(!vt_unpack(out, sizeof out - 1, whole, sizeof whole));
  for (size_t i = 0; i < sizeof whole; i++)
    for (unsigned byte = 0; byte < 256; byte++) {
      memcpy(bad, whole, sizeof whole);
      bad[i] = (uint8_t)byte;
      (void)vt_unpack(out, sizeof out, bad, sizeof bad);
    }
  static const uint8_t before[] = {0x10, 'a', 2, 0}, here[] = {0x10, 'a', 0, 0};
  CHECK(!vt_unpack(out, 5, before, sizeof before));
  CHECK(!vt_unpack(out, 5, here, sizeof here));
}

int main(void) {
  RUN(it_comes_out);
  RUN(many_literals);
  RUN(copies);
  RUN(damaged_ones);
  return tap_end();
}
