/* interrupt.c - what Ctrl-C does.
 *
 * Owns the handler of SIGINT. It only sets a flag and calls vitrine_cancel(),
 * both safe at any moment, and the session must be taken away from it, with
 * cli_interrupt_catch(NULL), before it is freed. */
#define _POSIX_C_SOURCE 200809L
#include "interrupt.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static _Atomic(vitrine_session *) running;
static volatile sig_atomic_t came;

static void on_interrupt(int number) {
  (void)number;
  int kept = errno;
  came = 1;
  vitrine_session *session = atomic_load(&running);
  if (session) vitrine_cancel(session);
  errno = kept;
}

void cli_interrupt_catch(vitrine_session *session) {
  static bool installed;
  atomic_store(&running, session);
  if (installed) return;
  installed = true;
  struct sigaction old, ours;
  if (sigaction(SIGINT, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  memset(&ours, 0, sizeof ours);
  ours.sa_handler = on_interrupt; /* without SA_RESTART: reads have to return */
  sigemptyset(&ours.sa_mask);
  sigaction(SIGINT, &ours, NULL);
}

bool cli_interrupted(void) { return came != 0; }

void cli_interrupt_forget(void) { came = 0; }
