/* test_sha256.c - SHA-256 and HMAC against the published examples: FIPS 180-4
 * (those of its companion document) and RFC 4231. */
#include "check.h"
#include "sha256.h"

static void check_digest(const uint8_t digest[VT_SHA256_SIZE], const char *hex) {
  char text[2 * VT_SHA256_SIZE + 1];
  for (unsigned i = 0; i < VT_SHA256_SIZE; i++) snprintf(text + 2 * i, 3, "%02x", digest[i]);
  CHECK_TEXT(text, hex);
}

/* In pieces of `piece` bytes. */
static void check_hash(const char *text, size_t length, size_t piece, const char *hex) {
  vt_sha256 sha;
  uint8_t digest[VT_SHA256_SIZE];
  vt_sha256_start(&sha);
  for (size_t at = 0; at < length; at += piece)
    vt_sha256_add(&sha, text + at, length - at < piece ? length - at : piece);
  vt_sha256_end(&sha, digest);
  check_digest(digest, hex);
}

static void hashes(void) {
  static const char two_blocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  static const char four[] = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                             "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";
  for (size_t piece = 1; piece < 130; piece += 7) {
    check_hash("", 0, piece, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_hash("abc", 3, piece, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_hash(two_blocks, 56, piece,
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    check_hash(four, 112, piece,
               "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  }
  static char million[1000000];
  memset(million, 'a', sizeof million);
  check_hash(million, sizeof million, 999,
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void check_code(const void *key, size_t key_length, const void *text, size_t length,
                       const char *hex) {
  uint8_t code[VT_SHA256_SIZE];
  vt_hmac_sha256(key, key_length, text, length, code);
  check_digest(code, hex);
}

static void codes(void) {
  uint8_t key[131], text[50];
  memset(key, 0x0b, 20);
  check_code(key, 20, "Hi There", 8,
             "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  check_code("Jefe", 4, "what do ya want for nothing?", 28,
             "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  memset(key, 0xaa, sizeof key);
  memset(text, 0xdd, sizeof text);
  check_code(key, 20, text, sizeof text,
             "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
  for (unsigned i = 0; i < 25; i++) key[i] = (uint8_t)(i + 1);
  memset(text, 0xcd, sizeof text);
  check_code(key, 25, text, sizeof text,
             "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
  memset(key, 0xaa, sizeof key);
  check_code(key, 131, "Test Using Larger Than Block-Size Key - Hash Key First", 54,
             "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  static const char longer[] =
      "This is a test using a larger than block-size key and a larger than block-size data. The "
      "key needs to be hashed before being used by the HMAC algorithm.";
  check_code(key, 131, longer, sizeof longer - 1,
             "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

static void comparison(void) {
  uint8_t a[VT_SHA256_SIZE] = {0}, b[VT_SHA256_SIZE] = {0};
  CHECK(vt_same_digest(a, b));
  for (unsigned i = 0; i < VT_SHA256_SIZE; i++) {
    b[i] = 0x80;
    CHECK(!vt_same_digest(a, b));
    b[i] = 0;
  }
}

int main(void) {
  RUN(hashes);
  RUN(codes);
  RUN(comparison);
  return tap_end();
}
