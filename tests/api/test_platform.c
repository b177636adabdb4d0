/* test_platform.c - every promise of platform.h, in both implementations. */
#if !defined(VT_PORTABLE) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "platform.h"

#include <stdlib.h>
#include <string.h>

#include "tap.h"

#if !defined(VT_PORTABLE)
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

#define PAGE ((size_t)VT_PLATFORM_PAGE)

static bool all(const uint8_t *at, size_t size, uint8_t byte) {
  for (size_t i = 0; i < size; i++)
    if (at[i] != byte) return false;
  return true;
}

static void reserve_is_zero_and_aligned(void) {
  const size_t sizes[] = {1, 100, PAGE, 3 * PAGE + 7, (size_t)5 << 20};
  const size_t alignments[] = {1, 64, 4096, PAGE, (size_t)2 << 20};
  for (size_t i = 0; i < 5; i++) {
    for (size_t j = 0; j < 5; j++) {
      uint8_t *at = vt_platform_reserve(sizes[i], alignments[j]);
      CHECK(at != NULL);
      if (at == NULL) return;
      CHECK_EQUAL((uintptr_t)at & (alignments[j] - 1), 0);
      CHECK(all(at, sizes[i], 0));
      memset(at, 0xa5, sizes[i]);
      vt_platform_release(at, sizes[i]);
    }
  }
  vt_platform_release(NULL, 100);
}

static void reserve_refuses_nonsense(void) {
  CHECK(vt_platform_reserve(0, 4096) == NULL);
  CHECK(vt_platform_reserve(SIZE_MAX, 4096) == NULL);
  CHECK(vt_platform_reserve(SIZE_MAX / 8, 4096) == NULL);
  CHECK(vt_platform_reserve(4096, 3) == NULL);
  CHECK(vt_platform_reserve(4096, SIZE_MAX / 2 + 1) == NULL);
}

static void reservations_are_apart(void) {
  enum { COUNT = 40 };
  const size_t size = (size_t)66 << 20;
  uint8_t *at[COUNT];
  for (int i = 0; i < COUNT; i++) {
    at[i] = vt_platform_reserve(size, (size_t)2 << 20);
    CHECK(at[i] != NULL);
    if (at[i] == NULL) return;
    at[i][0] = at[i][size - 1] = (uint8_t)(i + 1);
  }
  for (int i = 0; i < COUNT; i++) {
    CHECK_EQUAL(at[i][0], i + 1);
    CHECK_EQUAL(at[i][size - 1], i + 1);
  }
  for (int i = 0; i < COUNT; i += 2) vt_platform_release(at[i], size);
  for (int i = 1; i < COUNT; i += 2) {
    CHECK_EQUAL(at[i][0], i + 1);
    vt_platform_release(at[i], size);
  }
}

static void discard_makes_zero(void) {
  uint8_t *at = vt_platform_reserve(4 * PAGE, PAGE);
  CHECK(at != NULL);
  if (at == NULL) return;
  memset(at, 1, 4 * PAGE);
  vt_platform_discard(at + PAGE, 2 * PAGE);
  CHECK(all(at, PAGE, 1));
  CHECK(all(at + PAGE, 2 * PAGE, 0));
  CHECK(all(at + 3 * PAGE, PAGE, 1));
  vt_platform_release(at, 4 * PAGE);
}

static void check_image(const vt_image *image, const uint8_t *bytes, size_t size, size_t room) {
  uint8_t *at = vt_platform_reserve(room, PAGE);
  CHECK(at != NULL);
  if (at == NULL) return;
  CHECK(vt_platform_image_map(image, at, room));
  CHECK(memcmp(at, bytes, size) == 0);
  CHECK(all(at + size, room - size, 0));
  uint8_t *other = vt_platform_reserve(room, PAGE);
  CHECK(other != NULL && vt_platform_image_map(image, other, room));
  memset(at, 0x77, room);
  CHECK(other != NULL && memcmp(other, bytes, size) == 0);
  CHECK(vt_platform_image_map(image, at, room));
  CHECK(memcmp(at, bytes, size) == 0);
  CHECK(all(at + size, room - size, 0));
  vt_platform_release(at, room);
  vt_platform_release(other, room);
}

/* A page of the image is `from` plus its number if its bit is set. */
static uint8_t *make_bytes(size_t size, uint32_t bits) {
  uint8_t *bytes = calloc(1, size);
  if (bytes == NULL) abort();
  for (size_t i = 0; i * PAGE < size; i++) {
    size_t length = size - i * PAGE < PAGE ? size - i * PAGE : PAGE;
    if (bits >> i & 1) memset(bytes + i * PAGE, (int)(i + 1), length);
  }
  return bytes;
}

static void image_keeps_its_bytes(void) {
  const uint32_t patterns[] = {0,        1,        0xffffff, 0x555555, 0xc3f0ff,
                               0x800001, 0x810041, 0x804001, 0x820410, 0xf00000};
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
    for (size_t cut = 0; cut < 2; cut++) {
      size_t size = 24 * PAGE - cut * 12345;
      uint8_t *bytes = make_bytes(size, patterns[i]);
      vt_image *image = vt_platform_image_new(bytes, size);
      CHECK(image != NULL);
      if (image != NULL) {
        check_image(image, bytes, size, 24 * PAGE);
        check_image(image, bytes, size, 30 * PAGE);
        CHECK(!vt_platform_image_map(image, bytes, 23 * PAGE));
      }
      vt_platform_image_free(image);
      free(bytes);
    }
  }
  vt_platform_image_free(NULL);
}

static void image_leaves_the_rest_alone(void) {
  uint8_t *bytes = make_bytes(2 * PAGE, 3);
  vt_image *image = vt_platform_image_new(bytes, 2 * PAGE);
  uint8_t *at = vt_platform_reserve(4 * PAGE, PAGE);
  CHECK(image != NULL && at != NULL);
  if (image != NULL && at != NULL) {
    at[3 * PAGE] = 9;
    CHECK(vt_platform_image_map(image, at, 2 * PAGE));
    vt_platform_image_free(image); /* what is mapped stays */
    CHECK(memcmp(at, bytes, 2 * PAGE) == 0);
    CHECK_EQUAL(at[3 * PAGE], 9);
  }
  vt_platform_release(at, 4 * PAGE);
  free(bytes);
}

static void clocks_go_on(void) {
  uint64_t wall = vt_platform_wall_ns(), last = wall;
  for (int i = 0; i < 10000; i++) {
    uint64_t now = vt_platform_wall_ns();
    CHECK(now >= last);
    last = now;
  }
  wall = vt_platform_wall_ns();
  vt_platform_sleep_ns(3000000);
  CHECK(vt_platform_wall_ns() - wall >= 2900000);

  uint64_t cpu = vt_platform_cpu_ns();
  wall = vt_platform_wall_ns();
  while (vt_platform_cpu_ns() - cpu < 5000000 && vt_platform_wall_ns() - wall < 5000000000u)
    continue;
  CHECK(vt_platform_cpu_ns() - cpu >= 5000000);
  CHECK(vt_platform_clock_ns() > (uint64_t)1600000000 * 1000000000);
}

static void random_is_random_or_refused(void) {
  uint8_t a[64], b[64];
  memset(a, 1, sizeof a);
  memset(b, 1, sizeof b);
  bool given = vt_platform_random(a, sizeof a);
  CHECK_EQUAL(vt_platform_random(b, sizeof b), given);
  if (given) {
    CHECK(memcmp(a, b, sizeof a) != 0);
  } else {
    CHECK(all(a, sizeof a, 0));
  }
#if !defined(VT_PORTABLE)
  CHECK(given);
#endif
}

#if !defined(VT_PORTABLE)
static volatile uint8_t *target;

static void touch_target(void) { *target = 1; }

/* Whether fn() kills a process that does it. */
static bool dies(void (*fn)(void)) {
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    signal(SIGSEGV, SIG_DFL);
    fn();
    _exit(0);
  }
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && status != 0;
}

static void guard_is_no_access(void) {
  uint8_t *at = vt_platform_reserve(4 * PAGE, PAGE);
  CHECK(at != NULL);
  if (at == NULL) return;
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  CHECK(vt_platform_guard(at + PAGE - 1, PAGE + 2)); /* the whole pages inside */
  at[PAGE - 1] = at[2 * PAGE] = 1;
  target = at + PAGE;
  CHECK(dies(touch_target));
  target = at + 2 * PAGE - 1;
  CHECK(dies(touch_target));
  CHECK(vt_platform_guard(at + 3 * PAGE + 1, page - 2)); /* none inside */
  at[3 * PAGE + 1] = 1;
  vt_platform_release(at, 4 * PAGE);
}

/* A daemon closes what it does not know, and opens other files in its place. */
static void image_survives_lost_descriptors(void) {
  uint8_t *bytes = make_bytes(8 * PAGE, 0x5a);
  vt_image *image = vt_platform_image_new(bytes, 8 * PAGE);
  int probe = open("/dev/zero", O_RDWR);
  for (int fd = 3; fd < probe; fd++) {
    char path[64], name[64] = "";
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (readlink(path, name, sizeof name - 1) <= 0 || strstr(name, "vitrine") == NULL) continue;
    dup2(probe, fd);
    CHECK(image != NULL);
    if (image != NULL) check_image(image, bytes, 8 * PAGE, 8 * PAGE);
    vt_platform_image_free(image);
    image = NULL;
    CHECK(fcntl(fd, F_GETFD) >= 0); /* it was not ours to close any more */
    close(fd);
  }
  CHECK(image == NULL); /* it was found */
  vt_platform_image_free(image);
  close(probe);
  free(bytes);
}

/* Growing a file over the limit would be a signal that kills the host. */
static void image_raises_no_signal(void) {
  struct rlimit old, small;
  CHECK_EQUAL(getrlimit(RLIMIT_FSIZE, &old), 0);
  small = old;
  small.rlim_cur = 4096;
  CHECK_EQUAL(setrlimit(RLIMIT_FSIZE, &small), 0);
  uint8_t *bytes = make_bytes(8 * PAGE, 0xff);
  vt_image *image = vt_platform_image_new(bytes, 8 * PAGE);
  CHECK_EQUAL(setrlimit(RLIMIT_FSIZE, &old), 0);
  CHECK(image != NULL);
  if (image != NULL) check_image(image, bytes, 8 * PAGE, 8 * PAGE);
  vt_platform_image_free(image);
  free(bytes);
}

static int open_files(void) {
  int count = 0;
  for (int fd = 0; fd < 256; fd++) count += fcntl(fd, F_GETFD) >= 0;
  return count;
}

static int mappings(void) {
  FILE *maps = fopen("/proc/self/maps", "r");
  int count = 0;
  for (int c; maps != NULL && (c = fgetc(maps)) != EOF;) count += c == '\n';
  if (maps != NULL) fclose(maps);
  return count;
}

static void nothing_is_left_behind(void) {
  image_keeps_its_bytes();
  int files = open_files(), maps = mappings();
  image_keeps_its_bytes();
  reservations_are_apart();
  CHECK_EQUAL(open_files(), files);
  CHECK(mappings() <= maps + 2); /* the allocator's own */
}
#endif

int main(void) {
  RUN(reserve_is_zero_and_aligned);
  RUN(reserve_refuses_nonsense);
  RUN(reservations_are_apart);
  RUN(discard_makes_zero);
  RUN(image_keeps_its_bytes);
  RUN(image_leaves_the_rest_alone);
  RUN(clocks_go_on);
  RUN(random_is_random_or_refused);
#if !defined(VT_PORTABLE)
  RUN(guard_is_no_access);
  RUN(image_survives_lost_descriptors);
  RUN(image_raises_no_signal);
  RUN(nothing_is_left_behind);
#endif
  return tap_end();
}
