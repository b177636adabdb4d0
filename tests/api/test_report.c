/* test_report.c - what the guest may say of how its run ended, byte by byte. */
#include "check.h"
#include "codec.h"
#include "request.h"
#include "result.h"

static vt_report report;

static vitrine_status read_bytes(const void *bytes, size_t length) {
  return vt_report_read(&report, vt_reader_of(bytes, length));
}

#define READ(text) read_bytes(text, sizeof(text) - 1)

static void check_repr(const char *expected) {
  CHECK(report.repr.length == strlen(expected) &&
        memcmp(report.repr.at, expected, report.repr.length) == 0);
  CHECK_EQUAL(report.kind, VT_KIND_DONE);
  CHECK_EQUAL(report.exit_code, 0);
  vitrine_value_free(report.value);
}

static void short_ones_have_the_repr_of_their_value(void) {
  CHECK_EQUAL(READ("\x81\x07"), VITRINE_OK);
  check_repr("7");
  CHECK_EQUAL(READ("\x81\x20"), VITRINE_OK);
  check_repr("-1");
  CHECK_EQUAL(READ("\x81\x00"), VITRINE_OK);
  check_repr("0");
  CHECK_EQUAL(READ("\x81\x3b\x7f\xff\xff\xff\xff\xff\xff\xff"), VITRINE_OK);
  check_repr("-9223372036854775808");
  CHECK_EQUAL(READ("\x81\xf5"), VITRINE_OK);
  check_repr("True");
  CHECK_EQUAL(READ("\x81\xf4"), VITRINE_OK);
  check_repr("False");
}

static void none_and_nothing_have_no_repr(void) {
  CHECK_EQUAL(READ("\x81\xf6"), VITRINE_OK);
  CHECK(report.repr.at == NULL && report.value != NULL);
  CHECK_EQUAL(vitrine_value_type(report.value), VITRINE_TYPE_NONE);
  vitrine_value_free(report.value);
  CHECK_EQUAL(READ("\x80"), VITRINE_OK);
  CHECK(report.repr.at == NULL && report.value == NULL);
}

static void long_ones_bring_their_own(void) {
  CHECK_EQUAL(READ("\x8a\x00\x00\x63"
                   "[1]"
                   "\xf6\xf6\xf6\xf6\x00\x00\x81\x01"),
              VITRINE_OK);
  check_repr("[1]");
  CHECK_EQUAL(READ("\x89\x00\x03\xf6\xf6\xf6\xf6\xf6\x00\x00"), VITRINE_OK);
  CHECK(report.value == NULL);
  CHECK_EQUAL(report.exit_code, 3);
}

static void nonsense_is_refused(void) {
  CHECK_EQUAL(READ(""), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x81"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x80\x00"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x81\x07\x00"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x81\x61x"), VITRINE_ERR_MISUSE); /* a str is not short */
  CHECK_EQUAL(READ("\x81\xfb\x3f\xf0\0\0\0\0\0\0"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x81\x1b\xff\xff\xff\xff\xff\xff\xff\xff"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x81\x80"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x82\x00\x00"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x89\x09\x00\xf6\xf6\xf6\xf6\xf6\x00\x00"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x89\x01\x01\xf6\xf6\xf6\xf6\xf6\x00\x00"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(READ("\x8a\x03\x00\xf6\xf6\xf6\xf6\xf6\x00\x00\x01"), VITRINE_ERR_MISUSE);
}

int main(void) {
  RUN(short_ones_have_the_repr_of_their_value);
  RUN(none_and_nothing_have_no_repr);
  RUN(long_ones_bring_their_own);
  RUN(nonsense_is_refused);
  return tap_end();
}
