/* test_value_faults.c - values, codec and JSON when the n-th allocation fails,
 * for every n: a status or NULL, no leak (ASan's to find), no half value. */
#include "alloc.h"
#include "../api/check.h"
#include "codec.h"
#include "value.h"

#if !defined(VT_FAULTS)
#error "built with -DVT_FAULTS only"
#endif

/* True: it came to its end. */
typedef bool (*work)(void);

/* Until there is no n-th allocation any more. */
static void each_failure(work job) {
  vt_fault_at(0);
  CHECK(job());
  uint64_t attempts = vt_fault_count();
  CHECK(attempts > 0);
  for (uint64_t n = 1; n <= attempts; n++) {
    vt_fault_at(n);
    if (job()) tap_fail(__FILE__, __LINE__, "succeeds without its memory");
    CHECK_CONTAINS(vitrine_last_error(), "memory");
  }
  vt_fault_at(0);
  CHECK(job());
}

static char big[400];

static vitrine_value *tree(void) {
  vitrine_value *list = vitrine_list(), *dict = vitrine_dict(), *tuple = vitrine_tuple();
  memset(big, '7', sizeof big - 1);
  for (int i = 0; i < 6; i++) (void)vitrine_value_add(tuple, vitrine_int(i));
  (void)vitrine_dict_add(dict, vitrine_str("key", 3), vitrine_bytes("\xff", 1));
  (void)vitrine_dict_add(dict, tuple, vitrine_float(0.5));
  (void)vitrine_value_add(list, vitrine_bool(1));
  (void)vitrine_value_add(list, vitrine_none());
  (void)vitrine_value_add(list, vitrine_int_text(big));
  (void)vitrine_value_add(list, dict);
  (void)vitrine_value_add(list, vitrine_set_of(1));
  return list;
}

static bool make_and_encode(void) {
  vitrine_value *v = tree();
  vt_buffer out = {0};
  vt_buffer_add(&out, "head", 4);
  vitrine_status status = vt_encode(v, &out, SIZE_MAX);
  if (status != VITRINE_OK) {
    CHECK_EQUAL(status, VITRINE_ERR_NOMEM);
    CHECK(out.length == 4 || out.failed);
  }
  vitrine_value_free(v);
  vt_buffer_free(&out);
  return status == VITRINE_OK;
}

static bool make_and_copy(void) {
  vitrine_value *v = tree(), *copy = vitrine_value_copy(v), *two = vitrine_list();
  (void)vitrine_value_add(two, v);
  (void)vitrine_value_add(two, copy);
  bool whole = vt_value_check(two) == VITRINE_OK;
  CHECK(!whole || vitrine_value_count(two) == 2);
  vitrine_value_free(two);
  return whole;
}

static bool copy_and_grow(void) {
  static const uint8_t bytes[] = {0x83, 0x01, 0x02, 0x61, 'x'};
  vitrine_value *v = NULL;
  size_t used;
  if (vt_decode(bytes, sizeof bytes, &used, &v) != VITRINE_OK) return false;
  bool good = vitrine_value_add(v, vitrine_value_copy(vitrine_value_item(v, 2))) == VITRINE_OK;
  for (int64_t i = 0; i < 8; i++) good = vitrine_value_add(v, vitrine_int(i)) == VITRINE_OK && good;
  vitrine_value_free(v);
  return good;
}

static bool as_text(void) {
  vitrine_value *v = vitrine_int_text(big), *small = vitrine_int(5);
  const char *text = NULL;
  bool good = vitrine_value_text(v, &text, NULL) && vitrine_value_text(small, &text, NULL);
  CHECK(!good || strcmp(text, "5") == 0);
  vitrine_value_free(v);
  vitrine_value_free(small);
  return good;
}

/* Deep enough for a walk that needs memory, and ints that need text. */
static bool as_json(void) {
  vitrine_value *v = tree();
  for (int i = 0; i < 100; i++) {
    vitrine_value *outer = i % 3 ? vitrine_list() : vitrine_tuple();
    (void)vitrine_value_add(outer, v);
    v = outer;
  }
  vitrine_value *copy = vitrine_value_copy(v);
  char *json = vitrine_value_json(copy, NULL);
  bool good = json != NULL;
  free(json);
  vitrine_value_free(v);
  vitrine_value_free(copy);
  return good;
}

/* The reader is where it was, to try again. */
static bool messages(void) {
  static const uint8_t bytes[] = {0x82, 0x81, 0x62, 'h', 'i', 0xa1, 0x01, 0x80};
  vt_reader r = vt_reader_of(bytes, sizeof bytes);
  size_t count;
  if (vt_read_array(&r, &count) != VITRINE_OK) return false;
  for (size_t i = 0; i < count; i++) {
    vitrine_value *v = NULL;
    const uint8_t *at = r.at;
    vitrine_status status = vt_read_value(&r, &v);
    if (status != VITRINE_OK) {
      CHECK_EQUAL(status, VITRINE_ERR_NOMEM);
      CHECK(v == NULL && r.at == at);
      return false;
    }
    vitrine_value_free(v);
  }
  return true;
}

#define DEFINE(job) \
  static void each_##job(void) { each_failure(job); }
DEFINE(make_and_encode)
DEFINE(make_and_copy)
DEFINE(copy_and_grow)
DEFINE(as_text)
DEFINE(as_json)
DEFINE(messages)

int main(void) {
  RUN(each_make_and_encode);
  RUN(each_make_and_copy);
  RUN(each_copy_and_grow);
  RUN(each_as_text);
  RUN(each_as_json);
  RUN(each_messages);
  return tap_end();
}
