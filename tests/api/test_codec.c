/* test_codec.c - values as CBOR: RFC 8949's examples, what is refused, limits,
 * and that a value has one encoding. */
#include "check.h"
#include "codec.h"

/* Bytes from hex digits; to free. */
static uint8_t *from_hex(const char *hex, size_t *length) {
  *length = strlen(hex) / 2;
  uint8_t *bytes = malloc(*length + 1);
  for (size_t i = 0; bytes != NULL && i < *length; i++) {
    unsigned byte = 0;
    (void)sscanf(hex + 2 * i, "%2x", &byte);
    bytes[i] = (uint8_t)byte;
  }
  return bytes;
}

/* As JSON; NULL if it is refused, or does not fill the bytes. */
static char *decoded(const uint8_t *bytes, size_t length) {
  size_t used = 99;
  vitrine_value *v = NULL;
  /* Exactly as long as it is, so that ASan sees a byte too far. */
  uint8_t *exact = malloc(length != 0 ? length : 1);
  CHECK(exact != NULL);
  if (exact == NULL) return NULL;
  memcpy(exact, bytes, length);
  vitrine_status status = vt_decode(exact, length, &used, &v);
  free(exact);
  CHECK((status == VITRINE_OK) == (v != NULL));
  if (status != VITRINE_OK) {
    CHECK_EQUAL(used, 0);
    CHECK_CONTAINS(vitrine_last_error(), "byte ");
  }
  char *json = v != NULL && used == length ? vitrine_value_json(v, NULL) : NULL;
  vitrine_value_free(v);
  return json;
}

/* --- RFC 8949, Appendix A, all of it --- */

enum { SAME = 1, WIDER = 2, REFUSED = 3 };

static const struct {
  const char *hex, *json;
  int kind; /* WIDER: a float of 16 or 32 bits, written with 64 */
} examples[] = {
    {"00", "0", SAME},
    {"01", "1", SAME},
    {"0a", "10", SAME},
    {"17", "23", SAME},
    {"1818", "24", SAME},
    {"1819", "25", SAME},
    {"1864", "100", SAME},
    {"1903e8", "1000", SAME},
    {"1a000f4240", "1000000", SAME},
    {"1b000000e8d4a51000", "1000000000000", SAME},
    {"1bffffffffffffffff", "{\"$int\":\"18446744073709551615\"}", SAME},
    {"c249010000000000000000", "{\"$int\":\"18446744073709551616\"}", SAME},
    {"3bffffffffffffffff", "{\"$int\":\"-18446744073709551616\"}", SAME},
    {"c349010000000000000000", "{\"$int\":\"-18446744073709551617\"}", SAME},
    {"20", "-1", SAME},
    {"29", "-10", SAME},
    {"3863", "-100", SAME},
    {"3903e7", "-1000", SAME},
    {"f90000", "0.0", WIDER},
    {"f98000", "-0.0", WIDER},
    {"f93c00", "1.0", WIDER},
    {"fb3ff199999999999a", "1.1", SAME},
    {"f93e00", "1.5", WIDER},
    {"f97bff", "65504.0", WIDER},
    {"fa47c35000", "100000.0", WIDER},
    {"fa7f7fffff", "3.4028234663852886e+38", WIDER},
    {"fb7e37e43c8800759c", "1e+300", SAME},
    {"f90001", "5.9604644775390625e-08", WIDER},
    {"f90400", "6.103515625e-05", WIDER},
    {"f9c400", "-4.0", WIDER},
    {"fbc010666666666666", "-4.1", SAME},
    {"f97c00", "{\"$float\":\"inf\"}", WIDER},
    {"f97e00", "{\"$float\":\"nan\"}", WIDER},
    {"f9fc00", "{\"$float\":\"-inf\"}", WIDER},
    {"fa7f800000", "{\"$float\":\"inf\"}", WIDER},
    {"fa7fc00000", "{\"$float\":\"nan\"}", WIDER},
    {"faff800000", "{\"$float\":\"-inf\"}", WIDER},
    {"fb7ff0000000000000", "{\"$float\":\"inf\"}", SAME},
    {"fb7ff8000000000000", "{\"$float\":\"nan\"}", SAME},
    {"fbfff0000000000000", "{\"$float\":\"-inf\"}", SAME},
    {"f4", "false", SAME},
    {"f5", "true", SAME},
    {"f6", "null", SAME},
    {"f7", NULL, REFUSED},   /* undefined */
    {"f0", NULL, REFUSED},   /* simple(16) */
    {"f8ff", NULL, REFUSED}, /* simple(255) */
    {"c074323031332d30332d32315432303a30343a30305a", NULL, REFUSED},
    {"c11a514b67b0", NULL, REFUSED},
    {"c1fb41d452d9ec200000", NULL, REFUSED},
    {"d74401020304", NULL, REFUSED},
    {"d818456449455446", NULL, REFUSED},
    {"d82076687474703a2f2f7777772e6578616d706c652e636f6d", NULL, REFUSED},
    {"40", "{\"$bytes\":\"\"}", SAME},
    {"4401020304", "{\"$bytes\":\"AQIDBA==\"}", SAME},
    {"60", "\"\"", SAME},
    {"6161", "\"a\"", SAME},
    {"6449455446", "\"IETF\"", SAME},
    {"62225c", "\"\\\"\\\\\"", SAME},
    {"62c3bc", "\"\xc3\xbc\"", SAME},
    {"63e6b0b4", "\"\xe6\xb0\xb4\"", SAME},
    {"64f0908591", "\"\xf0\x90\x85\x91\"", SAME},
    {"80", "[]", SAME},
    {"83010203", "[1,2,3]", SAME},
    {"8301820203820405", "[1,[2,3],[4,5]]", SAME},
    {"98190102030405060708090a0b0c0d0e0f101112131415161718181819",
     "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]", SAME},
    {"a0", "{}", SAME},
    {"a201020304", "{\"$dict\":[[1,2],[3,4]]}", SAME},
    {"a26161016162820203", "{\"a\":1,\"b\":[2,3]}", SAME},
    {"826161a161626163", "[\"a\",{\"b\":\"c\"}]", SAME},
    {"a56161614161626142616361436164614461656145",
     "{\"a\":\"A\",\"b\":\"B\",\"c\":\"C\",\"d\":\"D\",\"e\":\"E\"}", SAME},
    {"5f42010243030405ff", NULL, REFUSED}, /* from here: indefinite lengths */
    {"7f657374726561646d696e67ff", NULL, REFUSED},
    {"9fff", NULL, REFUSED},
    {"9f018202039f0405ffff", NULL, REFUSED},
    {"9f01820203820405ff", NULL, REFUSED},
    {"83018202039f0405ff", NULL, REFUSED},
    {"83019f0203ff820405", NULL, REFUSED},
    {"9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff", NULL, REFUSED},
    {"bf61610161629f0203ffff", NULL, REFUSED},
    {"826161bf61626163ff", NULL, REFUSED},
    {"bf6346756ef563416d7421ff", NULL, REFUSED},
    /* Our tags. */
    {"d9bb8180", "[]", SAME},
    {"d9bb8183010203", "[1,2,3]", SAME},
    {"d90102820102", "{\"$set\":[1,2]}", SAME},
    {"d9bb82820102", "{\"$frozenset\":[1,2]}", SAME},
    {"d9010281d9bb8181d9bb8280", "{\"$set\":[[{\"$frozenset\":[]}]]}", SAME},
    {"a1d9bb8181f641ff", "{\"$dict\":[[[null],{\"$bytes\":\"/w==\"}]]}", SAME},
    {"1b7fffffffffffffff", "{\"$int\":\"9223372036854775807\"}", SAME},
    {"1b8000000000000000", "{\"$int\":\"9223372036854775808\"}", SAME},
    {"3b7fffffffffffffff", "{\"$int\":\"-9223372036854775808\"}", SAME},
    {"3b8000000000000000", "{\"$int\":\"-9223372036854775809\"}", SAME},
    {"f903ff", "6.097555160522461e-05", WIDER},
    {"f983ff", "-6.097555160522461e-05", WIDER},
    {"fa00000001", "1.401298464324817e-45", WIDER},
    {"f9fe01", "{\"$float\":\"nan\"}", WIDER},
    {"fbfff800000000000f", "{\"$float\":\"nan\"}", WIDER},
    {"fb7ff0000000000001", "{\"$float\":\"nan\"}", WIDER},
};
enum { EXAMPLES = sizeof examples / sizeof examples[0] };

static void examples_are_read(void) {
  for (size_t i = 0; i < EXAMPLES; i++) {
    size_t length;
    uint8_t *bytes = from_hex(examples[i].hex, &length);
    char *json = decoded(bytes, length);
    if (examples[i].kind == REFUSED) CHECK(json == NULL);
    else CHECK_TEXT(json, examples[i].json);
    free(json);
    free(bytes);
  }
}

static void examples_are_written(void) {
  for (size_t i = 0; i < EXAMPLES; i++) {
    if (examples[i].kind == REFUSED) continue;
    size_t length, used;
    uint8_t *bytes = from_hex(examples[i].hex, &length);
    vitrine_value *v = NULL, *copy;
    vt_buffer out = {0}, again = {0};
    CHECK_EQUAL(vt_decode(bytes, length, &used, &v), VITRINE_OK);
    copy = vitrine_value_copy(v);
    CHECK_EQUAL(vt_encode(v, &out, SIZE_MAX), VITRINE_OK);
    CHECK_EQUAL(vt_encode(copy, &again, SIZE_MAX), VITRINE_OK);
    if (examples[i].kind == SAME) CHECK_BYTES(out.bytes, out.length, bytes, length);
    else CHECK(out.length == 9 && out.bytes[0] == 0xfb);
    CHECK_BYTES(out.bytes, out.length, again.bytes, again.length);
    if (strstr(examples[i].json, "nan") != NULL)
      CHECK_BYTES(out.bytes, out.length, "\xfb\x7f\xf8\0\0\0\0\0\0", 9);
    vitrine_value_free(v);
    vitrine_value_free(copy);
    vt_buffer_free(&out);
    vt_buffer_free(&again);
    free(bytes);
  }
}

static void every_prefix_is_refused(void) {
  for (size_t i = 0; i < EXAMPLES; i++) {
    size_t length;
    uint8_t *bytes = from_hex(examples[i].hex, &length);
    for (size_t n = 0; n < length; n++) {
      char *json = decoded(bytes, n);
      CHECK(json == NULL);
      free(json);
    }
    free(bytes);
  }
}

/* --- what is refused --- */

static void nonsense_is_refused(void) {
  static const struct {
    const char *hex, *says;
  } cases[] = {
      {"", "end where an item"},
      {"1c", "reserved"},
      {"1d", "reserved"},
      {"1e", "reserved"},
      {"1f", "indefinite"},
      {"3f", "indefinite"},
      {"df", "indefinite"},
      {"ff", "break"},
      {"fc", "reserved"},
      {"f818", "simple"},
      {"f814", "simple"},
      {"e0", "simple"},
      {"f3", "simple"},
      {"1800", "longer"},
      {"1817", "longer"},
      {"1900ff", "longer"},
      {"1a0000ffff", "longer"},
      {"1b00000000ffffffff", "longer"},
      {"3817", "longer"},
      {"580100", "longer"},
      {"78016a", "longer"},
      {"980100", "longer"},
      {"b8010000", "longer"},
      {"d8024900000000000000000000", "longer"},
      {"c240", "bignum longer"},
      {"c24101", "bignum longer"},
      {"c248ffffffffffffffff", "bignum longer"},
      {"c249000000000000000000", "bignum longer"},
      {"c34900ffffffffffffffff", "bignum longer"},
      {"c201", "no byte string"},
      {"c26161", "no byte string"},
      {"c2c249010000000000000000", "no byte string"},
      {"c25f41ff41ffff", "indefinite"},
      {"d9bb8101", "no array"},
      {"d9bb81a0", "no array"},
      {"d90102d9010280", "no array"},
      {"d9bb8260", "no array"},
      {"d9d9f700", "unknown tag"},
      {"dbffffffffffffffff00", "unknown tag"},
      {"61ff", "not UTF-8"},
      {"63eda080", "not UTF-8"},
      {"62c080", "not UTF-8"},
      {"64f4908080", "not UTF-8"},
      {"61c3", "not UTF-8"},
      {"8261616180", "not UTF-8"},
      {"a1818000", "hashed"},
      {"a18000", "hashed"},
      {"a1a000", "hashed"},
      {"a1d901028000", "hashed"},
      {"a1d9bb81818000", "hashed"},
      {"a1d9bb8181d9bb8181a000", "hashed"},
      {"d901028180", "hashed"},
      {"d9010281a0", "hashed"},
      {"d9bb8281d9010280", "hashed"},
      {"d9bb8281d9bb81820180", "hashed"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    size_t length;
    uint8_t *bytes = from_hex(cases[i].hex, &length);
    char *json = decoded(bytes, length);
    CHECK(json == NULL);
    CHECK_CONTAINS(vitrine_last_error(), cases[i].says);
    free(json);
    free(bytes);
  }
}

/* A claim costs nothing: no host memory follows from it. */
static void claims_are_not_believed(void) {
  const uint8_t majors[] = {0x40, 0x60, 0x80, 0xa0};
  for (size_t m = 0; m < sizeof majors; m++) {
    for (unsigned bits = 1; bits <= 64; bits++) {
      uint64_t n = bits == 64 ? UINT64_MAX : ((uint64_t)1 << bits) - 1;
      uint8_t bytes[64] = {0};
      bytes[0] = (uint8_t)(majors[m] | 27);
      for (size_t i = 8; i > 0; i--, n >>= 8) bytes[i] = (uint8_t)n;
      char *json = decoded(bytes, sizeof bytes);
      CHECK(json == NULL);
      free(json);
    }
  }
  /* Each of 60 nested arrays claims all the bytes that are left. */
  uint8_t nested[1000];
  memset(nested, 0, sizeof nested);
  for (size_t i = 0; i < 60; i++) {
    nested[3 * i] = 0x99;
    nested[3 * i + 1] = (uint8_t)((sizeof nested - 3 * i - 3) >> 8);
    nested[3 * i + 2] = (uint8_t)(sizeof nested - 3 * i - 3);
  }
  char *json = decoded(nested, sizeof nested);
  CHECK(json == NULL);
  free(json);
}

/* --- depth --- */

/* `depth` collections, one in the other, around an int. */
static size_t nest(uint8_t *to, int kind, size_t depth) {
  size_t n = 0;
  for (size_t i = 0; i < depth; i++) {
    if (kind == 1) {
      memcpy(to + n, "\xa1\x01", 2);
      n += 2;
    } else if (kind == 2) {
      memcpy(to + n, "\xd9\xbb\x81\x81", 4);
      n += 4;
    } else {
      to[n++] = 0x81;
    }
  }
  to[n++] = 0x05;
  return n;
}

static void depth_is_bounded(void) {
  for (int kind = 0; kind < 3; kind++) {
    uint8_t bytes[512];
    size_t used, length = nest(bytes, kind, VT_CODEC_DEPTH);
    vitrine_value *v = NULL;
    vt_buffer out = {0};
    CHECK_EQUAL(vt_decode(bytes, length, &used, &v), VITRINE_OK);
    CHECK_EQUAL(used, length);
    CHECK_EQUAL(vt_encode(v, &out, SIZE_MAX), VITRINE_OK);
    CHECK_BYTES(out.bytes, out.length, bytes, length);
    vitrine_value *list = vitrine_list();
    CHECK_EQUAL(vitrine_value_add(list, v), VITRINE_OK);
    size_t before = out.length;
    CHECK_EQUAL(vt_encode(list, &out, SIZE_MAX), VITRINE_ERR_TOOBIG);
    CHECK_CONTAINS(vitrine_last_error(), "64");
    CHECK_EQUAL(out.length, before);
    vitrine_value_free(list);
    vt_buffer_free(&out);
    length = nest(bytes, kind, VT_CODEC_DEPTH + 1);
    CHECK(vt_decode(bytes, length, &used, &v) != VITRINE_OK);
    CHECK(v == NULL);
    CHECK_CONTAINS(vitrine_last_error(), "deeper than 64");
  }
}

/* A call's argument nests as deep as a value alone. */
static void depth_in_a_message(void) {
  for (size_t depth = VT_CODEC_DEPTH; depth <= VT_CODEC_DEPTH + 1; depth++) {
    uint8_t bytes[512] = {0x83, 0x61, 'f', 0x81};
    size_t length = 4 + nest(bytes + 4, 0, depth);
    bytes[length++] = 0xa0;
    vt_reader r = vt_reader_of(bytes, length);
    vitrine_value *v = NULL;
    CHECK(vt_read_value(&r, &v) != VITRINE_OK);
    CHECK_EQUAL(vt_read_message(&r, &v) == VITRINE_OK, depth == VT_CODEC_DEPTH);
    CHECK_EQUAL(vitrine_value_count(v), v != NULL ? 3 : 0);
    vitrine_value_free(v);
  }
}

static bool after(void *with) { return --*(int *)with < 0; }

/* Whoever waits for a long value may give up, in either reading. */
static void reading_can_be_given_up(void) {
  vitrine_value *v = vitrine_list(), *back = NULL;
  for (int i = 0; i < 10000; i++) CHECK_EQUAL(vitrine_value_add(v, vitrine_int(i)), VITRINE_OK);
  vt_buffer out = {0};
  CHECK_EQUAL(vt_encode(v, &out, SIZE_MAX), VITRINE_OK);
  int late = 0, asked = 0;
  do {
    int left = asked;
    vt_reader r = vt_reader_of(out.bytes, out.length);
    r.late = after;
    r.with = &left;
    vitrine_status status = vt_read_value(&r, &back);
    CHECK_EQUAL(status, left < 0 ? VT_READ_LATE : VITRINE_OK);
    CHECK((back == NULL) == (left < 0));
    late = left < 0;
    asked += late;
  } while (late);
  CHECK(asked >= 6);
  CHECK_EQUAL(vitrine_value_count(back), 10000);
  vitrine_value_free(v);
  vitrine_value_free(back);
  vt_buffer_free(&out);
}

static void wide_is_not_deep(void) {
  vitrine_value *v = vitrine_list();
  for (int i = 0; i < 1000; i++) CHECK_EQUAL(vitrine_value_add(v, vitrine_tuple()), VITRINE_OK);
  vt_buffer out = {0};
  vitrine_value *back = NULL;
  size_t used;
  CHECK_EQUAL(vt_encode(v, &out, SIZE_MAX), VITRINE_OK);
  CHECK_EQUAL(vt_decode(out.bytes, out.length, &used, &back), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_count(back), 1000);
  vitrine_value_free(v);
  vitrine_value_free(back);
  vt_buffer_free(&out);
}

/* --- limits and failures --- */

static void the_limit_is_exact(void) {
  vitrine_value *v = vitrine_list();
  CHECK_EQUAL(vitrine_value_add(v, vitrine_int_text("123456789012345678901234567890")), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(v, vitrine_str("some text", 9)), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(v, vitrine_float(1.5)), VITRINE_OK);
  vt_buffer whole = {0}, out = {0};
  CHECK_EQUAL(vt_encode(v, &whole, SIZE_MAX), VITRINE_OK);
  vt_buffer_add(&out, "head", 4);
  for (size_t limit = 0; limit < whole.length; limit++) {
    CHECK_EQUAL(vt_encode(v, &out, limit), VITRINE_ERR_TOOBIG);
    CHECK_CONTAINS(vitrine_last_error(), "limits.value");
    CHECK_BYTES(out.bytes, out.length, "head", 4);
  }
  CHECK_EQUAL(vt_encode(v, &out, whole.length), VITRINE_OK);
  CHECK_BYTES(out.bytes + 4, out.length - 4, whole.bytes, whole.length);
  CHECK_BYTES(out.bytes, 4, "head", 4);
  vitrine_value_free(v);
  vt_buffer_free(&whole);
  vt_buffer_free(&out);
}

static void what_is_missing_is_not_sent(void) {
  vt_buffer out = {0};
  CHECK_EQUAL(vt_encode(NULL, &out, SIZE_MAX), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "vitrine_none()");
  CHECK_EQUAL(vt_encode(vitrine_str("\xff", 1), &out, SIZE_MAX), VITRINE_ERR_TEXT);
  CHECK_EQUAL(vt_encode(vitrine_int_text("x"), &out, SIZE_MAX), VITRINE_ERR_MISUSE);
  vitrine_value *list = vitrine_list();
  (void)vitrine_value_add(list, vitrine_str("\xff", 1));
  CHECK_EQUAL(vt_encode(list, &out, SIZE_MAX), VITRINE_ERR_TEXT);
  CHECK_EQUAL(out.length, 0);
  vitrine_value_free(list);
  vt_buffer_free(&out);
}

/* A tuple from the guest still knows what it may be put into. */
static void decoded_tuples_know_whether_they_hash(void) {
  static const struct {
    const char *hex;
    bool hashable;
  } cases[] = {{"81d9bb81820102", true},        {"81d9bb8181d9bb8180", true},
               {"81d9bb818180", false},         {"81d9bb81820180", false},
               {"81d9bb8181d9bb8181a0", false}, {"81d9bb8182d9bb818101d9010280", false}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    size_t length, used;
    uint8_t *bytes = from_hex(cases[i].hex, &length);
    vitrine_value *v = NULL, *set = vitrine_set_of(0);
    CHECK_EQUAL(vt_decode(bytes, length, &used, &v), VITRINE_OK);
    vitrine_value *tuple = vitrine_value_copy(vitrine_value_item(v, 0));
    CHECK_EQUAL(vitrine_value_add(set, tuple) == VITRINE_OK, cases[i].hashable);
    vitrine_value_free(v);
    vitrine_value_free(set);
    free(bytes);
  }
}

/* --- messages --- */

static void messages(void) {
  /* [0, -3, "repr", null, [1], 18446744073709551615] */
  static const uint8_t bytes[] = {0x86, 0x00, 0x22, 0x64, 'r',  'e',  'p',  'r',  0xf6, 0x81,
                                  0x01, 0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
  vt_reader r = vt_reader_of(bytes, sizeof bytes);
  size_t count = 0, length = 0;
  uint64_t number = 7;
  int64_t code = 7;
  const char *text = "";
  vitrine_value *v = NULL;
  CHECK(vt_read_uint(&r, &number) != VITRINE_OK);
  CHECK(vt_read_null(&r) != VITRINE_OK);
  CHECK_EQUAL(vt_read_array(&r, &count), VITRINE_OK);
  CHECK_EQUAL(count, 6);
  CHECK(vt_read_array(&r, &count) != VITRINE_OK);
  CHECK_EQUAL(vt_read_uint(&r, &number), VITRINE_OK);
  CHECK_EQUAL(number, 0);
  CHECK(vt_read_uint(&r, &number) != VITRINE_OK);
  CHECK_CONTAINS(vitrine_last_error(), "byte 2: a negative number");
  CHECK_EQUAL(vt_read_int(&r, &code), VITRINE_OK);
  CHECK_EQUAL(code, -3);
  CHECK(vt_read_int(&r, &code) != VITRINE_OK);
  CHECK_EQUAL(vt_read_maybe_text(&r, &text, &length), VITRINE_OK);
  CHECK_BYTES(text, length, "repr", 4);
  CHECK(vt_read_text(&r, &text, &length) != VITRINE_OK);
  vt_reader here = r;
  CHECK_EQUAL(vt_read_null(&here), VITRINE_OK);
  CHECK_EQUAL(vt_read_maybe_text(&r, &text, &length), VITRINE_OK);
  CHECK(text == NULL && length == 0 && r.at == here.at);
  CHECK_EQUAL(vt_read_value(&r, &v), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_count(v), 1);
  vitrine_value_free(v);
  CHECK(vt_read_end(&r) != VITRINE_OK);
  CHECK(vt_read_int(&r, &code) != VITRINE_OK);
  CHECK(vt_read_uint(&r, &number) != VITRINE_OK);
  CHECK_EQUAL(vt_read_value(&r, &v), VITRINE_OK);
  vitrine_value_free(v);
  CHECK_EQUAL(vt_read_end(&r), VITRINE_OK);
  CHECK(vt_read_value(&r, &v) != VITRINE_OK);
  CHECK(v == NULL);
  CHECK(vt_read_maybe_text(&r, &text, &length) != VITRINE_OK);
  vt_reader bad = vt_reader_of((const uint8_t *)"\x61\xff", 2);
  CHECK(vt_read_text(&bad, &text, &length) != VITRINE_OK);
}

/* --- what is read is written the same, whatever the bytes --- */

static void one_value_one_encoding(void) {
  uint64_t seed = 5;
  size_t accepted = 0;
  for (int i = 0; i < 60000; i++) {
    uint8_t bytes[64];
    size_t length = 0, used = 0;
    while (length < 40) { /* an example, or any byte */
      size_t n, e = check_random(&seed) % (2 * EXAMPLES);
      if (e >= EXAMPLES) {
        bytes[length++] = (uint8_t)check_random(&seed);
        continue;
      }
      uint8_t *example = from_hex(examples[e].hex, &n);
      if (n > sizeof bytes - length) n = sizeof bytes - length;
      memcpy(bytes + length, example, n);
      length += n;
      free(example);
    }
    if (i % 2 == 0) bytes[0] = (uint8_t)(0x80 + i / 2 % 7);
    vitrine_value *v = NULL, *back = NULL;
    if (vt_decode(bytes, length, &used, &v) != VITRINE_OK) continue;
    accepted++;
    vt_buffer out = {0}, again = {0};
    CHECK(used >= 1 && used <= length);
    CHECK_EQUAL(vt_encode(v, &out, SIZE_MAX), VITRINE_OK);
    if (memchr(bytes, 0xf9, used) == NULL && memchr(bytes, 0xfa, used) == NULL &&
        memchr(bytes, 0xfb, used) == NULL)
      CHECK_BYTES(out.bytes, out.length, bytes, used);
    CHECK_EQUAL(vt_decode(out.bytes, out.length, &used, &back), VITRINE_OK);
    CHECK_EQUAL(used, out.length);
    CHECK_EQUAL(vt_encode(back, &again, SIZE_MAX), VITRINE_OK);
    CHECK_BYTES(out.bytes, out.length, again.bytes, again.length);
    vitrine_value_free(v);
    vitrine_value_free(back);
    vt_buffer_free(&out);
    vt_buffer_free(&again);
  }
  CHECK(accepted > 10000);
}

int main(void) {
  RUN(examples_are_read);
  RUN(examples_are_written);
  RUN(every_prefix_is_refused);
  RUN(nonsense_is_refused);
  RUN(claims_are_not_believed);
  RUN(depth_is_bounded);
  RUN(depth_in_a_message);
  RUN(reading_can_be_given_up);
  RUN(wide_is_not_deep);
  RUN(the_limit_is_exact);
  RUN(what_is_missing_is_not_sent);
  RUN(decoded_tuples_know_whether_they_hash);
  RUN(messages);
  RUN(one_value_one_encoding);
  return tap_end();
}
