/* fuzz_signature.c - a host function's signature, and a guest's arguments for it.
 *
 * Text up to the first NUL is the signature, the rest a call as the guest sends it.
 * No crash, no leak; what was bound was passed, and what is said is text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "codec.h"
#include "signature.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int truth) {
  if (!truth) abort();
}

static void bind(const vt_signature *s, const uint8_t *data, size_t size) {
  vt_reader r = vt_reader_of(data, size);
  vitrine_value *message = NULL;
  if (vt_read_message(&r, &message) == VITRINE_OK && vitrine_value_count(message) == 3) {
    const vitrine_value *args = vitrine_value_item(message, 1),
                        *keywords = vitrine_value_item(message, 2), *bound[VT_PARAMETERS];
    if (vitrine_value_type(args) == VITRINE_TYPE_LIST &&
        vitrine_value_type(keywords) == VITRINE_TYPE_DICT) {
      vt_buffer error = {0};
      bool good = vt_signature_bind(s, "f", args, keywords, bound, &error);
      must(good == (error.length == 0));
      must(vt_utf8_prefix(error.bytes, error.length) == error.length);
      vt_buffer_free(&error);
    }
  }
  vitrine_value_free(message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const uint8_t *end = memchr(data, 0, size);
  if (end == NULL) return 0;
  size_t length = (size_t)(end - data);
  if (vt_utf8_prefix(data, length) != length) return 0;
  static vt_signature s;
  if (vt_signature_read(&s, (const char *)data) == VITRINE_OK) {
    vt_buffer schema = {0};
    vt_signature_schema(&s, &schema);
    must(!schema.failed && schema.length != 0 && schema.bytes[schema.length - 1] == '}');
    vt_buffer_free(&schema);
    bind(&s, end + 1, size - length - 1);
  }
  return 0;
}
