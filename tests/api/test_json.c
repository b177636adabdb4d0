/* test_json.c - values and results as JSON: docs/values.md, docs/results.md. */
#include <locale.h>
#include <math.h>

#include "alloc.h"
#include "cage.h"
#include "check.h"
#include "codec.h"
#include "request.h"
#include "result.h"

/* Consumes the value. */
static void check_json(vitrine_value *v, const char *expected, int line) {
  size_t length = 0;
  char *json = vitrine_value_json(v, &length);
  check_text(json, expected, __FILE__, line, "the value's JSON");
  if (json != NULL) CHECK_EQUAL(length, strlen(json));
  free(json);
  vitrine_value_free(v);
}
#define JSON(value, expected) check_json(value, expected, __LINE__)

static vitrine_value *text(const char *s) { return vitrine_str(s, strlen(s)); }

static void scalars(void) {
  JSON(vitrine_none(), "null");
  JSON(vitrine_bool(1), "true");
  JSON(vitrine_bool(0), "false");
  JSON(vitrine_int(0), "0");
  JSON(vitrine_int(-17), "-17");
  JSON(text(""), "\"\"");
  CHECK(vitrine_value_json(NULL, NULL) == NULL);
}

static void ints_beyond_doubles_are_tagged(void) {
  JSON(vitrine_int(9007199254740992), "9007199254740992");
  JSON(vitrine_int(-9007199254740992), "-9007199254740992");
  JSON(vitrine_int(9007199254740993), "{\"$int\":\"9007199254740993\"}");
  JSON(vitrine_int(-9007199254740993), "{\"$int\":\"-9007199254740993\"}");
  JSON(vitrine_int(INT64_MAX), "{\"$int\":\"9223372036854775807\"}");
  JSON(vitrine_int(INT64_MIN), "{\"$int\":\"-9223372036854775808\"}");
  JSON(vitrine_int_text("-100000000000000000000"), "{\"$int\":\"-100000000000000000000\"}");
}

/* 1 << bits, or its negative, as it comes from the guest. */
static vitrine_value *power(size_t bits, bool negative) {
  uint8_t bytes[2000] = {(uint8_t)(negative ? 0xc3 : 0xc2), 0x59};
  size_t length = bits / 8 + 1, used;
  if (negative) length = (bits + 7) / 8; /* -1 - n: n is all ones */
  bytes[2] = (uint8_t)(length >> 8);
  bytes[3] = (uint8_t)length;
  if (negative) {
    memset(bytes + 4, 0xff, length);
    if (bits % 8 != 0) bytes[4] = (uint8_t)((1u << bits % 8) - 1);
  } else {
    bytes[4] = (uint8_t)(1u << bits % 8);
  }
  vitrine_value *v = NULL;
  CHECK_EQUAL(vt_decode(bytes, 4 + length, &used, &v), VITRINE_OK);
  return v;
}

static void huge_ints_are_hexadecimal(void) {
  const size_t bits[] = {14279, 14280, 14283, 14284, 14288, 15000};
  for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++) {
    for (int negative = 0; negative < 2; negative++) {
      vitrine_value *v = power(bits[i], negative != 0);
      char *json = vitrine_value_json(v, NULL);
      const char *digits = json != NULL ? json + strlen("{\"$int\":\"") : "";
      bool hex = strstr(digits, "0x") != NULL;
      CHECK_EQUAL(*digits == '-', negative);
      digits += negative;
      /* n has up to 1,785 bytes, which is what counts. */
      CHECK_EQUAL(hex, bits[i] >= (negative ? 14281u : 14280u));
      if (hex) {
        CHECK_EQUAL(digits[2], "1248"[bits[i] % 4]);
        CHECK_EQUAL(strspn(digits + 3, "0"), bits[i] / 4);
        CHECK_TEXT(digits + 3 + bits[i] / 4, "\"}");
      } else {
        CHECK(strlen(digits) - 2 <= 4300);
      }
      free(json);
      vitrine_value_free(v);
    }
  }
}

static void floats(void) {
  JSON(vitrine_float(0), "0.0");
  JSON(vitrine_float(-0.0), "-0.0");
  JSON(vitrine_float(1), "1.0");
  JSON(vitrine_float(0.1), "0.1");
  JSON(vitrine_float(1.0 / 3), "0.3333333333333333");
  JSON(vitrine_float(123456789.5), "123456789.5");
  JSON(vitrine_float(1e15), "1e+15");
  JSON(vitrine_float(1e22), "1e+22");
  JSON(vitrine_float(-2.5e-8), "-2.5e-08");
  JSON(vitrine_float(1.7976931348623157e308), "1.7976931348623157e+308");
  JSON(vitrine_float(INFINITY), "{\"$float\":\"inf\"}");
  JSON(vitrine_float(-INFINITY), "{\"$float\":\"-inf\"}");
  JSON(vitrine_float(NAN), "{\"$float\":\"nan\"}");
  uint64_t seed = 3;
  for (int i = 0; i < 20000; i++) {
    uint64_t bits = (uint64_t)check_random(&seed) << 33 ^ (uint64_t)check_random(&seed) << 8;
    double real;
    memcpy(&real, &bits, sizeof real);
    if (!isfinite(real)) continue;
    vitrine_value *v = vitrine_float(real);
    char *json = vitrine_value_json(v, NULL);
    CHECK(json != NULL && strtod(json, NULL) == real && strpbrk(json, ".e") != NULL);
    free(json);
    vitrine_value_free(v);
  }
}

static void the_locale_does_not_matter(void) {
  const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ps_AF.UTF-8", "fa_IR.UTF-8"};
  int tried = 0;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (setlocale(LC_ALL, names[i]) == NULL) continue;
    tried++;
    JSON(vitrine_float(-1234567.25), "-1234567.25");
    JSON(vitrine_float(1.5e-7), "1.5e-07");
    JSON(vitrine_float(2), "2.0");
  }
  (void)setlocale(LC_ALL, "C");
  if (tried == 0) printf("# no locale with a decimal comma here: nothing to compare\n");
}

static void strings(void) {
  JSON(text("naïve 🐍 \x7f"), "\"naïve 🐍 \x7f\"");
  JSON(text("\"\\/\b\f\n\r\t\v\x1b"), "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u000b\\u001b\"");
  JSON(vitrine_str("a\0b", 3), "\"a\\u0000b\"");
  JSON(vitrine_str("\0", 1), "\"\\u0000\"");
}

static void bytes(void) {
  JSON(vitrine_bytes("", 0), "{\"$bytes\":\"\"}");
  JSON(vitrine_bytes("f", 1), "{\"$bytes\":\"Zg==\"}");
  JSON(vitrine_bytes("fo", 2), "{\"$bytes\":\"Zm8=\"}");
  JSON(vitrine_bytes("foo", 3), "{\"$bytes\":\"Zm9v\"}");
  JSON(vitrine_bytes("foob", 4), "{\"$bytes\":\"Zm9vYg==\"}");
  JSON(vitrine_bytes("\xff\xfe\xfd\0", 4), "{\"$bytes\":\"//79AA==\"}");
}

static vitrine_value *of(vitrine_value *collection, vitrine_value *a, vitrine_value *b) {
  if (a != NULL) CHECK_EQUAL(vitrine_value_add(collection, a), VITRINE_OK);
  if (b != NULL) CHECK_EQUAL(vitrine_value_add(collection, b), VITRINE_OK);
  return collection;
}

static vitrine_value *with(vitrine_value *dict, vitrine_value *key, vitrine_value *item) {
  CHECK_EQUAL(vitrine_dict_add(dict, key, item), VITRINE_OK);
  return dict;
}

static void collections(void) {
  JSON(vitrine_list(), "[]");
  JSON(vitrine_tuple(), "[]");
  JSON(vitrine_dict(), "{}");
  JSON(vitrine_set_of(0), "{\"$set\":[]}");
  JSON(vitrine_set_of(1), "{\"$frozenset\":[]}");
  JSON(of(vitrine_list(), vitrine_int(1), vitrine_list()), "[1,[]]");
  JSON(of(vitrine_tuple(), vitrine_int(1), vitrine_tuple()), "[1,[]]");
  JSON(of(vitrine_set_of(0), vitrine_int(1), text("x")), "{\"$set\":[1,\"x\"]}");
  JSON(of(vitrine_set_of(1), of(vitrine_tuple(), vitrine_int(1), NULL), NULL),
       "{\"$frozenset\":[[1]]}");
}

static void dicts(void) {
  JSON(with(with(vitrine_dict(), text("a"), vitrine_int(1)), text("b"), vitrine_dict()),
       "{\"a\":1,\"b\":{}}");
  JSON(with(vitrine_dict(), text(""), vitrine_list()), "{\"\":[]}");
  JSON(with(with(vitrine_dict(), text("a"), vitrine_int(1)), vitrine_int(2), text("b")),
       "{\"$dict\":[[\"a\",1],[2,\"b\"]]}");
  JSON(with(vitrine_dict(), vitrine_none(), of(vitrine_list(), vitrine_int(1), vitrine_int(2))),
       "{\"$dict\":[[null,[1,2]]]}");
  JSON(with(vitrine_dict(), of(vitrine_tuple(), vitrine_int(1), vitrine_bool(1)), vitrine_float(2)),
       "{\"$dict\":[[[1,true],2.0]]}");
}

/* No dict of the guest's can be taken for a tag. */
static void keys_like_tags_are_escaped(void) {
  JSON(with(vitrine_dict(), text("$bytes"), text("Zg==")), "{\"$dict\":[[\"$bytes\",\"Zg==\"]]}");
  JSON(with(with(vitrine_dict(), text("a"), vitrine_int(1)), text("$"), vitrine_int(2)),
       "{\"$dict\":[[\"a\",1],[\"$\",2]]}");
  JSON(with(vitrine_dict(), text("$dict"), vitrine_list()), "{\"$dict\":[[\"$dict\",[]]]}");
  JSON(with(vitrine_dict(), text("a$"), vitrine_int(1)), "{\"a$\":1}");
}

/* --- results --- */

static vt_span span(const char *s) { return (vt_span){s, strlen(s)}; }

static vt_output output_of(const char *written, size_t length, uint64_t limit) {
  vt_output o = {0};
  const vt_sink none = {0};
  CHECK(vt_output_write(&o, limit, &none, written, length));
  CHECK(vt_output_end(&o, limit, &none));
  return o;
}

static void check_result(const vt_ending *ending, const vitrine_spent *spent, vt_report *report,
                         vt_output output[2], const char *expected, int line) {
  vitrine_result *r = vt_result_new(ending, report, output);
  vt_result_spend(r, spent);
  size_t length = 0;
  char *json = vitrine_result_json(r, &length);
  check_text(json, expected, __FILE__, line, "the result's JSON");
  if (json != NULL) CHECK_EQUAL(length, strlen(json));
  free(json);
  vitrine_result_free(r);
}

static void a_result_that_is_done(void) {
  vt_ending ending = {.outcome = VITRINE_DONE};
  vitrine_spent spent = vitrine_spent_empty();
  spent.memory = 131072;
  spent.steps = 1234;
  spent.cpu_ns = 1500000;
  spent.time_ns = 12000000345;
  spent.output = 9;
  spent.host_calls = 2;
  vt_report report = {.kind = VT_KIND_DONE, .repr = span("[1, 'x']")};
  report.value = of(vitrine_list(), vitrine_int(1), text("x"));
  vt_output output[2] = {output_of("a\0\xf0\x9f\x90\x8d\n", 7, 100), output_of("\xff\"", 2, 100)};
  check_result(&ending, &spent, &report, output,
               "{\"outcome\":\"done\",\"ok\":true,\"exit_code\":0,\"value\":[1,\"x\"],"
               "\"repr\":\"[1, 'x']\",\"stdout\":\"a\\u0000🐍\\n\",\"stderr\":\"\xef\xbf\xbd\\\"\","
               "\"error\":null,\"spent\":{\"memory\":131072,\"steps\":1234,\"cpu\":0.0015,"
               "\"time\":12.000000345,\"output\":9,\"host_calls\":2},"
               "\"truncated\":{\"stdout\":0,\"stderr\":0},\"rolled_back\":false,\"doors\":{}}",
               __LINE__);
}

static void a_result_that_raised(void) {
  vt_ending ending = {.outcome = VITRINE_RAISED, .rolled_back = true};
  vitrine_spent spent = vitrine_spent_empty();
  spent.time_ns = 1000000000;
  vt_report report = {.kind = VT_KIND_RAISED,
                      .exit_code = 1,
                      .type = span("ValueError"),
                      .message = span("not \"that\""),
                      .traceback = span("Traceback\n"),
                      .file = span("x.py"),
                      .line = 3,
                      .column = 0};
  vt_output output[2] = {output_of("0123456789", 10, 4), {0}};
  check_result(
      &ending, &spent, &report, output,
      "{\"outcome\":\"raised\",\"ok\":false,\"exit_code\":1,\"value\":null,\"repr\":null,"
      "\"stdout\":\"0189\",\"stderr\":\"\",\"error\":{\"type\":\"ValueError\","
      "\"message\":\"not \\\"that\\\"\",\"traceback\":\"Traceback\\n\",\"file\":\"x.py\","
      "\"line\":3,\"column\":0},\"spent\":{\"memory\":0,\"steps\":0,\"cpu\":0.0,\"time\":1.0,"
      "\"output\":0,\"host_calls\":0},\"truncated\":{\"stdout\":6,\"stderr\":0},"
      "\"rolled_back\":true,\"doors\":{}}",
      __LINE__);
}

static void every_ending_has_its_name(void) {
#define ENDING(name, number, text_) {VITRINE_##name, text_},
  static const struct {
    vitrine_outcome outcome;
    const char *name;
  } all[] = {VITRINE_OUTCOME_MAP(ENDING)};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    if (all[i].outcome == VITRINE_DONE) continue;
    vt_ending ending = {.outcome = all[i].outcome};
    vt_output output[2] = {{0}, {0}};
    vitrine_result *r = vt_result_new(&ending, NULL, output);
    char *json = vitrine_result_json(r, NULL), start[80];
    (void)snprintf(start, sizeof start, "{\"outcome\":\"%s\",\"ok\":false,\"exit_code\":1,",
                   all[i].name);
    CHECK_CONTAINS(json, start);
    free(json);
    vitrine_result_free(r);
  }
  CHECK(vitrine_result_json(NULL, NULL) == NULL);
}

int main(void) {
  RUN(scalars);
  RUN(ints_beyond_doubles_are_tagged);
  RUN(huge_ints_are_hexadecimal);
  RUN(floats);
  RUN(the_locale_does_not_matter);
  RUN(strings);
  RUN(bytes);
  RUN(collections);
  RUN(dicts);
  RUN(keys_like_tags_are_escaped);
  RUN(a_result_that_is_done);
  RUN(a_result_that_raised);
  RUN(every_ending_has_its_name);
  return tap_end();
}
