/* test_value.c - the values of vitrine.h: makers, readers, copy, free. */
#include <math.h>

#include "bigint.h"
#include "check.h"
#include "vitrine.h"

/* --- scalars --- */

static void none_and_null(void) {
  vitrine_value *v = vitrine_none();
  CHECK(v != NULL);
  CHECK_EQUAL(vitrine_value_type(v), VITRINE_TYPE_NONE);
  CHECK_EQUAL(vitrine_value_type(NULL), VITRINE_TYPE_NONE);
  CHECK_EQUAL(vitrine_value_count(v), 0);
  vitrine_value_free(v);
  vitrine_value_free(NULL);
  CHECK(vitrine_value_copy(NULL) == NULL);
  CHECK(vitrine_value_item(NULL, 0) == NULL);
  CHECK(vitrine_value_key(NULL, 0) == NULL);
  CHECK_EQUAL(vitrine_value_count(NULL), 0);
  int truth;
  int64_t number;
  double real;
  const char *text;
  size_t length;
  CHECK_EQUAL(vitrine_value_bool(NULL, &truth), 0);
  CHECK_EQUAL(vitrine_value_int(NULL, &number), 0);
  CHECK_EQUAL(vitrine_value_float(NULL, &real), 0);
  CHECK_EQUAL(vitrine_value_text(NULL, &text, &length), 0);
}

static void bools(void) {
  for (int i = 0; i < 3; i++) {
    vitrine_value *v = vitrine_bool(i);
    int truth = -1;
    int64_t number = -1;
    CHECK_EQUAL(vitrine_value_bool(v, &truth), 1);
    CHECK_EQUAL(truth, i != 0);
    CHECK_EQUAL(vitrine_value_int(v, &number), 0);
    CHECK_EQUAL(number, -1);
    CHECK_EQUAL(vitrine_value_text(v, NULL, NULL), 0);
    vitrine_value_free(v);
  }
}

/* There and back as two's complement, also with room and sign bytes to spare. */
static void as_bytes(const vitrine_value *v) {
  uint8_t bytes[64];
  const char *text = NULL, *again = NULL;
  size_t length = vitrine_value_int_bytes(v, NULL, 0), more = 3;
  CHECK(length != 0 && length + more <= sizeof bytes);
  CHECK_EQUAL(vitrine_value_int_bytes(v, bytes + more, sizeof bytes - more), length);
  memset(bytes, (bytes[more] & 0x80) != 0 ? 0xff : 0, more);
  for (size_t skip = 0; skip <= more; skip++) {
    vitrine_value *back = vitrine_int_bytes(bytes + skip, length + more - skip);
    CHECK(vitrine_value_text(v, &text, NULL) && vitrine_value_text(back, &again, NULL));
    CHECK_TEXT(again, text);
    CHECK_EQUAL(vitrine_value_int_bytes(back, NULL, 0), length);
    vitrine_value_free(back);
  }
  uint8_t untouched = 7;
  CHECK_EQUAL(vitrine_value_int_bytes(v, &untouched, length - 1), length);
  CHECK_EQUAL(untouched, 7);
}

static void bytes_of_ints(void) {
  const uint8_t minus_129[] = {0xff, 0x7f};
  uint8_t bytes[8];
  vitrine_value *v = vitrine_int(-129), *zero = vitrine_int_bytes(NULL, 0),
                *text = vitrine_str("1", 1);
  int64_t number = 7;
  CHECK_EQUAL(vitrine_value_int_bytes(v, bytes, sizeof bytes), sizeof minus_129);
  CHECK(memcmp(bytes, minus_129, sizeof minus_129) == 0);
  CHECK(vitrine_value_int(zero, &number) && number == 0);
  CHECK_EQUAL(vitrine_value_int_bytes(text, bytes, sizeof bytes), 0);
  CHECK_EQUAL(vitrine_value_int_bytes(NULL, bytes, sizeof bytes), 0);
  CHECK(vitrine_int_bytes(NULL, 1) == NULL);
  vitrine_value_free(v);
  vitrine_value_free(zero);
  vitrine_value_free(text);
}

static void ints(void) {
  const struct {
    int64_t number;
    const char *text;
  } cases[] = {{0, "0"},
               {-1, "-1"},
               {42, "42"},
               {999999999999999999, "999999999999999999"},
               {INT64_MAX, "9223372036854775807"},
               {INT64_MIN, "-9223372036854775808"}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    for (int from_text = 0; from_text < 2; from_text++) {
      vitrine_value *v = from_text ? vitrine_int_text(cases[i].text) : vitrine_int(cases[i].number);
      int64_t number = 7;
      const char *text = NULL;
      size_t length = 0;
      double real;
      CHECK_EQUAL(vitrine_value_type(v), VITRINE_TYPE_INT);
      CHECK_EQUAL(vitrine_value_int(v, &number), 1);
      CHECK_EQUAL(number, cases[i].number);
      CHECK_EQUAL(vitrine_value_float(v, &real), 0);
      CHECK_EQUAL(vitrine_value_text(v, &text, &length), 1);
      CHECK_TEXT(text, cases[i].text);
      CHECK_EQUAL(length, strlen(cases[i].text));
      const char *again = NULL;
      CHECK_EQUAL(vitrine_value_text(v, &again, NULL), 1);
      CHECK(again == text);
      as_bytes(v);
      vitrine_value_free(v);
    }
  }
}

static void big_ints(void) {
  const struct {
    const char *given, *text; /* NULL: as given */
  } cases[] = {
      {"9223372036854775808", NULL},
      {"-9223372036854775809", NULL},
      {"18446744073709551615", NULL},
      {"18446744073709551616", NULL},
      {"-18446744073709551616", NULL},
      {"-18446744073709551617", NULL},
      {"+00000000000000000000000000000000012", "12"},
      {"-00000000000000000000000000000000000", "0"},
      {"0000000000000000000018446744073709551616", "18446744073709551616"},
      {"+340282366920938463463374607431768211456", "340282366920938463463374607431768211456"},
      {"-340282366920938463463374607431768211456", NULL},
      {"100000000000000000000000000000000000000000000000000000000000000", NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    vitrine_value *v = vitrine_int_text(cases[i].given), *copy = vitrine_value_copy(v);
    const char *text = NULL, *expected = cases[i].text != NULL ? cases[i].text : cases[i].given;
    int64_t number = 7;
    CHECK_EQUAL(vitrine_value_type(v), VITRINE_TYPE_INT);
    CHECK_EQUAL(vitrine_value_int(v, &number), strlen(expected) < 18);
    CHECK_EQUAL(vitrine_value_text(v, &text, NULL), 1);
    CHECK_TEXT(text, expected);
    CHECK_EQUAL(vitrine_value_text(copy, &text, NULL), 1);
    CHECK_TEXT(text, expected);
    as_bytes(v);
    vitrine_value_free(v);
    vitrine_value_free(copy);
  }
}

static void what_is_no_int(void) {
  const char *const cases[] = {"",    "+",   "-",   "--1", "1 ", " 1",  "0x10",
                               "1_0", "1e3", "1.0", "a",   "१",  "+-1", "99999999999999999999x",
                               "9/",  "9:",  "\xff"};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    CHECK(vitrine_int_text(cases[i]) == NULL);
    CHECK_CONTAINS(vitrine_last_error(), "no int");
  }
  CHECK(vitrine_int_text(NULL) == NULL);
  CHECK_CONTAINS(vitrine_last_error(), "NULL");
}

static uint64_t digits_modulo(const char *digits, size_t count, uint64_t p) {
  uint64_t n = 0;
  for (size_t i = 0; i < count; i++) n = (n * 10 + (uint64_t)(digits[i] - '0')) % p;
  return n;
}

static uint64_t bytes_modulo(const uint8_t *bytes, size_t length, uint64_t p) {
  uint64_t n = 0;
  for (size_t i = 0; i < length; i++) n = (n << 8 | bytes[i]) % p;
  return n;
}

/* The bytes are the number that the digits are, and the way back finds it. */
static void change_of_base(void) {
  const size_t sizes[] = {20,   60,   287,  288,  289,  575,  576,  577,   600,   1000,  1152, 1153,
                          1200, 2304, 2305, 3000, 4608, 4700, 9217, 10000, 20000, 36865, 50000};
  const uint64_t primes[] = {4294967291u, 999999937u, 65521u};
  uint64_t seed = 1;
  for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
    for (int kind = 0; kind < 6; kind++) {
      size_t count = sizes[s], length = 0;
      bool negative = kind % 2 != 0;
      char *digits = malloc(count + 1);
      CHECK(digits != NULL);
      if (digits == NULL) return;
      for (size_t i = 0; i < count; i++)
        digits[i] =
            (char)('0' + (kind / 2 == 0   ? (i == 0)
                          : kind / 2 == 1 ? 9u
                                          : check_random(&seed) % (i == 0 ? 9 : 10) + (i == 0)));
      digits[count] = 0;
      uint8_t *bytes = vt_bigint_bytes(digits, count, negative, &length);
      CHECK(bytes != NULL && length != 0 && bytes[0] != 0);
      for (size_t p = 0; p < 3; p++)
        CHECK_EQUAL((bytes_modulo(bytes, length, primes[p]) + negative) % primes[p],
                    digits_modulo(digits, count, primes[p]));
      char *back = vt_bigint_decimal(bytes, length, negative);
      CHECK(back != NULL && (back[0] == '-') == negative);
      if (back != NULL) CHECK_TEXT(back + negative, digits);
      free(back);
      free(bytes);
      free(digits);
    }
  }
}

/* Powers of 256 end a limb, and carry when they are negative. */
static void bytes_to_digits(void) {
  for (size_t length = 1; length < 1500; length = length * 5 / 4 + 1) {
    uint8_t bytes[1500];
    memset(bytes, 0xff, length);
    char *text = vt_bigint_decimal(bytes, length, true);
    CHECK(text != NULL && text[0] == '-');
    if (text == NULL) return;
    for (uint64_t p = 4294967291u; p > 4294967200u; p -= 12) {
      uint64_t power = 1;
      for (size_t i = 0; i < length; i++) power = (power << 8) % p;
      CHECK_EQUAL(digits_modulo(text + 1, strlen(text + 1), p), power);
    }
    free(text);
  }
}

static void floats(void) {
  const double cases[] = {0.0, -0.0, 1.5, -1e300, 5e-324, INFINITY, -INFINITY};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    vitrine_value *v = vitrine_float(cases[i]);
    double real = 7;
    CHECK_EQUAL(vitrine_value_float(v, &real), 1);
    CHECK(memcmp(&real, &cases[i], sizeof real) == 0);
    CHECK_EQUAL(vitrine_value_text(v, NULL, NULL), 0);
    vitrine_value_free(v);
  }
  uint64_t bits = 0xfff8000000001234u;
  double odd, real = 0;
  memcpy(&odd, &bits, sizeof odd);
  vitrine_value *v = vitrine_float(odd);
  CHECK_EQUAL(vitrine_value_float(v, &real), 1);
  memcpy(&bits, &real, sizeof bits);
  CHECK(bits == 0x7ff8000000000000u);
  vitrine_value_free(v);
}

static void texts(void) {
  const char text[] = "naïve 🐍\0 and more";
  size_t size = sizeof text - 1, length = 0;
  const char *out = NULL;
  vitrine_value *v = vitrine_str(text, size);
  CHECK_EQUAL(vitrine_value_type(v), VITRINE_TYPE_STR);
  CHECK_EQUAL(vitrine_value_text(v, &out, &length), 1);
  CHECK(out != text);
  CHECK_BYTES(out, length, text, size);
  CHECK_EQUAL(out[length], 0);
  CHECK_EQUAL(vitrine_value_count(v), 0);
  vitrine_value_free(v);
  v = vitrine_bytes("\xff\x00\xfe", 3);
  CHECK_EQUAL(vitrine_value_type(v), VITRINE_TYPE_BYTES);
  CHECK_EQUAL(vitrine_value_text(v, &out, &length), 1);
  CHECK_BYTES(out, length, "\xff\x00\xfe", 3);
  vitrine_value_free(v);
  vitrine_value *empty[] = {vitrine_str("", 0), vitrine_str(NULL, 0), vitrine_bytes(NULL, 0)};
  for (size_t i = 0; i < 3; i++) {
    CHECK_EQUAL(vitrine_value_text(empty[i], &out, &length), 1);
    CHECK_EQUAL(length, 0);
    CHECK_TEXT(out, "");
    vitrine_value_free(empty[i]);
  }
}

static void what_is_no_text(void) {
  const struct {
    const char *text;
    size_t length;
  } cases[] = {{"\xff", 1},     {"a\x80", 2},
               {"\xc3", 1},     {"\xed\xa0\x80", 3},
               {"\xc0\x80", 2}, {"\xf4\x90\x80\x80", 4},
               {"\xe2\x82", 2}, {"ok\xf8\x88\x80\x80", 6}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    CHECK(vitrine_str(cases[i].text, cases[i].length) == NULL);
    CHECK_CONTAINS(vitrine_last_error(), "not UTF-8");
  }
  CHECK(vitrine_str(NULL, 1) == NULL);
  CHECK(vitrine_bytes(NULL, 1) == NULL);
  CHECK(vitrine_bytes("", SIZE_MAX) == NULL);
}

/* --- collections --- */

static void lists_of_any_length(void) {
  vitrine_value *(*const makers[])(void) = {vitrine_list, vitrine_tuple};
  for (size_t k = 0; k < 2; k++) {
    vitrine_value *v = makers[k]();
    for (int64_t i = 0; i < 1000; i++) {
      CHECK_EQUAL(vitrine_value_count(v), i);
      CHECK_EQUAL(vitrine_value_add(v, vitrine_int(i)), VITRINE_OK);
    }
    for (int64_t i = 0; i < 1000; i++) {
      int64_t n = -1;
      CHECK_EQUAL(vitrine_value_int(vitrine_value_item(v, (size_t)i), &n), 1);
      CHECK_EQUAL(n, i);
    }
    CHECK(vitrine_value_item(v, 1000) == NULL);
    CHECK(vitrine_value_item(v, SIZE_MAX) == NULL);
    CHECK(vitrine_value_key(v, 0) == NULL);
    vitrine_value_free(v);
  }
}

static void items_stay_where_they_are(void) {
  vitrine_value *list = vitrine_list();
  CHECK_EQUAL(vitrine_value_add(list, vitrine_int(1)), VITRINE_OK);
  const vitrine_value *first = vitrine_value_item(list, 0);
  for (int64_t i = 0; i < 100; i++)
    CHECK_EQUAL(vitrine_value_add(list, vitrine_int(i)), VITRINE_OK);
  CHECK(vitrine_value_item(list, 0) == first);
  vitrine_value_free(list);
}

static void dicts(void) {
  vitrine_value *dict = vitrine_dict();
  const char *text = NULL;
  int64_t n = 0;
  CHECK_EQUAL(vitrine_dict_add(dict, vitrine_str("a", 1), vitrine_int(1)), VITRINE_OK);
  CHECK_EQUAL(vitrine_dict_add(dict, vitrine_int(2), vitrine_list()), VITRINE_OK);
  CHECK_EQUAL(vitrine_dict_add(dict, vitrine_tuple(), vitrine_none()), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_count(dict), 3);
  CHECK_EQUAL(vitrine_value_text(vitrine_value_key(dict, 0), &text, NULL), 1);
  CHECK_TEXT(text, "a");
  CHECK_EQUAL(vitrine_value_int(vitrine_value_item(dict, 0), &n), 1);
  CHECK_EQUAL(n, 1);
  CHECK_EQUAL(vitrine_value_type(vitrine_value_item(dict, 1)), VITRINE_TYPE_LIST);
  CHECK_EQUAL(vitrine_value_type(vitrine_value_key(dict, 2)), VITRINE_TYPE_TUPLE);
  CHECK(vitrine_value_key(dict, 3) == NULL);
  CHECK(vitrine_value_item(dict, 3) == NULL);
  vitrine_value_free(dict);
}

/* Consumed all the same: ASan tells if not. */
static void what_cannot_be_added(void) {
  vitrine_value *list = vitrine_list(), *dict = vitrine_dict(), *set = vitrine_set_of(0),
                *number = vitrine_int(1), *tuple = vitrine_tuple();
  CHECK_EQUAL(vitrine_value_add(number, vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_value_add(dict, vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_dict_add(list, vitrine_int(1), vitrine_int(2)), VITRINE_ERR_MISUSE);
  /* A NULL is put down to the maker that failed last. */
  CHECK(vitrine_int_text("x") == NULL);
  CHECK_EQUAL(vitrine_value_add(NULL, vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_dict_add(NULL, vitrine_int(1), vitrine_int(2)), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "its maker failed");
  CHECK_EQUAL(vitrine_value_add(list, list), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_dict_add(dict, dict, dict), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_value_add(set, vitrine_list()), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_dict_add(dict, vitrine_dict(), vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_dict_add(dict, vitrine_set_of(0), vitrine_int(1)), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_dict_add(dict, vitrine_set_of(1), vitrine_int(1)), VITRINE_OK);
  vitrine_value *outer = vitrine_tuple();
  CHECK_EQUAL(vitrine_value_add(tuple, vitrine_list()), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(outer, vitrine_value_copy(tuple)), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(set, outer), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "tuple that holds a list");
  CHECK_EQUAL(vitrine_value_add(set, tuple), VITRINE_ERR_MISUSE);
  vitrine_value *one = vitrine_int(1);
  CHECK_EQUAL(vitrine_dict_add(dict, one, one), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_value_count(dict), 1);
  CHECK_EQUAL(vitrine_value_count(list) + vitrine_value_count(set), 0);
  vitrine_value_free(list);
  vitrine_value_free(dict);
  vitrine_value_free(set);
  vitrine_value_free(number);
}

/* One check at the end finds what any maker could not make, and says why. */
static void missing_parts_are_remembered(void) {
  vitrine_value *inner = vitrine_list(), *outer = vitrine_dict();
  CHECK_EQUAL(vitrine_value_add(inner, vitrine_int(1)), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(inner, vitrine_str("\xff", 1)), VITRINE_ERR_TEXT);
  CHECK_EQUAL(vitrine_value_count(inner), 1);
  CHECK_EQUAL(vitrine_dict_add(outer, vitrine_int(1), inner), VITRINE_ERR_TEXT);
  CHECK_CONTAINS(vitrine_last_error(), "missing");
  vitrine_value *copy = vitrine_value_copy(outer);
  CHECK(vitrine_value_json(outer, NULL) == NULL);
  CHECK_CONTAINS(vitrine_last_error(), "not UTF-8");
  CHECK(vitrine_value_json(copy, NULL) == NULL);
  vitrine_value_free(outer);
  vitrine_value_free(copy);
}

/* --- trees --- */

static vitrine_value *make_tree(uint64_t *seed, int depth) {
  char text[40];
  uint32_t n = check_random(seed) % 40;
  memset(text, 'a' + (int)(n % 26), sizeof text);
  switch (check_random(seed) % (depth > 0 ? 13 : 8)) {
  case 0: return vitrine_none();
  case 1: return vitrine_bool(n % 2 == 0);
  case 2: return vitrine_int((int64_t)check_random(seed) << (n % 32));
  case 3: return vitrine_int_text("-123456789012345678901234567890");
  case 4: return vitrine_float(n / 8.0);
  case 5:
  case 6: return vitrine_str(text, n);
  case 7: return vitrine_bytes(text, n);
  default: break;
  }
  vitrine_value *v;
  uint32_t kind = check_random(seed) % 5;
  v = kind == 0   ? vitrine_list()
      : kind == 1 ? vitrine_tuple()
      : kind == 2 ? vitrine_dict()
                  : vitrine_set_of(kind == 4);
  for (uint32_t i = check_random(seed) % 6; i > 0; i--) {
    if (kind == 2)
      CHECK_EQUAL(vitrine_dict_add(v, make_tree(seed, 0), make_tree(seed, depth - 1)), VITRINE_OK);
    else CHECK_EQUAL(vitrine_value_add(v, make_tree(seed, kind > 2 ? 0 : depth - 1)), VITRINE_OK);
  }
  return v;
}

static void copies_are_equal_and_apart(void) {
  uint64_t seed = 11;
  for (int i = 0; i < 300; i++) {
    vitrine_value *v = make_tree(&seed, 6), *copy = vitrine_value_copy(v);
    char *a = vitrine_value_json(v, NULL), *b = vitrine_value_json(copy, NULL);
    CHECK_TEXT(a, b);
    vitrine_value_free(v);
    vitrine_value *again = vitrine_value_copy(copy);
    vitrine_value_free(copy);
    char *c = vitrine_value_json(again, NULL);
    CHECK_TEXT(a, c);
    vitrine_value_free(again);
    free(a);
    free(b);
    free(c);
  }
}

static void a_copy_can_grow(void) {
  vitrine_value *list = vitrine_list();
  CHECK_EQUAL(vitrine_value_add(list, vitrine_int_text("99999999999999999999")), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(list, vitrine_str("b", 1)), VITRINE_OK);
  vitrine_value *copy = vitrine_value_copy(list);
  vitrine_value_free(list);
  const char *text;
  CHECK_EQUAL(vitrine_value_text(vitrine_value_item(copy, 0), &text, NULL), 1);
  for (int64_t i = 0; i < 10; i++) CHECK_EQUAL(vitrine_value_add(copy, vitrine_int(i)), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_add(copy, vitrine_value_copy(copy)), VITRINE_OK);
  CHECK_EQUAL(vitrine_value_count(copy), 13);
  const char *after;
  CHECK_EQUAL(vitrine_value_text(vitrine_value_item(copy, 0), &after, NULL), 1);
  CHECK(after == text);
  char *json = vitrine_value_json(copy, NULL);
  CHECK_TEXT(json, "[{\"$int\":\"99999999999999999999\"},\"b\",0,1,2,3,4,5,6,7,8,9,"
                   "[{\"$int\":\"99999999999999999999\"},\"b\",0,1,2,3,4,5,6,7,8,9]]");
  free(json);
  /* What is in a packed tree is not its own. */
  vitrine_value *pack = vitrine_value_copy(copy), *other = vitrine_list();
  vitrine_value *inside = (vitrine_value *)(uintptr_t)vitrine_value_item(pack, 1);
  CHECK_EQUAL(vitrine_value_add(other, inside), VITRINE_ERR_MISUSE);
  vitrine_value_free(pack);
  vitrine_value_free(other);
  vitrine_value_free(copy);
}

static void deep_trees(void) {
  enum { DEPTH = 1000000 };
  vitrine_value *v = vitrine_str("end", 3);
  for (int i = 0; i < DEPTH; i++) {
    vitrine_value *outer = i % 2 ? vitrine_list() : vitrine_dict();
    vitrine_status status =
        i % 2 ? vitrine_value_add(outer, v) : vitrine_dict_add(outer, vitrine_str("k", 1), v);
    if (status != VITRINE_OK) CHECK_EQUAL(status, VITRINE_OK);
    v = outer;
  }
  vitrine_value *copy = vitrine_value_copy(v);
  vitrine_value_free(v);
  const vitrine_value *at = copy;
  int depth = 0;
  while (vitrine_value_count(at) == 1) at = vitrine_value_item(at, 0), depth++;
  CHECK_EQUAL(depth, DEPTH);
  size_t length;
  char *json = vitrine_value_json(copy, &length);
  CHECK_EQUAL(length, DEPTH / 2 * 8 + 5);
  free(json);
  vitrine_value_free(copy);
}

int main(void) {
  RUN(none_and_null);
  RUN(bools);
  RUN(ints);
  RUN(big_ints);
  RUN(what_is_no_int);
  RUN(change_of_base);
  RUN(bytes_to_digits);
  RUN(bytes_of_ints);
  RUN(floats);
  RUN(texts);
  RUN(what_is_no_text);
  RUN(lists_of_any_length);
  RUN(items_stay_where_they_are);
  RUN(dicts);
  RUN(what_cannot_be_added);
  RUN(missing_parts_are_remembered);
  RUN(copies_are_equal_and_apart);
  RUN(a_copy_can_grow);
  RUN(deep_trees);
  return tap_end();
}
