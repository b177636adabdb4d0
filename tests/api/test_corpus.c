/* test_corpus.c - the fuzzer's corpus of the codec, and every byte of it changed,
 * in the builds that have no fuzzer. */
#include "../../fuzz/fuzz_codec.c"

#include "check.h"

#define FOLDER "fuzz/corpus/fuzz_codec/"
#define SIZE_MOST 4096

static size_t read_seed(const char *name, uint8_t *bytes) {
  char path[128];
  (void)snprintf(path, sizeof path, FOLDER "%s", name);
  FILE *file = fopen(path, "rb");
  CHECK(file != NULL);
  if (file == NULL) return 0;
  size_t length = fread(bytes, 1, SIZE_MOST, file);
  CHECK(length != 0 && length != SIZE_MOST);
  (void)fclose(file);
  return length;
}

/* What the names say of the seeds is so. */
static const struct {
  const char *name;
  bool good;
} seeds[] = {
    {"scalars", true},
    {"ints", true},
    {"floats", true},
    {"texts", true},
    {"collections", true},
    {"sets", true},
    {"keys", true},
    {"deep", true},
    {"call", true},
    {"result", true},
    {"raised", true},
    {"bad_deep", false},
    {"bad_indefinite", false},
    {"bad_key", false},
    {"bad_length", false},
    {"bad_tag", false},
    {"bad_text", false},
};

/* A copy of exactly the length, so that reading too far is seen. */
static void run(const uint8_t *bytes, size_t length) {
  uint8_t *exact = malloc(length != 0 ? length : 1);
  CHECK(exact != NULL);
  if (exact == NULL) return;
  memcpy(exact, bytes, length);
  (void)LLVMFuzzerTestOneInput(exact, length);
  free(exact);
}

static void seeds_are_what_they_say(void) {
  for (size_t i = 0; i < sizeof seeds / sizeof seeds[0]; i++) {
    uint8_t bytes[SIZE_MOST];
    size_t used, length = read_seed(seeds[i].name, bytes);
    vitrine_value *v = NULL;
    vitrine_status status = vt_decode(bytes, length, &used, &v);
    if ((status == VITRINE_OK) != seeds[i].good) {
      tap_fail(__FILE__, __LINE__, "a seed is not what its name says");
      printf("#   %s: %s\n", seeds[i].name, vitrine_last_error());
    }
    if (seeds[i].good) CHECK_EQUAL(used, length);
    vitrine_value_free(v);
    run(bytes, length);
  }
}

static void seeds_with_a_byte_changed(void) {
  for (size_t i = 0; i < sizeof seeds / sizeof seeds[0]; i++) {
    uint8_t bytes[SIZE_MOST];
    size_t length = read_seed(seeds[i].name, bytes);
    for (size_t at = 0; at < length; at++) {
      static const uint8_t changes[] = {0x01, 0x20, 0x40, 0x80, 0x1f, 0xff};
      for (size_t c = 0; c < sizeof changes; c++) {
        bytes[at] ^= changes[c];
        run(bytes, length);
        bytes[at] ^= changes[c];
      }
      run(bytes, at);
      run(bytes + at, length - at);
    }
  }
}

int main(void) {
  RUN(seeds_are_what_they_say);
  RUN(seeds_with_a_byte_changed);
  return tap_end();
}
