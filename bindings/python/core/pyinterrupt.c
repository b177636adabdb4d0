/* pyinterrupt.c - what Ctrl-C does while the main thread runs a guest.
 *
 * CPython's own handler only takes a note, which nobody reads before the run is over.
 * So during a run of the main thread a handler of ours stands before it, cancels the
 * run and then calls it. It is put back before the run returns, unless a host function
 * has set another meanwhile. Nothing is changed where SIGINT has no handler. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "core.h"

/* Touched by the main thread alone, its handler included. */
static core_interrupt *volatile innermost;
static struct sigaction before;

#if defined(__linux__)
static bool is_main_thread(void) { return syscall(SYS_gettid) == getpid(); }
static void pass_on(int number) { (void)syscall(SYS_tgkill, getpid(), getpid(), number); }
#elif defined(__APPLE__)
static pthread_t main_thread;
static bool is_main_thread(void) {
  bool is = pthread_main_np() != 0;
  if (is) main_thread = pthread_self();
  return is;
}
static void pass_on(int number) { (void)pthread_kill(main_thread, number); }
#else
static bool is_main_thread(void) { return false; }
static void pass_on(int number) { (void)number; }
#endif

/* 0: not known yet. Two system calls once a thread, not at each run. */
static _Thread_local int known_main;

static void after_fork(void) { known_main = 0; }

static bool on_main_thread(void) {
  if (known_main == 0) {
    static atomic_flag registered = ATOMIC_FLAG_INIT;
    if (!atomic_flag_test_and_set(&registered)) (void)pthread_atfork(NULL, NULL, after_fork);
    known_main = is_main_thread() ? 1 : -1;
  }
  return known_main > 0;
}

static void on_interrupt(int number, siginfo_t *info, void *context) {
  if (!is_main_thread()) { /* it alone may look at `innermost` */
    pass_on(number);
    return;
  }
  for (core_interrupt *i = innermost; i != NULL; i = i->outer) vitrine_cancel(i->session);
  if ((before.sa_flags & SA_SIGINFO) != 0) before.sa_sigaction(number, info, context);
  else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) before.sa_handler(number);
}

static bool is_ours(const struct sigaction *action) {
  return (action->sa_flags & SA_SIGINFO) != 0 && action->sa_sigaction == on_interrupt;
}

void core_interrupt_begin(core_interrupt *interrupt, vitrine_session *session) {
  interrupt->watching = on_main_thread();
  if (!interrupt->watching) return;
  interrupt->session = session;
  interrupt->outer = innermost;
  innermost = interrupt;
  static bool known;
  struct sigaction ours, found;
  if (!known) known = sigaction(SIGINT, NULL, &before) == 0;
  memset(&ours, 0, sizeof ours);
  ours.sa_sigaction = on_interrupt;
  ours.sa_flags = SA_SIGINFO | SA_ONSTACK; /* no SA_RESTART: what waits has to return */
  sigemptyset(&ours.sa_mask);
  if (sigaction(SIGINT, &ours, &found) != 0 || is_ours(&found)) return;
  before = found;
  bool handled = (found.sa_flags & SA_SIGINFO) != 0 ||
                 (found.sa_handler != SIG_DFL && found.sa_handler != SIG_IGN);
  if (!handled) (void)sigaction(SIGINT, &found, NULL);
}

void core_interrupt_end(core_interrupt *interrupt) {
  if (!interrupt->watching) return;
  innermost = interrupt->outer;
  if (innermost != NULL) return;
  struct sigaction found;
  if (sigaction(SIGINT, &before, &found) == 0 && !is_ours(&found))
    (void)sigaction(SIGINT, &found, NULL);
}
