/* fuzz_codec.c - the parser of guest bytes, and what is made of what it accepts.
 *
 * Whatever the bytes: no crash, no leak, and what was accepted is written with
 * the same bytes again but for the width of floats, copied alike, and valid JSON
 * text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "codec.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(int truth) {
  if (!truth) abort();
}

static void same_bytes(const vitrine_value *v, const vt_buffer *expected) {
  vt_buffer out = {0};
  must(vt_encode(v, &out, SIZE_MAX) == VITRINE_OK);
  must(out.length == expected->length && memcmp(out.bytes, expected->bytes, out.length) == 0);
  vt_buffer_free(&out);
}

static void look_at(const vitrine_value *v, size_t used) {
  vt_buffer out = {0};
  vitrine_value *again = NULL, *copy = vitrine_value_copy(v);
  size_t length = 0;
  must(vt_encode(v, &out, 9 * used) == VITRINE_OK);
  must(out.length >= used);
  must(vt_decode(out.bytes, out.length, &length, &again) == VITRINE_OK);
  must(length == out.length);
  same_bytes(again, &out);
  same_bytes(copy, &out);
  char *json = vitrine_value_json(copy, &length);
  must(json != NULL && strlen(json) == length && vt_utf8_prefix(json, length) == length);
  for (size_t i = 0; i < length; i++) must((uint8_t)json[i] >= 0x20);
  free(json);
  vitrine_value_free(again);
  vitrine_value_free(copy);
  vt_buffer_free(&out);
}

/* As the doors do: item after item, each as what it may be. */
static void read_message(const uint8_t *data, size_t size) {
  vt_reader r = vt_reader_of(data, size);
  for (;;) {
    const uint8_t *before = r.at;
    size_t count;
    uint64_t number;
    int64_t code;
    const char *text = NULL;
    vitrine_value *v = NULL;
    if (vt_read_array(&r, &count) == VITRINE_OK) must(count <= (size_t)(r.end - r.at));
    if (vt_read_maybe_text(&r, &text, &count) == VITRINE_OK && text != NULL)
      must(vt_utf8_prefix(text, count) == count);
    (void)vt_read_uint(&r, &number);
    (void)vt_read_int(&r, &code);
    (void)vt_read_null(&r);
    if (vt_read_value(&r, &v) != VITRINE_OK) must(v == NULL);
    vitrine_value_free(v);
    must(r.at >= before && r.at <= r.end);
    if (r.at == before) break;
  }
  must((vt_read_end(&r) == VITRINE_OK) == (r.at == r.end));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t used = 0;
  vitrine_value *v = NULL;
  if (vt_decode(data, size, &used, &v) == VITRINE_OK) {
    must(used >= 1 && used <= size);
    look_at(v, used);
    vitrine_value_free(v);
    v = NULL;
  } else {
    must(v == NULL && used == 0);
  }
  read_message(data, size);
  vt_reader r = vt_reader_of(data, size);
  if (vt_read_message(&r, &v) != VITRINE_OK) must(v == NULL && r.at == data);
  vitrine_value_free(v);
  return 0;
}
