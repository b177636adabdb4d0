/* test_output.c - head, tail and stream of an output, against a slow and simple
 * model, and the text functions that it stands on. */
#include "check.h"
#include "alloc.h"
#include "output.h"
#include "text.h"

/* What the callback got. */
typedef struct {
  char text[4096];
  size_t length;
  int calls;
} stream;

static void take(void *user, int fd, const char *text, size_t length) {
  stream *s = user;
  CHECK_EQUAL(fd, 1);
  CHECK(vt_utf8_prefix(text, length) == length);
  CHECK(s->length + length <= sizeof s->text);
  memcpy(s->text + s->length, text, length);
  s->length += length;
  s->calls++;
}

/* The text as the model has it: what is not UTF-8 replaced, a byte or a cut-off
 * character by one U+FFFD. */
static size_t clean(const char *text, size_t length, char *to) {
  size_t n = 0;
  for (size_t i = 0; i < length;) {
    size_t size = 1;
    while (size <= 4 && i + size <= length && vt_utf8_prefix(text + i, size) != size) size++;
    if (size <= 4 && i + size <= length) {
      memcpy(to + n, text + i, size);
      n += size;
      i += size;
      continue;
    }
    bool more;
    i += vt_utf8_broken(text + i, length - i, &more);
    memcpy(to + n, "\xef\xbf\xbd", 3);
    n += 3;
  }
  return n;
}

static bool middle(char c) { return ((unsigned char)c & 0xc0) == 0x80; }

/* Writes text in pieces, and compares all that comes out with the model. */
static void compare(const char *text, size_t length, size_t limit, const size_t *pieces,
                    size_t count, bool streaming) {
  static char whole[16384], expected[16384];
  static stream got;
  got.length = 0;
  got.calls = 0;
  size_t size = clean(text, length, whole);
  vt_output o = {0};
  vt_sink sink = {streaming ? take : NULL, &got, 1};
  size_t at = 0;
  for (size_t i = 0; at < length; i++) {
    size_t n = pieces[i % count];
    if (n > length - at) n = length - at;
    CHECK(vt_output_write(&o, limit, &sink, text + at, n));
    at += n;
  }
  CHECK(vt_output_end(&o, limit, &sink));
  uint64_t total = o.total, handed = o.handed;
  uint64_t dropped = vt_output_settle(&o);
  CHECK_EQUAL(total, size);
  CHECK_EQUAL(dropped, size - o.length);
  if (size <= limit) {
    CHECK_BYTES(o.text, o.length, whole, size);
  } else {
    size_t head = limit / 2;
    while (head != 0 && middle(whole[head])) head--;
    size_t tail = size - (limit - head);
    while (tail < size && middle(whole[tail])) tail++;
    memcpy(expected, whole, head);
    memcpy(expected + head, whole + tail, size - tail);
    CHECK_BYTES(o.text, o.length, expected, head + size - tail);
  }
  CHECK(o.length <= limit || size <= limit);
  if (size != 0) CHECK_EQUAL(o.text[o.length], 0);
  if (streaming && size <= limit) CHECK_BYTES(got.text, got.length, whole, size);
  if (streaming && size > limit) {
    size_t head = limit;
    while (head != 0 && middle(whole[head])) head--;
    CHECK_EQUAL(handed, head);
    CHECK(memcmp(got.text, whole, head) == 0);
    char notice[80];
    int n = snprintf(notice, sizeof notice, "\n[%zu bytes of output dropped]\n", size - head);
    CHECK_BYTES(got.text + head, got.length - head, notice, (size_t)n);
  }
  vt_free(o.text);
}

static void nothing_allocates_nothing(void) {
  vt_output o = {0};
  vt_sink sink = {NULL, NULL, 1};
  CHECK(vt_output_end(&o, 100, &sink));
  CHECK_EQUAL(vt_output_settle(&o), 0);
  CHECK(o.text == NULL);
  CHECK_EQUAL(o.length, 0);
}

static void fits_or_does_not(void) {
  static const size_t one[] = {1}, many[] = {3, 1, 7}, all[] = {1000};
  const char *text = "0123456789abcdefghij";
  for (size_t limit = 1; limit < 25; limit++) {
    compare(text, 20, limit, one, 1, false);
    compare(text, 20, limit, many, 3, true);
    compare(text, 20, limit, all, 1, true);
  }
}

static void characters_stay_whole(void) {
  static const size_t one[] = {1}, odd[] = {3, 5, 2}, all[] = {1000};
  const char *text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 \xf0\x9f\x91\xa9z\xc3\xa9\xe2\x82\xac.";
  for (size_t limit = 1; limit < 40; limit++) {
    compare(text, strlen(text), limit, one, 1, true);
    compare(text, strlen(text), limit, odd, 3, true);
    compare(text, strlen(text), limit, all, 1, true);
  }
}

static void nul_and_broken_bytes(void) {
  static const size_t one[] = {1}, two[] = {2}, all[] = {1000};
  static const char text[] =
      "a\0b\xff\xfe\xc3(\xe2\x82\xf0\x9f\x98z\xed\xa0\x80\xc0\x80\xf5\x80\xe2";
  for (size_t limit = 1; limit < 70; limit++) {
    compare(text, sizeof text - 1, limit, one, 1, true);
    compare(text, sizeof text - 1, limit, two, 1, true);
    compare(text, sizeof text - 1, limit, all, 1, false);
  }
}

static void random_pieces(void) {
  static char text[2048];
  uint64_t state = 7;
  for (int round = 0; round < 400; round++) {
    size_t length = check_random(&state) % 600;
    for (size_t i = 0; i < length; i++) {
      static const char kinds[] = "ab\n\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xff";
      text[i] = kinds[check_random(&state) % (sizeof kinds - 1)];
    }
    size_t pieces[5];
    for (int i = 0; i < 5; i++) pieces[i] = 1 + check_random(&state) % 50;
    compare(text, length, 1 + check_random(&state) % 700, pieces, 5, round % 2 == 0);
  }
}

static void names(void) {
  static const char *const good[] = {"f", "_", "db.query", "a1", "Truely", "importer"};
  static const char *const bad[] = {"",     "1a",  "a.b.c", "a.",       ".a",     "a b",
                                    "None", "def", "a.if",  "\xc3\xa9", "lambda", "a-b"};
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
    CHECK_EQUAL(vt_check_name(good[i], true, "it"), VITRINE_OK);
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    CHECK_EQUAL(vt_check_name(bad[i], true, "it"), VITRINE_ERR_MISUSE);
    CHECK_CONTAINS(vitrine_last_error(), bad[i]);
  }
  CHECK_EQUAL(vt_check_name("db.query", false, "it"), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vt_check_name(NULL, false, "it"), VITRINE_ERR_MISUSE);
  char name[300];
  memset(name, 'a', sizeof name);
  name[sizeof name - 1] = 0;
  CHECK_EQUAL(vt_check_name(name, false, "it"), VITRINE_ERR_TOOBIG);
}

int main(void) {
  RUN(nothing_allocates_nothing);
  RUN(fits_or_does_not);
  RUN(characters_stay_whole);
  RUN(nul_and_broken_bytes);
  RUN(random_pieces);
  RUN(names);
  return tap_end();
}
