/* test_fixed.c - clock and chance that are the same in every run. */
#include "check.h"
#include "vitrine.h"

static vitrine_session *session;

static const char *repr(const char *source) {
  static char text[300];
  vitrine_result *result = NULL;
  CHECK_EQUAL(vitrine_run(session, NULL, source, strlen(source), &result), VITRINE_OK);
  const char *r = vitrine_result_repr(result);
  (void)snprintf(text, sizeof text, "%s", r != NULL ? r : "");
  vitrine_result_free(result);
  return text;
}

static void open_session(unsigned flags) {
  vitrine_options o = vitrine_options_default();
  o.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&o, &session), VITRINE_OK);
}

/* SHA-256 of SHA-256("a") and the number of the block, as python3's hashlib has it. */
static void chance_follows_from_the_seed(void) {
  open_session(VITRINE_TRANSACTIONAL);
  CHECK_EQUAL(vitrine_grant_random_seeded(session, NULL, 0), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_random_seeded(session, "a", 1), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_random_seeded(session, "a", 1), VITRINE_ERR_GRANT);
  CHECK_EQUAL(vitrine_grant_random(session), VITRINE_ERR_GRANT);
  const char *first = "import os; (os.urandom(5) + os.urandom(65)).hex()";
  CHECK_TEXT(repr(first), "'6fb3baa3a22407507eb488c98db5e77c22de2356b9698bacc34670f10dbdb8ee70cafaf"
                          "13301f652a800eccb1ce6af2fed1e85e978d2197d7f1a7aeee39b51913b89c0bdcb03'");
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_TEXT(repr("import os; os.urandom(3).hex()"), "'6fb3ba'");
  CHECK_TEXT(repr("os.urandom(30); 1/0"), "");
  CHECK_TEXT(repr("os.urandom(2).hex()"), "'a3a2'");
  vitrine_session_free(session);
}

static void the_clock_follows_the_steps(void) {
  const uint64_t start = 1000000000000000000;
  open_session(0);
  CHECK_EQUAL(vitrine_grant_clock_fixed(session, 999999, 0), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_clock_fixed(session, UINT64_MAX, 0), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_grant_clock_fixed(session, start, 1), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_clock(session, 0), VITRINE_ERR_GRANT);
  CHECK_TEXT(repr("import time; t = time.time_ns() - time.monotonic_ns()\n"
                  "10**18 - 10000 < t <= 10**18"),
             "True");
  char kept[300];
  strcpy(kept, repr("t"));
  CHECK_TEXT(repr("a = time.time_ns(); time.sleep(0.001); b = time.time_ns()\n"
                  "1000000 < b - a < 1100000"),
             "True");
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_TEXT(repr("import time; t = time.time_ns() - time.monotonic_ns()\n"
                  "10**18 - 10000 < t <= 10**18"),
             "True");
  CHECK_TEXT(repr("t"), kept);
  vitrine_session_free(session);
}

int main(void) {
  RUN(chance_follows_from_the_seed);
  RUN(the_clock_follows_the_steps);
  return tap_end();
}
