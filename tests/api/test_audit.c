/* test_audit.c - the audit log: what is in it, what cannot be forged, and that nothing
 * goes on without it. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "vitrine.h"

static char *log_text;
static size_t log_length, lines, fails_at; /* fails_at: from 1; 0 never */

static int keep(void *user, const char *line, size_t length) {
  CHECK(user == &lines);
  lines++;
  if (lines == fails_at) return -1;
  CHECK(length > 2 && line[0] == '{' && line[length - 2] == '}' && line[length - 1] == '\n');
  for (size_t i = 0; i + 1 < length; i++) CHECK(line[i] >= 0x20 && line[i] < 0x7f);
  log_text = realloc(log_text, log_length + length + 1);
  memcpy(log_text + log_length, line, length);
  log_length += length;
  log_text[log_length] = 0;
  return 0;
}

static vitrine_session *session;
static uint64_t most;
static int calls;

/* The answer is not there before the line of the call is. */
static vitrine_status echo(vitrine_call *call, void *user) {
  (void)user;
  calls++;
  if (vitrine_call_count(call) == 0) return VITRINE_ERR_SYSTEM;
  return vitrine_call_return(call, vitrine_value_copy(vitrine_call_arg(call, 0)));
}

static void open_with(uint64_t text) {
  vitrine_audit a = vitrine_audit_default();
  free(log_text);
  log_text = NULL;
  log_length = lines = fails_at = 0;
  a.write = keep;
  a.user = &lines;
  a.label = "label";
  a.text = text;
  a.most = most;
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "echo", echo, NULL, NULL), VITRINE_OK);
}

static vitrine_result *result;

static vitrine_status run(const char *source) {
  vitrine_result_free(result);
  result = NULL;
  return vitrine_run(session, NULL, source, strlen(source), &result);
}

static void close_session(void) {
  vitrine_result_free(result);
  result = NULL;
  vitrine_session_free(session);
  session = NULL;
}

/* From `from` on, once; without the values that vary. */
static void check_line(const char *event, const char *text) {
  char head[100];
  (void)snprintf(head, sizeof head, "\"session\":\"label\",\"event\":\"%s\"", event);
  const char *at = strstr(log_text, head);
  CHECK(at != NULL);
  if (at != NULL) CHECK_CONTAINS(at + strlen(head), text);
  const char *end = at != NULL ? strchr(at, '\n') : NULL;
  CHECK(end != NULL && strstr(at, text) < end);
}

static void each_thing_has_its_line(void) {
  open_with(0);
  CHECK_EQUAL(vitrine_grant_clock_fixed(session, 1500000000000000000, 1000), VITRINE_OK);
  CHECK_EQUAL(run("print(echo((1, '\xc3\xa9'), k=None))"), VITRINE_OK);
  check_line("session", ",\"version\":\"" VITRINE_VERSION "\",\"guest\":\"");
  check_line("session", "\"image\":null,\"complete\":true,\"transactional\":false,");
  check_line("grant", ",\"door\":\"echo\",\"bytes\":");
  check_line("run", ",\"name\":\"<run>\",\"bytes\":30,\"digest\":\"");
  check_line("run", ",\"source\":\"print(echo((1, '\\u00e9'), k=None))\",");
  check_line("run",
             ",\"limits\":{\"memory\":67108864,\"steps\":8000000000,\"cpu\":5.0,\"time\":30.0,");
  check_line("call", ",\"door\":\"echo\",\"bytes_in\":");
  check_line("call",
             ",\"args\":[[1,\"\\u00e9\"]],\"keywords\":{\"k\":null},\"outcome\":\"returned\",");
  check_line("end", ",\"outcome\":\"done\",\"exit_code\":0,\"rolled_back\":false,\"steps\":");
  CHECK_CONTAINS(log_text,
                 "\"built_in\":\"clock\",\"start\":1500000000.0,\"resolution\":0.000001}");
  CHECK_EQUAL(run("echo()"), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(log_text,
                 "\"keywords\":{},\"outcome\":\"failed\",\"error\":\"the host function echo "
                 "returned: the operating system refused\"");
  CHECK_EQUAL(run("import nothing_of_the_kind"), VITRINE_OK);
  vitrine_session_free(session);
  session = NULL;
  check_line("close", "}");
  close_session();
}

static void long_texts_are_digests(void) {
  open_with(40);
  CHECK_EQUAL(run("echo('short')"), VITRINE_OK);
  CHECK_EQUAL(run("#############################\necho('a long secret, and more than is shown')"),
              VITRINE_OK);
  check_line("run", ",\"source\":\"echo('short')\"");
  check_line("call", ",\"args\":[\"short\"]");
  CHECK(strstr(log_text, "secret") == NULL);
  CHECK(strstr(log_text, "\"answer\":") == NULL);
  CHECK(strstr(log_text, "\"cbor\":") == NULL);
  close_session();
}

/* keep() looks at each byte; here what a guest would like to have taken for a line. */
static void nothing_forges_a_line(void) {
  open_with(0);
  CHECK_EQUAL(run("fake = '\"}\\n{\"at\":1,\"session\":\"label\",\"event\":\"end\"}\\n'\n"
                  "odd = ''.join(chr(c) for c in [0, 7, 27, 127, 133, 155, 0x2028, 0x202e, 0xfeff, "
                  "0x1f600])\n"
                  "for text in (fake, odd, fake.encode(), b'\\xff\\xfe', {fake: odd}, '\\\\\"', "
                  "'\\ud800'):\n"
                  "  try: echo(text, text)\n"
                  "  except Exception as e: print(e)\n"
                  "try: echo(1, **{fake: 1, odd: 2})\n"
                  "except TypeError as e: print(e)\n"
                  "raise ValueError(fake + odd)"),
              VITRINE_OK);
  size_t breaks = 0, events = 0;
  for (const char *at = log_text; (at = strchr(at, '\n')) != NULL; at++) breaks++;
  for (const char *at = log_text; (at = strstr(at, ",\"event\":\"")) != NULL; at++) events++;
  CHECK_EQUAL(breaks, lines);
  CHECK_EQUAL(events, lines);
  CHECK_CONTAINS(log_text,
                 "\\u0000\\u0007\\u001b\\u007f\\u0085\\u009b\\u2028\\u202e\\ufeff\\ud83d\\ude00");
  close_session();
}

/* Whichever line it is that is lost. */
static void nothing_goes_on_without_the_log(void) {
  const char *source =
      "x = 2\necho(1)\nimport time\ntry: time.time()\nexcept PermissionError: pass\n"
      "print(echo(2))";
  size_t last = 0;
  for (size_t n = 0; n == 0 || n <= last; n++) {
    open_with(0);
    CHECK_EQUAL(run("x = 1"), VITRINE_OK);
    size_t before = lines;
    calls = 0;
    fails_at = n != 0 ? before + n : 0;
    vitrine_status status = run(source);
    if (n == 0) {
      CHECK_EQUAL(status, VITRINE_OK);
      last = lines - before;
      CHECK_EQUAL(last, 5); /* run, call, clock, call, end */
    } else {
      CHECK_EQUAL(status, VITRINE_ERR_SYSTEM);
      CHECK_CONTAINS(vitrine_last_error(), "the audit log cannot be written");
      CHECK_EQUAL(calls, n == 1 ? 0 : n < 4 ? 1 : 2);
      CHECK_EQUAL(run("x"), VITRINE_ERR_SYSTEM);
      CHECK_EQUAL(vitrine_set(session, "x", vitrine_int(3)), VITRINE_ERR_SYSTEM);
      CHECK_EQUAL(vitrine_session_reset(session), VITRINE_ERR_SYSTEM);
      CHECK_EQUAL(vitrine_grant_random_seeded(session, "a", 1), VITRINE_ERR_SYSTEM);
      CHECK_EQUAL(vitrine_grant_function(session, "f", echo, NULL, NULL), VITRINE_ERR_SYSTEM);
      CHECK_EQUAL(lines, before + n);
    }
    close_session();
  }
}

static void a_flood_ends(void) {
  static const char *const floods[] = {
      "while True: echo('x' * 1000)", "import time\nwhile True: time.time()",
      "import os\nwhile True: os.urandom(1000)", "import time\nwhile True: time.sleep(0)"};
  most = 100000;
  for (size_t i = 0; i < sizeof floods / sizeof floods[0]; i++) {
    open_with(0);
    CHECK_EQUAL(vitrine_grant_clock(session, 1), VITRINE_OK);
    CHECK_EQUAL(vitrine_grant_random_seeded(session, "a", 1), VITRINE_OK);
    size_t before = log_length;
    CHECK_EQUAL(run(floods[i]), VITRINE_OK);
    CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_OUT_OF_CALLS);
    CHECK(log_length - before < 110000);
    CHECK_EQUAL(run("echo(1)"), VITRINE_OK);
    CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_DONE);
    vitrine_session *again = NULL;
    vitrine_replayed found = vitrine_replayed_empty();
    CHECK_EQUAL(vitrine_session_new(NULL, &again), VITRINE_OK);
    CHECK_EQUAL(vitrine_replay(again, log_text, log_length, 0, &found), VITRINE_OK);
    CHECK_TEXT(found.why, "");
    vitrine_session_free(again);
    close_session();
  }
  most = 0;
}

static void it_goes_to_a_file(void) {
  char folder[] = "/tmp/vitrine-audit-XXXXXX", path[64];
  struct stat at;
  CHECK(mkdtemp(folder) != NULL);
  (void)snprintf(path, sizeof path, "%s/log", folder);
  vitrine_audit a = vitrine_audit_default();
  a.path = path;
  for (int i = 0; i < 2; i++) { /* the second is added */
    CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
    CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_OK);
    CHECK_EQUAL(run("print(1)"), VITRINE_OK);
    close_session();
  }
  CHECK_EQUAL(stat(path, &at), 0);
#if !defined(VT_PORTABLE)
  CHECK_EQUAL(at.st_mode & 0777, 0600);
#endif
  FILE *file = fopen(path, "rb");
  char *text = malloc((size_t)at.st_size + 1);
  CHECK(file != NULL && text != NULL && fread(text, 1, (size_t)at.st_size, file) > 0);
  if (file != NULL) (void)fclose(file);
  for (size_t which = 0; which < 3; which++) {
    vitrine_replayed found = vitrine_replayed_empty();
    CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
    CHECK_EQUAL(vitrine_replay(session, text, (size_t)at.st_size, which, &found),
                which < 2 ? VITRINE_OK : VITRINE_ERR_LOG);
    CHECK_EQUAL(found.same, which < 2);
    CHECK_EQUAL(found.sessions, 2);
    close_session();
  }
  free(text);
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  a.path = folder;
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), folder);
  CHECK_EQUAL(run("1"), VITRINE_OK); /* it has no log, and was told so */
  close_session();
  CHECK_EQUAL(unlink(path), 0);
  CHECK_EQUAL(rmdir(folder), 0);
}

static void it_comes_first_and_once(void) {
  vitrine_audit a = vitrine_audit_default();
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_session_audit(session, NULL), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "none is given");
  a.write = keep;
  a.path = "x";
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_MISUSE);
  a.path = NULL;
  a.label = "\xff";
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_TEXT);
  a.label = NULL;
  CHECK_EQUAL(vitrine_grant_clock(session, 0), VITRINE_OK);
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "comes first");
  close_session();
  open_with(0);
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), "already");
  close_session();
  fails_at = 1;
  lines = 0;
  a.user = &lines;
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_session_audit(session, &a), VITRINE_ERR_SYSTEM);
  close_session();
}

int main(void) {
  RUN(each_thing_has_its_line);
  RUN(long_texts_are_digests);
  RUN(nothing_forges_a_line);
  RUN(nothing_goes_on_without_the_log);
  RUN(a_flood_ends);
  RUN(it_goes_to_a_file);
  RUN(it_comes_first_and_once);
  free(log_text);
  return tap_end();
}
