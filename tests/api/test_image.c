/* test_image.c - snapshots saved and loaded: in memory, in files, and images that
 * somebody else has written. */
#if !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "session.h"
#include "several.h"
#include "sha256.h"

#if !defined(VT_PORTABLE)
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

static char *image; /* the one that was saved last */
static size_t image_length, image_room;

static int keep(void *user, const void *bytes, size_t length) {
  (void)user;
  if (image_length + length > image_room) {
    image_room = (image_length + length) * 2;
    image = realloc(image, image_room);
    if (image == NULL) abort();
  }
  memcpy(image + image_length, bytes, length);
  image_length += length;
  return 0;
}

static const char key[] = "0123456789abcdef0123456789abcdef";

static vitrine_image_options with_key(const char *of, size_t length) {
  vitrine_image_options options = vitrine_image_options_default();
  options.key = of;
  options.key_length = length;
  return options;
}

static void save(const vitrine_snapshot *snapshot, const vitrine_image_options *options) {
  image_length = 0;
  CHECK_EQUAL(vitrine_snapshot_save(snapshot, options, keep, NULL), VITRINE_OK);
}

static vitrine_status load(const vitrine_image_options *options, vitrine_snapshot **out) {
  return vitrine_snapshot_load_bytes(options, image, image_length, out);
}

static void check_refused(const vitrine_image_options *options, vitrine_status status,
                          const char *text) {
  vitrine_snapshot *snapshot = NULL;
  CHECK_EQUAL(load(options, &snapshot), status);
  CHECK_CONTAINS(vitrine_last_error(), text);
  CHECK(snapshot == NULL);
  vitrine_snapshot_free(snapshot);
}

/* Of a session in which `source` was run; what it comes back as. */
static vitrine_snapshot *there_and_back(const char *source, const vitrine_image_options *options) {
  vitrine_session *session = open_with(0, 0);
  vitrine_snapshot *back = NULL;
  CHECK_EQUAL(run(session, source), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  save(snapshot, options);
  CHECK_EQUAL(load(options, &back), VITRINE_OK);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
  return back;
}

static void what_is_saved_comes_back(void) {
  static const char source[] = "import json, time\nclass C:\n  def f(self): return json.dumps(x)\n"
                               "x = {'k': [1, 2.5, None, 10 ** 40]}\nc = C()\n"
                               "time.sleep(0.5)\nt = time.monotonic()";
  vitrine_image_options keyed = with_key(key, 32);
  for (int i = 0; i < 2; i++) {
    vitrine_snapshot *back = there_and_back(source, i != 0 ? &keyed : NULL);
    vitrine_session *fork = fork_of(back);
    check_repr(fork, "c.f()",
               "'{\"k\": [1, 2.5, null, 10000000000000000000000000000000000000000]}'");
    check_repr(fork, "t < time.monotonic() < t + 0.1", "True");
    CHECK_EQUAL(run(fork, "y = 1"), VITRINE_DONE);
    /* And again, from a fork. */
    vitrine_snapshot *again = take(fork);
    save(again, NULL);
    vitrine_snapshot_free(again);
    CHECK_EQUAL(load(NULL, &again), VITRINE_OK);
    vitrine_session *last = fork_of(again);
    check_repr(last, "y, x['k'][:2], type(c).__name__", "(1, [1, 2.5], 'C')");
    vitrine_session_free(last);
    vitrine_session_free(fork);
    vitrine_snapshot_free(again);
    vitrine_snapshot_free(back);
  }
}

/* Byte by byte the same memory, however it was come by. */
static void nothing_is_lost_on_the_way(void) {
  static const char *const sources[] = {
      "x = 1", "x = [bytes(range(256)) * 40 for i in range(200)]\nx = x[::2]",
      "x = bytearray(4000000)\nx[3999999] = 1\nx[1 << 20] = 2",
      "def f(n): return [n, f(n + 1)] if n < 200 else [n]\nx = [f(i) for i in range(30)]"};
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    vitrine_session *session = open_with(0, 0);
    for (int again = 0; again < 3; again++) CHECK_EQUAL(run(session, sources[i]), VITRINE_DONE);
    vitrine_snapshot *snapshot = take(session), *back = NULL;
    save(snapshot, NULL);
    CHECK_EQUAL(load(NULL, &back), VITRINE_OK);
    vitrine_session *one = fork_of(snapshot), *two = fork_of(back);
    size_t size = session->cell->cage.memory_size;
    CHECK_EQUAL(two->cell->cage.memory_size, size);
    CHECK(memcmp(vt_memory(&session->cell->cage), vt_memory(&one->cell->cage), size) == 0);
    CHECK(memcmp(vt_memory(&session->cell->cage), vt_memory(&two->cell->cage), size) == 0);
    CHECK_EQUAL(steps_of(one, "len(x if x != 1 else '')"),
                steps_of(two, "len(x if x != 1 else '')"));
    vitrine_session_free(one);
    vitrine_session_free(two);
    vitrine_session_free(session);
    vitrine_snapshot_free(snapshot);
    vitrine_snapshot_free(back);
  }
}

static void only_what_differs_is_saved(void) {
  vitrine_session *session = open_with(0, 0);
  vitrine_snapshot *snapshot = take(session);
  save(snapshot, NULL);
  CHECK(image_length < 400);
  vitrine_snapshot_free(snapshot);
  CHECK_EQUAL(run(session, "x = 1"), VITRINE_DONE);
  snapshot = take(session);
  save(snapshot, NULL);
  CHECK(image_length < 8192);
  vitrine_snapshot_free(snapshot);
  CHECK_EQUAL(run(session, "x = bytearray(5000000)"), VITRINE_DONE);
  snapshot = take(session);
  save(snapshot, NULL);
  CHECK(image_length < 131072); /* zeros are not, the heap's table of blocks is */
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

static void each_mistake_has_its_words(void) {
  vitrine_image_options keyed = with_key(key, 32),
                        other = with_key("another key, of 16 and more", 27);
  vitrine_snapshot *back = there_and_back("x = 1", NULL);
  vitrine_snapshot_free(back);
  check_refused(&keyed, VITRINE_ERR_KEY, "saved without a key");
  image[8] = 2;
  check_refused(NULL, VITRINE_ERR_IMAGE, "format 2");
  image[8] = 1;
  image[12] = 6;
  check_refused(NULL, VITRINE_ERR_IMAGE, "format");
  image[12] = 0;
  image[20] ^= 1;
  check_refused(NULL, VITRINE_ERR_IMAGE, "another build of the guest");
  image[20] ^= 1;
  image[100] ^= 1;
  check_refused(NULL, VITRINE_ERR_IMAGE, "another build of the guest");
  image[100] ^= 1;
  image[image_length - 40] ^= 1;
  check_refused(NULL, VITRINE_ERR_IMAGE, "damaged");
  image[image_length - 40] ^= 1;
  image[0] = 'x';
  check_refused(NULL, VITRINE_ERR_IMAGE, "no saved snapshot");
  image[0] = (char)0x89;
  image_length = 100;
  check_refused(NULL, VITRINE_ERR_IMAGE, "cut off after 100 bytes");
  image_length = 0;
  check_refused(NULL, VITRINE_ERR_IMAGE, "cut off after 0 bytes");
  back = there_and_back("x = 1", &keyed);
  vitrine_snapshot_free(back);
  check_refused(NULL, VITRINE_ERR_KEY, "saved with a key");
  check_refused(&other, VITRINE_ERR_KEY, "not saved with this key");
  keep(NULL, "x", 1);
  check_refused(&keyed, VITRINE_ERR_IMAGE, "damaged");
  other = with_key("short", 5);
  check_refused(&other, VITRINE_ERR_MISUSE, "5 bytes");
  other = with_key(NULL, 5);
  check_refused(&other, VITRINE_ERR_MISUSE, "key is NULL");
  other.size = 3;
  check_refused(&other, VITRINE_ERR_MISUSE, "vitrine_image_options_default()");
  back = there_and_back("x = bytearray(3000000)", NULL);
  vitrine_snapshot_free(back);
  other = vitrine_image_options_default();
  other.memory = 2 << 20;
  check_refused(&other, VITRINE_ERR_TOOBIG, "raise it");
  CHECK_EQUAL(vitrine_snapshot_load(NULL, NULL, NULL, &back), VITRINE_ERR_MISUSE);
  CHECK_EQUAL(vitrine_snapshot_save(NULL, NULL, keep, NULL), VITRINE_ERR_MISUSE);
}

static void no_byte_can_change_unseen(void) {
  vitrine_image_options keyed = with_key(key, 32);
  vitrine_snapshot_free(there_and_back("x = 1", &keyed));
  size_t length = image_length, step = image_length > 4000 ? 7 : 1;
  for (size_t i = 0; i < length; i += step) {
    vitrine_snapshot *snapshot = NULL;
    image[i] ^= 0x10;
    vitrine_status status = load(&keyed, &snapshot);
    CHECK(status == VITRINE_ERR_IMAGE || status == VITRINE_ERR_KEY || status == VITRINE_ERR_TOOBIG);
    image[i] ^= 0x10;
    image_length = i;
    CHECK_EQUAL(load(&keyed, &snapshot), VITRINE_ERR_IMAGE);
    image_length = length;
    CHECK(snapshot == NULL);
  }
}

static int refuse(void *user, const void *bytes, size_t length) {
  (void)bytes;
  (void)length;
  return ++*(int *)user > 2;
}

static ptrdiff_t lie(void *user, char *buffer, size_t size) {
  (void)buffer;
  return *(int *)user != 0 ? (ptrdiff_t)size + 1 : -1;
}

static void callbacks_may_fail(void) {
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = bytes(range(256)) * 200"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session), *back = NULL;
  int n = 0;
  CHECK_EQUAL(vitrine_snapshot_save(snapshot, NULL, refuse, &n), VITRINE_ERR_SYSTEM);
  CHECK_EQUAL(n, 3); /* once it has failed it is left alone */
  n = 0;
  CHECK_EQUAL(vitrine_snapshot_load(NULL, lie, &n, &back), VITRINE_ERR_SYSTEM);
  n = 1;
  CHECK_EQUAL(vitrine_snapshot_load(NULL, lie, &n, &back), VITRINE_ERR_MISUSE);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}

#if !defined(VT_PORTABLE)
/* --- files --- */

static char folder[] = "/tmp/vitrine-snapshot-XXXXXX";

static long entries(void) {
  char path[100], command[160];
  snprintf(path, sizeof path, "%s", folder);
  snprintf(command, sizeof command, "exit $(ls -A %s | wc -l)", path);
  int status = system(command);
  return WEXITSTATUS(status);
}

static void files(void) {
  char path[100], link[100], said[200];
  vitrine_snapshot *back = NULL;
  struct stat now;
  CHECK(mkdtemp(folder) != NULL);
  snprintf(path, sizeof path, "%s/saved", folder);
  snprintf(link, sizeof link, "%s/link", folder);
  vitrine_session *session = open_with(0, 0);
  CHECK_EQUAL(run(session, "x = bytes(range(256)) * 999"), VITRINE_DONE);
  vitrine_snapshot *snapshot = take(session);
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, path), VITRINE_OK);
  CHECK(stat(path, &now) == 0 && (now.st_mode & 07777) == 0600);
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, path, &back), VITRINE_OK);
  vitrine_session *fork = fork_of(back);
  check_repr(fork, "len(x), x[511]", "(255744, 255)");
  vitrine_session_free(fork);
  vitrine_snapshot_free(back);
  /* A link stays one. */
  CHECK_EQUAL(symlink("saved", link), 0);
  CHECK_EQUAL(run(session, "x = 5"), VITRINE_DONE);
  vitrine_snapshot_free(snapshot);
  snapshot = take(session);
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, link), VITRINE_OK);
  CHECK(lstat(link, &now) == 0 && S_ISLNK(now.st_mode));
  CHECK_EQUAL(entries(), 2);
  /* No room: the old file stays, and nothing else. */
  struct rlimit limit, small;
  CHECK_EQUAL(getrlimit(RLIMIT_FSIZE, &limit), 0);
  small = limit;
  small.rlim_cur = 600;
  setrlimit(RLIMIT_FSIZE, &small);
  vitrine_status status = vitrine_snapshot_save_file(snapshot, NULL, path);
  setrlimit(RLIMIT_FSIZE, &limit);
  CHECK_EQUAL(status, VITRINE_ERR_SYSTEM);
  snprintf(said, sizeof said, "%s: File too large", path);
  CHECK_TEXT(vitrine_last_error(), said);
  CHECK_EQUAL(entries(), 2);
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, path, &back), VITRINE_OK);
  fork = fork_of(back);
  check_repr(fork, "x", "5");
  vitrine_session_free(fork);
  vitrine_snapshot_free(back);
  /* What is no file, or not there. */
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, "/dev/null"), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "/dev/null: not a regular file");
  CHECK_EQUAL(vitrine_snapshot_save_file(snapshot, NULL, "/nowhere/x"), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "/nowhere/x: No such file or directory");
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, "/nowhere/x", &back), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "/nowhere/x: No such file or directory");
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, folder, &back), VITRINE_ERR_SYSTEM);
  CHECK_CONTAINS(vitrine_last_error(), "Is a directory");
  CHECK_EQUAL(vitrine_snapshot_load_file(NULL, "/dev/null", &back), VITRINE_ERR_IMAGE);
  CHECK_CONTAINS(vitrine_last_error(), "/dev/null: the image is cut off after 0 bytes");
  unlink(path);
  unlink(link);
  CHECK_EQUAL(rmdir(folder), 0);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
}
#endif

/* --- images that a hostile hand has written: whole, and without a key --- */

typedef struct {
  uint32_t address, length;
} piece;

static void put_piece(uint32_t address, uint32_t length) {
  piece p = {address, length};
  static uint8_t bytes[4096];
  memset(bytes, 0xee, sizeof bytes);
  keep(NULL, &p, sizeof p);
  if (p.length <= sizeof bytes) keep(NULL, bytes, p.length);
}

/* The header of a good image, with `memory` bytes; the pieces follow. */
static void forge(uint32_t memory) {
  vitrine_snapshot_free(there_and_back("x = 1", NULL));
  memcpy(image + 152, &memory, sizeof memory);
  image_length = 160;
}

static void seal(void) {
  vt_sha256 sha;
  uint8_t digest[VT_SHA256_SIZE];
  put_piece(0, 0);
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, image, image_length);
  vt_sha256_end(&sha, digest);
  keep(NULL, digest, sizeof digest);
}

static void hostile_numbers_are_refused(void) {
  uint32_t boot = 0, top = vt_guest.sp;
  vitrine_session *session = open_with(0, 0);
  boot = session->cell->cage.memory_size;
  vitrine_session_free(session);
  const uint32_t sizes[] = {0, boot - 65536, boot + 1, 0xffff0000, (1u << 30) + 65536, 4096};
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    forge(sizes[i]);
    seal();
    check_refused(NULL, VITRINE_ERR_IMAGE, "damaged");
  }
  const piece bad[][2] = {
      {{0, 8}},                            /* the shadow stack                      */
      {{top - 8, 8}},                      /* its top                               */
      {{top - 8, 16}},                     /* across its top                        */
      {{boot, 8}},                         /* beyond memory                         */
      {{boot - 8, 16}},                    /* across its end                        */
      {{boot - 8, 0xffffffff}},            /* length wraps                          */
      {{0xfffffff8, 16}},                  /* address wraps                         */
      {{top, 0}},                          /* nothing                               */
      {{top + 64, 8}, {top, 8}},           /* backwards                             */
      {{top + 64, 8}, {top + 64, 8}},      /* twice                                 */
      {{top + 64, 16}, {top + 72, 16}},    /* overlapping                           */
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    forge(boot);
    for (int k = 0; k < 2 && (k == 0 || bad[i][k].address != 0); k++)
      put_piece(bad[i][k].address, bad[i][k].length);
    seal();
    check_refused(NULL, VITRINE_ERR_IMAGE, "damaged");
  }
}

/* Whatever such an image puts into guest memory, the guest in it is caged: it
 * ends, in an outcome, and the next session is as good as new. */
static void a_hostile_guest_is_caged(void) {
  uint64_t random = 1;
  for (int i = 0; i < 60; i++) {
    vitrine_snapshot *snapshot = NULL;
    vitrine_session *session = NULL;
    vitrine_limits limits = vitrine_limits_default();
    vitrine_options options = vitrine_options_default();
    forge(4 << 20);
    uint32_t at = vt_guest.sp + check_random(&random) % 4096;
    for (int k = 0; k < 40 && at < (2 << 20); k++) {
      uint32_t length = 1 + check_random(&random) % (i % 2 ? 4000 : 8);
      put_piece(at, length);
      for (uint32_t b = 0; b < length; b++)
        image[image_length - 1 - b] = (char)check_random(&random);
      at += length + check_random(&random) % 9000;
    }
    seal();
    CHECK_EQUAL(load(NULL, &snapshot), VITRINE_OK);
    options.limits = &limits;
    limits.steps = 3000000;
    limits.memory = 8 << 20;
    CHECK_EQUAL(vitrine_snapshot_fork(snapshot, &options, &session), VITRINE_OK);
    for (int k = 0; k < 3; k++) {
      vitrine_result *result = NULL;
      static const char source[] = "import json\nx = [str(i) for i in range(100)]\nx";
      CHECK_EQUAL(vitrine_run(session, NULL, source, sizeof source - 1, &result), VITRINE_OK);
      free(vitrine_result_json(result, NULL));
      vitrine_result_free(result);
    }
    vitrine_session_free(session);
    vitrine_snapshot_free(snapshot);
  }
  vitrine_session *session = open_with(0, 0);
  check_repr(session, "import json\njson.loads('[1]')", "[1]");
  vitrine_session_free(session);
}

int main(void) {
  RUN(what_is_saved_comes_back);
  RUN(nothing_is_lost_on_the_way);
  RUN(only_what_differs_is_saved);
  RUN(each_mistake_has_its_words);
  RUN(no_byte_can_change_unseen);
  RUN(callbacks_may_fail);
#if !defined(VT_PORTABLE)
  RUN(files);
#endif
  RUN(hostile_numbers_are_refused);
  RUN(a_hostile_guest_is_caged);
  free(image);
  return tap_end();
}
