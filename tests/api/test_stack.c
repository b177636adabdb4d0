/* test_stack.c - every promise of stack.h, with and without stack switching. */
#if !defined(VT_PORTABLE) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "stack.h"

#include <fenv.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "fiber.h"
#include "switch.h"
#include "tap.h"

#if !defined(VT_SWITCH_NONE)
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <execinfo.h>
#endif
#endif

/* What most tests need: a stack, and room to write down what happened. */
typedef struct {
  vt_stack *stack;
  uintptr_t guest_at, host_at;
  int calls, done;
  double numbers[8];
} scene;

/* The frame, not a local: AddressSanitizer keeps those elsewhere. */
#define here() ((uintptr_t)__builtin_frame_address(0))

static void note_host(void *arg) {
  scene *s = arg;
  s->host_at = here();
  s->calls++;
}

static void note_both(void *arg) {
  scene *s = arg;
  s->guest_at = here();
  vt_stack_call_host(s->stack, note_host, s);
  s->done++;
}

static bool near(uintptr_t a, uintptr_t b) { return (a > b ? a - b : b - a) < 65536; }

static void guest_and_host_have_their_stacks(void) {
  scene s = {.stack = vt_stack_take(VT_STACK_SIZE)};
  CHECK(vt_stack_supported());
  CHECK(s.stack != NULL);
  if (s.stack == NULL) return;
  for (int i = 1; i <= 3; i++) {
    CHECK(vt_stack_enter(s.stack, note_both, &s));
    CHECK_EQUAL(s.done, i);
    CHECK_EQUAL(s.calls, i);
    CHECK(s.guest_at > vt_stack_limit(s.stack));
#if !defined(VT_SWITCH_NONE)
    CHECK(s.guest_at - vt_stack_limit(s.stack) <= VT_STACK_SIZE + 4096);
    CHECK(!near(s.guest_at, here()));
#endif
    CHECK(near(s.host_at, here()));
  }
  vt_stack_give(s.stack);
  vt_stack_give(NULL);
}

/* --- what a switch keeps --- */

static void shake(void *arg) {
  scene *s = arg;
  volatile double x[16];
  for (int i = 0; i < 16; i++) x[i] = i * 1.5 + s->calls;
  for (int i = 0; i < 8; i++) s->numbers[i] += x[i] * x[15 - i];
  s->calls++;
}

/* Many values live across the calls, of both kinds, in every register there is. */
static uint64_t mix(scene *s, vt_stack *through, int rounds) {
  uint64_t a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
  double p = 1.25, q = 2.5, r = 3.75, t = 5.125, u = 6.5, v = 7.75, w = 8.0625, z = 9.5;
  for (int i = 0; i < rounds; i++) {
    if (through != NULL) {
      vt_stack_call_host(through, shake, s);
    } else {
      shake(s);
    }
    a = a * 3 + h, b ^= a >> 7, c += b, d = d << 3 | c >> 61, e -= d, f ^= e, g += f * 5, h ^= g;
    p += q / 3, q -= r / 7, r += t / 9, t -= u / 11, u += v / 13, v -= w / 17, w += z / 19, z -= p;
  }
  double sum = p + q + r + t + u + v + w + z;
  uint64_t bits;
  memcpy(&bits, &sum, sizeof bits);
  return bits ^ a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
}

typedef struct {
  scene scene;
  uint64_t sum;
} mixing;

static void mix_on_guest(void *arg) {
  mixing *m = arg;
  m->sum = mix(&m->scene, m->scene.stack, 1000);
}

static void registers_are_kept(void) {
  mixing on_guest = {.scene.stack = vt_stack_take(VT_STACK_SIZE)};
  scene on_host = {.calls = 0};
  if (on_guest.scene.stack == NULL) return;
  CHECK(vt_stack_enter(on_guest.scene.stack, mix_on_guest, &on_guest));
  CHECK_EQUAL(on_guest.sum, mix(&on_host, NULL, 1000));
  CHECK(memcmp(on_guest.scene.numbers, on_host.numbers, sizeof on_host.numbers) == 0);
  vt_stack_give(on_guest.scene.stack);
}

/* --- the floating-point environment --- */

static volatile double one = 1, three = 3, tiny = 1e-300;

/* Two results that tell: of the rounding mode, and of flushing to zero. */
static double third(void) { return one / three; }

static double denormal(void) { return tiny * 1e-15; }

static void float_on_host(void *arg) {
  scene *s = arg;
  s->numbers[1] = third();
  s->numbers[3] = fegetround();
  fesetround(FE_DOWNWARD); /* a callback may set its own, and it stays */
}

static void float_on_guest(void *arg) {
  scene *s = arg;
  s->numbers[0] = third();
  s->numbers[2] = denormal();
  vt_stack_call_host(s->stack, float_on_host, s);
  s->numbers[4] = third();
  s->numbers[5] = one / (tiny - tiny); /* kills a process that traps it */
}

/* valgrind computes with an environment of its own. */
static bool is_emulated(void) {
#if defined(VT_FIBER_VALGRIND)
  return RUNNING_ON_VALGRIND != 0;
#else
  return false;
#endif
}

static void environments_are_apart(void) {
  double normal = third(), small = denormal();
  scene s = {.stack = vt_stack_take(VT_STACK_SIZE)};
  if (s.stack == NULL) return;
  for (int i = 0; i < 2; i++) {
    fenv_t before;
    fegetenv(&before);
    fesetround(FE_UPWARD);
#if defined(__x86_64__)
    uint32_t mxcsr = 0;
    __asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
    mxcsr = (mxcsr | 0x8040u) & ~0x200u; /* flush, and trap on division by zero */
    __asm__ volatile("ldmxcsr %0" : : "m"(mxcsr));
    CHECK(denormal() == 0 || is_emulated());
#endif
    double up = third();
    CHECK(up > normal || is_emulated());
    CHECK(vt_stack_enter(s.stack, float_on_guest, &s));
    CHECK(s.numbers[0] == normal && s.numbers[4] == normal);
    CHECK(s.numbers[5] > 1e308);
    CHECK(s.numbers[1] == up);
    CHECK_EQUAL(s.numbers[3], FE_UPWARD);
    CHECK_EQUAL(fegetround(), FE_DOWNWARD);
    fesetenv(&before);
    CHECK(s.numbers[2] == small && small > 0); /* not a thing to compare while flushing */
    CHECK(third() == normal);
  }
  vt_stack_give(s.stack);
}

/* --- nesting, jumping, limits --- */

typedef struct nest {
  int depth;
  int reached;
  vt_stack *stack;
} nest;

static void nest_guest(void *arg);

static void nest_host(void *arg) {
  nest *outer = arg;
  nest inner = {.depth = outer->depth - 1};
  if (inner.depth == 0) {
    outer->reached = 1;
    return;
  }
  inner.stack = vt_stack_take(VT_STACK_SIZE);
  if (inner.stack == NULL) return;
  vt_stack_enter(inner.stack, nest_guest, &inner);
  vt_stack_give(inner.stack);
  outer->reached = inner.reached + 1;
}

static void nest_guest(void *arg) {
  nest *n = arg;
  vt_stack_call_host(n->stack, nest_host, n);
}

static void callbacks_enter_other_stacks(void) {
  nest n = {.depth = 40};
  nest_host(&n);
  CHECK_EQUAL(n.reached, 40);
}

/* The host may jump within its own frames; _FORTIFY_SOURCE compares addresses. */
static void jump_on_host(void *arg) {
  scene *s = arg;
  jmp_buf back;
  volatile int turns = 0;
  if (setjmp(back) < 3) {
    turns++;
    longjmp(back, turns);
  }
  s->calls += turns;
}

static void jump_on_guest(void *arg) {
  scene *s = arg;
  jump_on_host(s);
  vt_stack_call_host(s->stack, jump_on_host, s);
  jump_on_host(s);
}

static void jumps_within_a_stack_work(void) {
  scene s = {.stack = vt_stack_take(VT_STACK_SIZE)};
  if (s.stack == NULL) return;
  CHECK(vt_stack_enter(s.stack, jump_on_guest, &s));
  CHECK_EQUAL(s.calls, 9);
  vt_stack_give(s.stack);
}

#if defined(__clang__)
#pragma clang diagnostic ignored "-Winfinite-recursion"
#endif
static volatile char *volatile seen; /* keeps frames as large as they look */

static int descend(scene *s, int depth) {
  volatile char frame[4096];
  frame[0] = frame[4095] = (char)depth;
  seen = frame;
  if (here() - 8192 < vt_stack_limit(s->stack)) return depth;
  return descend(s, depth + 1) + (frame[0] - frame[4095]);
}

static void descend_on_guest(void *arg) {
  scene *s = arg;
  s->done = descend(s, 0);
}

static void all_of_it_can_be_used(void) {
  for (size_t size = VT_STACK_SIZE / 4; size <= VT_STACK_SIZE * 2; size *= 2) {
    scene s = {.stack = vt_stack_take(size)};
    CHECK(s.stack != NULL);
    if (s.stack == NULL) return;
    CHECK(vt_stack_enter(s.stack, descend_on_guest, &s));
    CHECK(s.done > 50);
    vt_stack_trim(s.stack);
    CHECK(vt_stack_enter(s.stack, descend_on_guest, &s));
#if !defined(VT_SWITCH_NONE)
    CHECK(vt_stack_enter(s.stack, note_both, &s));
    CHECK(s.guest_at - vt_stack_limit(s.stack) + 4096 >= size);
#endif
    vt_stack_give(s.stack);
  }
}

static void many_at_once(void) {
  enum { COUNT = 100 };
  scene s[COUNT] = {{.stack = NULL}};
  for (int round = 0; round < 2; round++) {
    for (int i = 0; i < COUNT; i++) {
      s[i].stack = vt_stack_take(VT_STACK_SIZE);
      CHECK(s[i].stack != NULL);
      for (int j = 0; j < i; j++) CHECK(s[j].stack != s[i].stack);
    }
    for (int i = 0; i < COUNT; i++)
      if (s[i].stack != NULL) CHECK(vt_stack_enter(s[i].stack, note_both, &s[i]));
    for (int i = 0; i < COUNT; i++) vt_stack_give(s[i].stack);
  }
  CHECK_EQUAL(s[COUNT - 1].calls, 2);
}

#if defined(VT_SWITCH_NONE)
static void park_is_refused(void) {
  vt_stack *stack = vt_stack_take(VT_STACK_SIZE);
  CHECK(stack != NULL && !vt_stack_park(stack));
  vt_stack_give(stack);
}
#else
static void park_in_call(void *arg) {
  scene *s = arg;
  s->calls++;
  CHECK(vt_stack_park(s->stack));
}

static void park_thrice(void *arg) {
  scene *s = arg;
  for (int i = 0; i < 3; i++) vt_stack_call_host(s->stack, park_in_call, s);
  s->done++;
}

static void parked_guests_continue(void) {
  for (int round = 0; round < 2; round++) {
    scene s = {.stack = vt_stack_take(VT_STACK_SIZE)}, other = {.stack = s.stack};
    if (s.stack == NULL) return;
    for (int i = 1; i <= 3; i++) {
      CHECK(!vt_stack_enter(s.stack, park_thrice, i == 1 ? &s : &other));
      CHECK_EQUAL(s.calls, i);
      CHECK_EQUAL(s.done, 0);
    }
    CHECK(vt_stack_enter(s.stack, NULL, NULL));
    CHECK_EQUAL(s.done, 1);
    vt_stack_give(s.stack);
  }
}

static void parked_guests_can_be_abandoned(void) {
  for (int i = 0; i < 50; i++) {
    scene s = {.stack = vt_stack_take(VT_STACK_SIZE)};
    if (s.stack == NULL) return;
    CHECK(!vt_stack_enter(s.stack, park_thrice, &s));
    vt_stack_give(s.stack);
  }
  guest_and_host_have_their_stacks(); /* the next one begins afresh */
}

static void nonsense_is_refused(void) {
  CHECK(vt_stack_take(SIZE_MAX) == NULL);
  CHECK(vt_stack_take(((size_t)1 << 30) + 1) == NULL);
}

#if !defined(VT_FIBER_TSAN)
static void overflow_on_guest(void *arg) {
  scene *s = arg;
  *(volatile char *)(vt_stack_limit(s->stack) - 65536) = 1; /* the slack is usable */
  if (s->calls == 0) _exit(0);
  *(volatile char *)(vt_stack_limit(s->stack) - 65536 - 1) = 1;
  _exit(0);
}

static void below_the_slack_is_a_guard(void) {
  for (int calls = 0; calls < 2; calls++) {
    scene s = {.stack = vt_stack_take(VT_STACK_SIZE), .calls = calls};
    if (s.stack == NULL) return;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
      signal(SIGSEGV, SIG_DFL);
      vt_stack_enter(s.stack, overflow_on_guest, &s);
    }
    int status = 0;
    CHECK(child > 0 && waitpid(child, &status, 0) == child);
    CHECK_EQUAL(status != 0, calls);
    vt_stack_give(s.stack);
  }
}
#endif

#if defined(__GLIBC__)
static void trace_host(void *arg) {
  void *frames[256];
  ((scene *)arg)->calls = backtrace(frames, 256);
}

static void trace_guest(void *arg) {
  scene *s = arg;
  void *frames[256];
  s->done = backtrace(frames, 256);
  vt_stack_call_host(s->stack, trace_host, s);
}

/* An unwinder ends at the bottom of the stack that it is on. */
static void backtraces_end(void) {
  void *frames[256];
  int outside = backtrace(frames, 256);
  scene s = {.stack = vt_stack_take(VT_STACK_SIZE)};
  if (s.stack == NULL) return;
  CHECK(vt_stack_enter(s.stack, trace_guest, &s));
  CHECK(s.done >= 2 && s.done <= 6);
  CHECK(s.calls > outside && s.calls <= outside + 4);
  vt_stack_give(s.stack);
}
#endif
#endif

int main(void) {
  RUN(guest_and_host_have_their_stacks);
  RUN(registers_are_kept);
  RUN(environments_are_apart);
  RUN(callbacks_enter_other_stacks);
  RUN(jumps_within_a_stack_work);
  RUN(all_of_it_can_be_used);
  RUN(many_at_once);
#if defined(VT_SWITCH_NONE)
  RUN(park_is_refused);
#else
  RUN(parked_guests_continue);
  RUN(parked_guests_can_be_abandoned);
  RUN(nonsense_is_refused);
#if !defined(VT_FIBER_TSAN) /* it hangs when it reports a fault in a child */
  RUN(below_the_slack_is_a_guard);
#endif
#if defined(__GLIBC__)
  RUN(backtraces_end);
#endif
#endif
  return tap_end();
}
